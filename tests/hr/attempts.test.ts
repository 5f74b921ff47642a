import { describe, expect, it } from 'vitest';
import { writePaper } from '../../src/course/record/grammar.ts';
import { run, write } from './folder.ts';
import { answers, at, declaration, paper, report, twenty } from './hand.ts';

const asOf = '2029-03-31';
const config = write({ 'hr.yaml': 'smallGroup: 2\nfewAnswers: 2' })['hr.yaml'] ?? null;
const done = [...answers({ q_int_001: true, q_wrk_002: false }), paper(1, 11, '2026-12-01'), declaration('2026-12-01')];

async function of(files: Readonly<Record<string, string>>, more: object = {}) {
  return run({ files: Object.values(write(files)), config, asOf: '2026-12-31', ...more });
}
const shares = (r: Awaited<ReturnType<typeof of>>) => r.report.items.map((i) => [i.id, i.n, i.facility]);
const wanted = [
  ['q_int_001', 20, 1],
  ['q_wrk_002', 20, 0],
];

describe('attempts, however the files show them', () => {
  it('rows that name nobody are left out and said, and take nothing from the others', async () => {
    const rows = [
      ...twenty(done, '2026-12-01'),
      ...[1, 2].map(() => ({ ...twenty(done, '2026-12-01')[0], who: '-', email: '-' })),
    ];
    const r = await of({ 'i.txt': report(rows as ReturnType<typeof twenty>) });
    expect(shares(r)).toEqual(wanted);
    expect(r.codes).toContain('check nobody');
  });

  it('a row pasted twice: answers, papers and minutes count once', async () => {
    const rows = twenty(done, '2026-12-01');
    const r = await of({ 'i.txt': report([...rows, ...rows]) });
    const once = await of({ 'i.txt': report(rows) });
    expect(r.report.effort).toEqual(once.report.effort);
    expect(r.report.clauses).toEqual(once.report.clauses);
    expect(shares(r)).toEqual(wanted);
  });

  it.each([
    ['first', ['less.txt', 'more.txt']],
    ['last', ['more.txt', 'less.txt']],
  ])(
    'of two reports of the same attempts the one that says more is used, where the poor one comes %s',
    async (_, order) => {
      const rows = twenty(done, '2026-12-01');
      const p = write({ 'less.txt': report(rows, ['Response']), 'more.txt': report(rows) });
      const r = await run({ files: order.map((name) => p[name] ?? ''), config, asOf: '2026-12-31' });
      expect(r.report.headline).toMatchObject({ inScope: 20, done: 20 });
      expect(shares(r)).toEqual(wanted);
    },
  );

  it('induction and refresher stay two attempts where no start can be read', async () => {
    const german = (ms: number) => `${new Date(ms).getUTCDate()}. Dezember ${new Date(ms).getUTCFullYear()}, 09:00`;
    const first = report(twenty(done, '2026-12-01'), undefined, german);
    const again = [...answers({ q_con_003: true }), paper(1, 12, '2026-12-10'), declaration('2026-12-10')];
    const second = report(twenty(again, '2026-12-10'), undefined, german);
    const r = await of({ 'induction.txt': first, 'refresher.txt': second });
    expect(r.codes).toContain('check unread_date');
    expect(shares(r)).toEqual([['q_con_003', 20, 1], ...wanted]);
    expect(r.file('evidence.csv').trim().split('\n')).toHaveLength(1 + 40);
  });

  it('one completion is the proof of one round: two exports from before and after a reset show both', async () => {
    const csv = (day: string) =>
      `"","Email address","Acceptable use of social media refresher",""\n${twenty([], day)
        .map((p) => `"${p.who}","${p.who.toLowerCase()}@example.ac.uk","Completed","${day} 10:00:00"`)
        .join('\n')}\n`;
    const r = await of({ 'before.csv': csv('2026-12-01'), 'after.csv': csv('2028-12-01') }, { asOf });
    expect(r.report.headline).toMatchObject({ inScope: 20, done: 20, overdue: 0 });
    const evidence = r.file('evidence.csv').trim().split('\n');
    expect(evidence).toHaveLength(1 + 40);
    expect(evidence.filter((l) => l.includes('2026-12-01 10:00:00'))).toHaveLength(20);
  });

  it('the first paper is the one taken first, also over two attempts', async () => {
    const rows = twenty([paper(1, 3, '2026-12-01')], '2026-12-01').flatMap((p) => [
      { ...p, attempt: 2, started: '2026-12-02', said: [paper(1, 11, '2026-12-02'), declaration('2026-12-02')] },
      p,
    ]);
    const r = await of({ 'i.txt': report(rows) });
    expect(r.report.effort[0]?.firstPaper.median).toBe(3);
  });

  it('papers and declarations from after the day of the report are counted as left out', async () => {
    const r = await of({ 'i.txt': report(twenty(done, '2026-11-23')) }, { asOf: '2026-11-30' });
    expect(r.report.headline).toMatchObject({ done: 0, inProgress: 20 });
    expect(r.findings.find((f) => f.code === 'note_after_as_of')?.count).toBe(40);
  });

  it('a report of another training is not taken for ours because it has no questions', async () => {
    const other = `Name\t"Email address"\tAttempt\t"Started on"\t"Last accessed on"\tScore\t"Manual handling"\nAna\tana@example.ac.uk\t1\t"Tuesday, 1 December 2026, 9:00 AM"\t"Tuesday, 1 December 2026, 9:30 AM"\t85\t85\n`;
    const r = await of({ 'basic.txt': other, 'i.txt': report(twenty(done, '2026-12-01')) });
    expect(r.codes).toContain('stop other_activity');
    expect(r.file('evidence.csv')).not.toContain('ana@');
    const untitled = await of({ 'basic.txt': other.replaceAll('\t"Manual handling"', '').replace('\t85\t85', '\t85') });
    expect(untitled.codes).toContain('check unnamed_report');
  });

  it('must-pass rules: a share of papers never counts re-checks, and nothing is shown of a few people', async () => {
    const note = (id: string, kind: 'diagnostic' | 'recheck') =>
      [
        id,
        writePaper({ kind, right: 1, of: 2, at: at('2026-12-01'), questions: [], weak: ['wrk'], missed: ['WRK-3'] }),
        '',
        'neutral',
      ] as const;
    const rows = twenty([note('paper_1', 'diagnostic'), note('recheck_1', 'recheck')], '2026-12-01');
    const r = await of({ 'i.txt': report(rows) });
    expect(r.report.clauses.papers).toBe(20);
    expect(r.report.clauses.mustPass.find((m) => m.id === 'WRK-3')?.papers).toBe(20);
    const few = await of({ 'i.txt': report(rows.slice(0, 3)) }, { config: null });
    expect(few.report.clauses.papers).toBe(0);
  });

  it('an edition that a few people declared shows no day', async () => {
    const r = await of({ 'i.txt': report(twenty(done, '2026-12-01').slice(0, 3)) }, { config: null });
    expect(r.report.editions[0]).toMatchObject({ declarations: 3, first: null, last: null });
  });
});
