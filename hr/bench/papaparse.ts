import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { result } from './result.ts';

// Run by bench.ts in a process of its own: FILE. The same grouping by item as a plain script would do it: read row by
// row with the most-used CSV library, keep everyone's first answers, count, correlate.
const started = performance.now();
const people = new Map<string, Map<string, { ok: boolean; response: string }>>();
let header: string[] | null = null;

function take(row: string[]) {
  if (header === null) {
    header = row;
    return;
  }
  const key = row[1] ?? '';
  const mine = people.get(key) ?? new Map<string, { ok: boolean; response: string }>();
  people.set(key, mine);
  for (let i = 7; i + 3 < row.length; i += 4) {
    const [id = '', response = '', , outcome = ''] = row.slice(i, i + 4);
    if (id !== '' && outcome !== 'neutral' && !mine.has(id)) mine.set(id, { ok: outcome === 'correct', response });
  }
}

await new Promise<void>((done, fail) => {
  Papa.parse<string[]>(createReadStream(process.argv[2] ?? '', 'utf8'), {
    delimiter: '\t',
    step: ({ data }) => take(data),
    complete: () => done(),
    error: fail,
  });
});

interface Sums {
  n: number;
  right: number;
  y: number;
  yy: number;
  xy: number;
  options: Map<string, number>;
}
const items = new Map<string, Sums>();
for (const mine of people.values()) {
  let [got, all] = [0, 0];
  for (const [id, a] of mine) {
    if (!id.startsWith('q_')) continue;
    all++;
    if (a.ok) got++;
  }
  for (const [id, a] of mine) {
    const s = items.get(id) ?? { n: 0, right: 0, y: 0, yy: 0, xy: 0, options: new Map<string, number>() };
    items.set(id, s);
    const self = id.startsWith('q_') ? 1 : 0;
    const y = (got - (self && a.ok ? 1 : 0)) / (all - self);
    s.n++;
    s.y += y;
    s.yy += y * y;
    if (a.ok) {
      s.right++;
      s.xy += y;
    }
    s.options.set(a.response, (s.options.get(a.response) ?? 0) + 1);
  }
}
result(
  started,
  [...items].map(([id, s]) => {
    const r = (s.n * s.xy - s.right * s.y) / Math.sqrt((s.n * s.right - s.right ** 2) * (s.n * s.yy - s.y ** 2));
    return { id, n: s.n, facility: s.right / s.n, discrimination: r };
  }),
);
