import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readModule } from '../../hr/content/read.ts';
import { type EffectYears, effectYears, type Given, type Truth } from '../../hr/demo/effect-years.ts';
import { interactionsText, writeYears } from '../../hr/demo/exports.ts';
import { indicesOf, type Judged, pool } from '../../hr/effect/detection.ts';
import { hasDirection, judge } from '../../src/quiz/judge.ts';
import { keysOf } from '../../src/quiz/marking.ts';
import { newFolder, once, type Run, run } from './folder.ts';

const module = readModule('src/content');

interface Made {
  readonly of: EffectYears;
  readonly r: Run;
}

async function made(
  people: number,
  seed: number,
  truth: Truth,
  content = module,
  asOf?: string,
  settings: object = {},
): Promise<Made> {
  const of = effectYears(people, seed, content, truth);
  const folder = newFolder();
  const f = writeYears(of.years, folder);
  writeFileSync(f.config, JSON.stringify({ ...JSON.parse(readFileSync(f.config, 'utf8')), ...settings }));
  const files = [f.completion, ...f.interactions.slice(0, 1)];
  if (of.followUp) {
    files.push(join(folder, 'follow-up.txt'));
    writeFileSync(join(folder, 'follow-up.txt'), interactionsText(of.followUp, 0));
  }
  return { of, r: await run({ files, people: f.people, config: f.config, asOf: asOf ?? of.years.asOf }, content) };
}

/** The text of part 10, tags taken out. */
const part = (r: Run) => {
  const html = r.page.split('<section id="effect"')[1]?.split('</section>')[0] ?? '';
  return html
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');
};
const tell = (r: Run) => /href="#effect">[^<]*<\/a><small>([^<]*)/.exec(r.page)?.[1] ?? '';
const difference = (r: Run, which: 'cold' | 'followUp' = 'cold', key = '') => {
  const d = r.report.effect[which].get(key)?.difference;
  if (!d) throw new Error('nothing was compared');
  return d;
};
const share = (given: readonly Given[]) => given.filter((g) => keysOf(g.item).includes(g.answer)).length / given.length;

/** The day after the last one of the report. */
const end = Date.parse('2029-01-01T00:00:00Z');
const learning = once(() => made(900, 31, { learned: 0.15, kept: 0.05, comeBack: 0.6, older: 0.1 }));
const nothing = once(() => made(900, 32, { learned: 0, kept: 0, comeBack: 0.6 }));

describe('before a section and after it', () => {
  test('an effect of 15 points shows, in the words that the page promises', async () => {
    const { r } = await learning();
    const d = difference(r);
    expect(d.low).toBeGreaterThan(0.05);
    expect(d.low).toBeLessThan(0.15);
    expect(d.high).toBeGreaterThan(0.15);
    expect(d.high - d.low).toBeLessThan(0.1);
    expect(part(r)).toMatch(
      /Same questions, dealt by chance: before the section \d+% right \([\d,]+ answers\), after \d+% \([\d,]+\), difference \d+ points \(\d+ to \d+\)\. Part may be practice, or trying harder when it counts\. It shows judgement in this module, not what people post\./,
    );
    expect(tell(r)).toMatch(/^\+\d+ points, same questions$/);
  });

  test('counts what was met cold as it was dealt, and the check of those alone to whom the section was not dealt', async () => {
    const { of, r } = await learning();
    const { dealt } = r.report.effect;
    expect(dealt.met).toBe(dealt.dealt);
    expect(dealt.dealt).toBe(2 * dealt.people);
    // The first attempt of some was left, and had shown them some of it; others took a version that dealt nothing.
    const counted = of.years.staff.filter((s) => {
      const first = s.doings[0]?.attempts[0];
      return first?.declared && first.answers.some((a) => /;c:/.test(a.response)) && first.declared.at < end;
    });
    expect(dealt.people).toBe(counted.length);
    const cells = new Map<string, [before: number, after: number]>();
    const add = (g: Given, side: 0 | 1) => {
      const cell = cells.get(g.item.id) ?? [0, 0];
      cell[side]++;
      cells.set(g.item.id, cell);
    };
    for (const { id } of counted) {
      const cold = of.cold.get(id) ?? [];
      const dealtTo = cold.map((g) => g.item.section);
      for (const g of cold) add(g, 0);
      for (const g of of.firstPapers.get(id) ?? []) if (!dealtTo.includes(g.item.section)) add(g, 1);
    }
    const both = [...cells.values()].filter((c) => Math.min(...c) > 1);
    const all = r.report.effect.cold.get('');
    expect(all?.before.n).toBe(both.reduce((n, c) => n + c[0], 0));
    expect(all?.after.n).toBe(both.reduce((n, c) => n + c[1], 0));
  });

  test('none shows where there is none', async () => {
    const { r } = await nothing();
    const d = difference(r);
    expect(d.low).toBeLessThan(0);
    expect(d.high).toBeGreaterThan(0);
    expect(part(r)).toContain('No difference shows that chance could not make.');
    expect(tell(r)).toBe('no difference to be seen');
  });

  test('none shows where the check asks harder questions and nothing was learned, though its answers are worse', async () => {
    const { of, r } = await made(900, 33, { learned: 0, hardPapers: true });
    expect(share([...of.firstPapers.values()].flat())).toBeLessThan(share([...of.cold.values()].flat()) - 0.05);
    const d = difference(r);
    expect(d.low).toBeLessThan(0);
    expect(d.high).toBeGreaterThan(0);
  });

  test('an effect shows where harder questions hide it', async () => {
    const { of, r } = await made(900, 34, { learned: 0.08, hardPapers: true });
    expect(share([...of.firstPapers.values()].flat())).toBeLessThan(share([...of.cold.values()].flat()) + 0.02);
    expect(difference(r).low).toBeGreaterThan(0.02);
  });

  test('is said to be missing where no declaration says what was dealt, and to be too little where few were dealt', async () => {
    const { r } = await made(200, 35, { learned: 0.1, older: 1 });
    expect(part(r)).toContain(
      'No first attempt in the files ended in a declaration that says which sections were dealt.',
    );
    expect(part(r)).toContain('older versions of the module did not ask');
    const few = await made(45, 36, { learned: 0.1 });
    expect(part(few.r)).toContain('Fewer than 50 people answered the same questions on either side');
    expect(part(few.r)).not.toMatch(/\d%/);
    expect(tell(few.r)).toBe('too few to say');
  });
});

describe('weeks later', () => {
  test('the same people have lost ten of fifteen points; how many came back is said', async () => {
    const { of, r } = await learning();
    const d = difference(r, 'followUp', 'early');
    expect(d.high).toBeLessThan(-0.03);
    expect(d.low).toBeLessThan(-0.1);
    expect(d.low).toBeGreaterThan(-0.17);
    const back = of.followUp?.staff.length ?? 0;
    expect(r.report.effect.returned.people).toBe(back);
    expect(part(r)).toMatch(
      new RegExp(`${back} people have come back; of the [\\d,]+ who finished six weeks ago or more, [\\d.]+%\\.`),
    );
  });

  test('whose six weeks are not over is no share of those whose are, though they came back early', async () => {
    const { r } = await made(300, 37, { learned: 0, kept: 0, comeBack: 1, backAfter: 20 }, module, '2027-02-15');
    const { people, ofDue, finished } = r.report.effect.returned;
    expect(ofDue).toBeGreaterThan(0);
    expect(ofDue).toBeLessThan(people);
    expect(ofDue).toBeLessThanOrEqual(finished);
  });

  test('what a person had met before is left out', async () => {
    const { of, r } = await learning();
    const all = of.followUp?.staff.flatMap((s) => s.doings.flatMap((d) => d.attempts.flatMap((a) => a.answers))) ?? [];
    const { before, after } = r.report.effect.followUp.get('early') ?? {};
    expect(of.newLater.length).toBeLessThan(all.filter((a) => a.id.startsWith('q_')).length);
    // All but questions that fewer than two of them had in the check.
    expect(after?.n).toBeLessThanOrEqual(of.newLater.length);
    expect(after?.n).toBeGreaterThan(of.newLater.length * 0.95);
    expect(before?.people).toBe(after?.people);
  });

  test('none shows where nothing was learned and nothing lost', async () => {
    const d = difference((await nothing()).r, 'followUp', 'early');
    expect(d.low).toBeLessThan(0);
    expect(d.high).toBeGreaterThan(0);
  });

  test('without a follow-up in the files the part says so', async () => {
    const { r } = await made(200, 35, { learned: 0.1 });
    expect(part(r)).toContain('No finished follow-up is in the files.');
  });
});

/** The judgements of answers, counted one by one. */
function counted(given: readonly Given[]): Judged {
  const all = given.flatMap((g) => (hasDirection(g.item) ? judge(g.item, g.answer) : []));
  const n = (fine: boolean, verdict?: string) =>
    all.filter((j) => j.fine === fine && (!verdict || j.verdict === verdict)).length;
  return {
    bad: n(false),
    through: n(false, 'through'),
    kind: n(false, 'kind'),
    fine: n(true),
    back: n(true, 'back'),
  };
}

describe('which way answers err', () => {
  let papers: Given[] = [];
  let r: Run;
  beforeAll(async () => {
    const m = await learning();
    [papers, r] = [[...m.of.firstPapers.values()].flat(), m.r];
  });

  test('counts each judgement of everyone’s first paper, by section', () => {
    expect(papers.length).toBeGreaterThan(5000);
    expect(r.report.effect.all).toMatchObject(counted(papers));
    expect(r.report.effect.sections.length).toBeGreaterThan(4);
    for (const s of r.report.effect.sections)
      expect(s, s.id).toMatchObject(counted(papers.filter((g) => g.item.section === s.id)));
  });

  test('gives d′ and c of the pooled judgements, with what they are, and “too few” below four questions a side', () => {
    const { all, sections } = r.report.effect;
    const { sensitivity, criterion } = indicesOf(counted(papers));
    expect(all?.indices?.sensitivity.value).toBeCloseTo(sensitivity, 12);
    expect(all?.indices?.criterion.value).toBeCloseTo(criterion, 12);
    for (const { indices: i } of sections)
      if (i) expect(i.sensitivity.low < i.sensitivity.value && i.sensitivity.value < i.sensitivity.high).toBe(true);
    expect(sections.find((s) => s.id === 'int')?.indices).toBeNull();
    const [head, first, ...rows] = r.file('sections.csv').trim().split('\n');
    expect(head).toContain('d′ (relative index, compares sections and years)');
    expect(first).toMatch(/^"all","All sections","\d+","\d+","0\.\d+"/);
    expect(rows.map((row) => row.split(',')[0])).toEqual(sections.map((s) => `"${s.id}"`));
    expect(rows.find((row) => row.startsWith('"int"'))).toContain('"too few"');
  });

  test('a section with too few answers cannot be worked out from all and the others', async () => {
    const sides = ['bad', 'fine'] as const;
    const { sections } = r.report.effect;
    const sizes = sides.flatMap((side) => sections.map((s) => Math.min(s.people, s[side]))).filter((n) => n > 0);
    const fewAnswers = Math.min(...sizes) + 1;
    const hiding = (await made(900, 31, { learned: 0.15, older: 0.1 }, module, undefined, { fewAnswers })).r;
    const e = hiding.report.effect;
    const rows = hiding
      .file('sections.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.slice(1, -1).split(/"?,"?/));
    let untold = 0;
    for (const [column, side] of [
      [4, 'bad'],
      [7, 'fine'],
    ] as const) {
      const judged = e.sections.filter((s) => s[side] > 0);
      const told = judged.filter((s) => rows.find((row) => row[0] === s.id)?.[column]);
      expect(judged.length - told.length, side).not.toBe(1);
      untold += judged.length - told.length;
    }
    expect(untold).toBeGreaterThan(1);
    for (const s of e.sections) if (s.hidden.length > 0) expect(s.indices).toBeNull();
    expect([...e.cold.values()].filter((c) => c.difference === null)).not.toHaveLength(1);
    expect(part(hiding)).toContain('would give away that of a section with too few answers');
  });

  test('sections stand in the policy’s order, never by how they do, and months add up to the whole', () => {
    const order = module.parts.map((p) => p.id);
    const ids = r.report.effect.sections.map((s) => s.id);
    expect(ids).toEqual([...ids].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    const { shown, hidden } = r.report.effect.months;
    expect(shown.length).toBeGreaterThan(3);
    for (const m of shown) expect(m.n).toBeGreaterThanOrEqual(10);
    expect(pool([...shown, ...hidden])).toEqual(counted(papers));
  });

  test('items.csv gives both rates of each question', () => {
    const rows = r.file('items.csv').trim().split('\n');
    expect(rows[0]).toContain('"Let through","Held back"');
    const cells = (row: string) => [...row.matchAll(/"((?:[^"]|"")*)"|(?<=,)(?=,)/g)].map((m) => m[1] ?? '');
    const [through, back] = ['Let through', 'Held back'].map((t) => cells(rows[0] ?? '').indexOf(t)) as [
      number,
      number,
    ];
    const said = rows.slice(1).map(cells);
    const rated = said.filter((row) => row[through] !== '' || row[back] !== '');
    expect(rated.length).toBeGreaterThan(60);
    for (const row of rated)
      for (const v of [row[through], row[back]]) if (v !== '') expect(Number(v) >= 0 && Number(v) <= 1).toBe(true);
    expect(said.filter((row) => row[1] === 'decision').every((row) => row[through] === '')).toBe(true);
  });

  test('sure and wrong by clause is what people said of their first papers', async () => {
    const { of } = await learning();
    const told = of.years.staff.flatMap((s) => {
      const [, text] =
        /;s:([sn]+)/.exec(s.doings[0]?.attempts.at(-1)?.answers.find((a) => a.id === 'paper_1')?.response ?? '') ?? [];
      return text ? [...(of.firstPapers.get(s.id) ?? [])] : [];
    });
    const sure = told.filter((g) => g.sure === 's');
    expect(r.report.effect.sure?.n).toBe(sure.length);
    expect(r.report.effect.sure?.wrong).toBe(Math.round(sure.length * (1 - share(sure))));
    for (const c of r.report.effect.clauses) {
      const on = sure.filter((g) => g.item.clauses.includes(c.id));
      expect([c.n, c.wrong], c.id).toEqual([on.length, Math.round(on.length * (1 - share(on)))]);
    }
  });
});

describe('what nobody may read out of it', () => {
  test('no name, id, address or department is in part 10, sections.csv or items.csv', async () => {
    const { of, r } = await learning();
    const html = r.page.split('<section id="effect"')[1]?.split('</section>')[0] ?? '';
    for (const text of [html, r.file('sections.csv'), r.file('items.csv')])
      for (const s of of.years.staff)
        for (const word of [s.id, s.email, `${s.first} ${s.last}`, s.department]) expect(text).not.toContain(word);
  });

  test('with evaluation off nothing is worked out, and the part says why', async () => {
    const { r } = await made(300, 37, { learned: 0.1 }, { ...module, evaluation: 'off' });
    expect(part(r)).toContain('The module’s content says evaluation: off');
    expect(part(r)).not.toMatch(/\d%/);
    expect(tell(r)).toBe('proof of training only');
    expect(r.file('sections.csv').trim().split('\n')).toHaveLength(1);
    expect(r.report.effect.items.size).toBe(0);
  });

  test('the same files give the same bytes, intervals too', async () => {
    const [one, two] = [await made(260, 38, { learned: 0.1 }), await made(260, 38, { learned: 0.1 })];
    expect(one.r.report.effect.all?.indices).not.toBeNull();
    for (const name of ['sections.csv', 'items.csv', 'report.html']) expect(two.r.file(name)).toBe(one.r.file(name));
  });
});

test('effect.sql holds no statement that nothing runs', () => {
  const at = (file: string) => readFileSync(new URL(`../../hr/${file}`, import.meta.url), 'utf8');
  const named = [...at('effect/effect.sql').matchAll(/^-- @(\w+)$/gm)].map((m) => m[1] ?? '');
  const runs = at('effect/gather.ts') + at('parts/effect.ts');
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((n) => !runs.includes(`sql('${n}')`))).toEqual([]);
});
