import { beforeAll, expect, test } from 'vitest';
import { writeYears } from '../../hr/demo/exports.ts';
import { type Answer, type Attempt, type Staff, type Years, years } from '../../hr/demo/generator.ts';
import { writePaper } from '../../src/course/record/grammar.ts';
import { newFolder, type Run, run, write } from './folder.ts';
import { answers, at, declaration, report, type Said, twenty } from './hand.ts';
import { testModule } from './module.ts';

/** One year: nobody has done it twice, so that each person's answers are those of one paper or of several. */
const year = (): Years => {
  const all = years(300, 11, testModule);
  const staff = all.staff.map((s) => ({ ...s, doings: s.doings.filter((d) => d.activity === 0) }));
  return { ...all, asOf: '2028-09-30', staff };
};
const questions = [...testModule.items.values()].filter((i) => i.kind === 'question');
const codes = new Map([...testModule.codes].map(([code, id]) => [id, code]));

/** All answers to questions are right; with `cold` two questions that no paper of the attempt asked come first, wrong. */
function attempt(a: Attempt, cold: boolean): Attempt {
  const right = a.answers.map((said): Answer => {
    const item = testModule.items.get(said.id);
    return item?.kind === 'question' ? { ...said, response: item.pattern, result: 'correct' } : said;
  });
  const others = questions.filter((q) => q.type === 'single' && !a.answers.some((said) => said.id === q.id));
  const wrong = others.slice(0, 2).map(
    (q): Answer => ({
      id: q.id,
      response: q.options.find((o) => o.id !== q.pattern)?.id ?? '',
      pattern: q.pattern,
      result: 'wrong',
    }),
  );
  return { ...a, answers: cold && a.papers.length > 0 ? [...wrong, ...right] : right };
}

const through = (y: Years, cold: boolean): Years => ({
  ...y,
  staff: y.staff.map(
    (s): Staff => ({
      ...s,
      doings: s.doings.map((d) => ({ ...d, attempts: d.attempts.map((a) => attempt(a, cold)) })),
    }),
  ),
});

const made = async (y: Years) => {
  const f = writeYears(y, newFolder());
  const files = [f.completion, ...f.interactions];
  return run({ files, people: f.people, manual: f.manual, config: f.config, asOf: y.asOf });
};

const y = year();
const met = y.staff
  .filter((s) => s.enrolled)
  .flatMap((s) => s.doings.flatMap((d) => d.attempts.filter((a) => a.papers.length > 0))).length;
const line = / ([\d,]+) first answers? given before a section was read (is|are) not counted here, nor in part 7\./;

let [without, mixed]: Run[] = [];
beforeAll(async () => {
  without = await made(through(y, false));
  mixed = await made(through(y, true));
});

test('what everybody got wrong before a section was read changes no figure about questions, sections and clauses', () => {
  expect(met).toBeGreaterThan(100);
  const asked = mixed?.report.items.filter((i) => i.id.startsWith('q_')) ?? [];
  expect(asked.map((i) => i.facility)).toEqual(questions.map(() => 1));
  expect(mixed?.report.items).toEqual(without?.report.items);
  expect(mixed?.report.clauses).toEqual(without?.report.clauses);
  expect(mixed?.file('items.csv')).toBe(without?.file('items.csv'));
  expect(mixed?.file('clauses.csv')).toBe(without?.file('clauses.csv'));
});

test('one line says how many answers are left out, and nothing where there are none', () => {
  expect(line.exec(mixed?.page ?? '')?.[1]).toBe((2 * met).toLocaleString('en-GB'));
  expect(mixed?.page.match(new RegExp(line, 'g'))).toHaveLength(1);
  expect(without?.page).not.toMatch(line);
});

test('nothing of it is in a file about people, nor by department', () => {
  for (const name of ['evidence.csv', 'status.csv', 'declarations.csv', 'data-quality.csv', 'departments.csv'])
    expect(mixed?.file(name), name).toBe(without?.file(name));
});

const config = write({ 'hr.yaml': 'smallGroup: 2\nfewAnswers: 2' })['hr.yaml'] ?? null;
const note = (n: number, kind: 'paper' | 'diagnostic', ids: readonly string[]): Said => {
  const asked = ids.map((id) => codes.get(id) ?? '');
  const day = at('2026-12-01');
  const text = writePaper({ kind, right: 1, of: 1, at: day, questions: asked, weak: [], missed: [] });
  return [`paper_${n}`, text, '', 'neutral'];
};
const [first, second, third] = [
  answers({ q_int_001: false }),
  answers({ q_wrk_002: true }),
  answers({ q_per_003: false }),
].map((a) => a as Said[]) as [Said[], Said[], Said[]];
const ids = async (said: readonly Said[], more: readonly Said[] = []) => {
  const again = twenty(more, '2026-12-05').map((row) => ({ ...row, attempt: 2 }));
  const rows = [...twenty(said, '2026-12-01'), ...(more.length > 0 ? again : [])];
  const r = await run({ files: Object.values(write({ 'i.txt': report(rows) })), config, asOf: '2026-12-31' });
  return { ids: r.report.items.map((i) => i.id), left: line.exec(r.page)?.[1] };
};

test.each<[string, Said[], Said[], string[], string | undefined]>([
  [
    'a question that no paper names, before it: left out',
    [...first, ...second, note(1, 'paper', ['q_wrk_002'])],
    [],
    ['q_wrk_002'],
    '20',
  ],
  [
    'a rule asked again, or a paper not finished, after it: counted',
    [...second, note(1, 'paper', ['q_wrk_002']), ...third],
    [],
    ['q_per_003', 'q_wrk_002'],
    undefined,
  ],
  [
    'a paper whose questions are not in the record: what comes before it is left out, what comes after it counted',
    [...first, note(1, 'paper', ['q_wrk_002']), ...third],
    [],
    ['q_per_003'],
    '20',
  ],
  [
    'a paper that names no question: all counted',
    [...first, ...second, note(1, 'paper', [])],
    [],
    ['q_int_001', 'q_wrk_002'],
    undefined,
  ],
  ['no finished paper: all counted', [...first, ...second], [], ['q_int_001', 'q_wrk_002'], undefined],
  [
    'a later paper names it: counted',
    [...first, ...second, note(1, 'paper', ['q_wrk_002']), note(2, 'paper', ['q_int_001'])],
    [],
    ['q_int_001', 'q_wrk_002'],
    undefined,
  ],
  [
    'no paper but a diagnostic, before which nothing is met cold: all counted',
    [...first, ...second, note(1, 'diagnostic', ['q_wrk_002'])],
    [],
    ['q_int_001', 'q_wrk_002'],
    undefined,
  ],
  [
    'met cold and asked in the paper of a second attempt, which is no first answer',
    [...first, ...second, note(1, 'paper', ['q_wrk_002'])],
    [...first, note(1, 'paper', ['q_int_001']), declaration('2026-12-05')],
    ['q_wrk_002'],
    '20',
  ],
])('%s', async (_, said, more, counted, left) => {
  expect(await ids(said, more)).toEqual({ ids: counted, left });
});
