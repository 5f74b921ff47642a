import { expect, it } from 'vitest';
import { run, write } from './folder.ts';
import { answers, type Row, report, type Said } from './hand.ts';

const day = '2026-12-01';
const everybody = (n: number, said: readonly Said[]): Row[] =>
  Array.from({ length: n }, (_, i) => ({ who: `P${String(i).padStart(5, '0')}`, started: day, said }));

it('what is only met after the first 2,000 rows of a report is counted like everything else, and notes stay notes', async () => {
  const more: Said[] = [
    ['q_int_001', 'c &amp; d', 'b', 'incorrect'],
    ['role', 'a', '', 'neutral'],
    ['-', '', '', ''],
    ...answers({ q_wrk_002: true }),
    ['q_old_1', 'x', '', ''],
  ];
  const rows = [
    ...everybody(2100, answers({ q_int_001: true })),
    ...everybody(25, more).map((r) => ({ ...r, who: `Q${r.who}` })),
  ];
  const r = await run({ files: Object.values(write({ 'i.txt': report(rows) })), asOf: '2026-12-31' });
  const of = (id: string) => r.report.items.find((i) => i.id === id);
  expect(r.report.items.map((i) => i.id)).toEqual(['q_int_001', 'q_wrk_002']);
  expect(of('q_int_001')).toMatchObject({ n: 2125, facility: Math.round((2100 / 2125) * 1e6) / 1e6 });
  expect(of('q_wrk_002')).toMatchObject({ n: 25, facility: 1 });
  expect(r.file('data-quality.csv')).toContain('q_old_1: 25 answers');
  expect(r.codes).not.toContain('check broken_note');
});

it('the first answer counts: of two in one row, of two rows, of two files', async () => {
  const [right, wrong] = [answers({ q_int_001: true }), answers({ q_int_001: false })];
  const inTwoRows = everybody(30, right).flatMap((r, i): Row[] => [
    i < 10 ? { ...r, said: [...right, ...wrong] } : r,
    ...(i >= 10 && i < 20 ? [{ ...r, attempt: 2, started: '2026-12-05', said: wrong }] : []),
  ]);
  const later = everybody(30, wrong)
    .slice(20)
    .map((r) => ({ ...r, attempt: 2, started: '2026-12-06' }));
  // A file that ends in an empty line is left to the database.
  for (const [a, b] of ['', '\n'].flatMap((x) => ['', '\n'].map((y) => [x, y]))) {
    const files = Object.values(write({ 'first.txt': report(inTwoRows) + a, 'second.txt': report(later) + b }));
    const r = await run({ files, asOf: '2026-12-31' });
    expect(r.report.items).toMatchObject([{ id: 'q_int_001', n: 30, facility: 1 }]);
  }
});
