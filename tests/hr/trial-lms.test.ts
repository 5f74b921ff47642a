import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { completionsCsv, interactionsCsv } from '../../lms/csv.ts';
import { schema } from '../../lms/store/schema.ts';
import { writeDeclaration, writePaper } from '../../src/course/record/grammar.ts';
import { run, write } from './folder.ts';

// The trial LMS writes times of the machine it runs on. Where nobody names a zone, one whose days are not those of UTC.
beforeAll(() => void vi.stubEnv('TZ', process.env['TZ'] || 'Pacific/Auckland'));

const started = Date.parse('2026-11-23T09:00:00Z');

/** One attempt in the LMS's own tables, with its interactions. `passed`: the moment, where another one is meant. */
function attempt(
  db: DatabaseSync,
  id: number,
  username: string,
  activity: string,
  passed: boolean | string,
  answers: readonly (readonly [string, string, string, string])[],
) {
  db.prepare('insert into attempts values (?, ?, ?, 1, ?, ?, ?)').run(
    id,
    username,
    activity,
    started + id,
    started + 1_500_000,
    typeof passed === 'string' ? Date.parse(passed) : passed ? started + 1_500_000 : null,
  );
  const put = db.prepare('insert into record values (?, ?, ?, 1, 1)');
  const old = activity.endsWith('scorm12');
  put.run(
    id,
    old ? 'cmi.core.lesson_status' : 'cmi.success_status',
    passed ? 'passed' : old ? 'incomplete' : 'unknown',
  );
  put.run(id, old ? 'cmi.core.score.raw' : 'cmi.score.raw', '92');
  answers.forEach(([name, response, pattern, result], n) => {
    const at = (field: string, value: string) => put.run(id, `cmi.interactions.${n}.${field}`, value);
    at('id', name);
    at(old ? 'student_response' : 'learner_response', response);
    if (pattern) pattern.split(' ').forEach((right, i) => void at(`correct_responses.${i}.pattern`, right));
    at('result', result);
  });
}

it('reads both CSV files of the trial LMS, SCORM 1.2 and 2004 alike', async () => {
  const db = new DatabaseSync(':memory:');
  db.exec(schema);
  const paper = writePaper({
    kind: 'paper',
    right: 11,
    of: 12,
    at: started + 1_200_000,
    questions: ['00'],
    weak: ['per'],
    missed: ['PER-3'],
  });
  const declared = writeDeclaration({
    edition: '2026.1',
    textHash: '957f8872',
    version: '1.0.0',
    at: started + 1_500_000,
    minutes: 21.5,
  });
  const notes = [
    ['paper_1', paper, '', 'neutral'],
    ['declaration', declared, '', 'neutral'],
  ] as const;
  attempt(db, 1, 'pnair', 'induction-scorm12', true, [
    ['q_int_001', 'b', 'b', 'correct'],
    ['q_int_009', 'a,c', 'a,b', 'wrong'],
    ['q_int_010', 'a.b,b.b,c.c', 'a.b,b.b,c.b a.b,b.b,c.c', ''],
    ...notes,
  ]);
  attempt(db, 2, 'coneill', 'induction-scorm2004', true, [
    ['q_int_001', 'b', 'b', 'correct'],
    ['q_int_009', 'a[,]b', 'a[,]b', 'correct'],
    ['q_int_010', 'a[.]b[,]b[.]b[,]c[.]a', 'a[.]b[,]b[.]b[,]c[.]b a[.]b[,]b[.]b[,]c[.]c', ''],
    ...notes,
  ]);
  attempt(db, 3, 'sprys', 'induction-scorm12', false, [['q_int_001', 'c', 'b', 'wrong']]);
  const p = write({ 'completions.csv': completionsCsv(db), 'interactions.csv': interactionsCsv(db) });
  const files = [p['completions.csv'] ?? '', p['interactions.csv'] ?? ''];
  const config = write({ 'hr.yaml': 'smallGroup: 2\nfewAnswers: 2' })['hr.yaml'] ?? null;
  const r = await run({ files, config, asOf: '2026-11-30' });
  expect(r.taken.map((t) => t.as.split(',')[0])).toEqual(['results of the trial LMS', 'interactions of the trial LMS']);
  expect(r.report.headline).toMatchObject({ inScope: 3, done: 2, inProgress: 1 });
  expect(r.report.items.map((i) => [i.id, i.n, i.facility])).toEqual([
    ['q_int_001', 3, 0.666667],
    ['q_int_009', 2, 0.5],
    ['q_int_010', 2, 0.5],
  ]);
  const evidence = r.file('evidence.csv');
  expect(evidence).toContain('"10003","coneill","Chloë O’Neill-Müller"');
  expect(evidence).toMatch(/"10001".*"1\.0\.0","2026\.1","957f8872".*"92\.0","passed","2026-11-23 09:25:00"/);
  expect(r.report.editions[0]).toMatchObject({ edition: '2026.1', declarations: 2 });
  const alone = await run({ files: files.slice(1), config, asOf: '2026-11-30' });
  expect(alone.report.headline).toMatchObject({ inScope: 3, done: 2 });
});

const note = (id: string, text: string) => [id, text, '', 'neutral'] as const;
const declares = (day: number) =>
  writeDeclaration({ edition: '2026.1', textHash: '957f8872', version: '1.0.0', at: day, minutes: 20 });

/** One person who has done the induction and the refresher, each on its first attempt. */
function bothRoutes() {
  const db = new DatabaseSync(':memory:');
  db.exec(schema);
  attempt(db, 1, 'pnair', 'induction-scorm12', true, [
    ['q_int_001', 'c', 'b', 'wrong'],
    note('declaration', declares(started + 1_500_000)),
  ]);
  attempt(db, 2, 'pnair', 'refresher-scorm12', true, [
    ['q_wrk_002', 'b', 'b', 'correct'],
    note('declaration', declares(started + 1_500_000)),
  ]);
  return db;
}
const config = () => write({ 'hr.yaml': 'smallGroup: 2\nfewAnswers: 2' })['hr.yaml'] ?? null;

it('the interactions alone keep induction and refresher apart', async () => {
  const r = await run({
    files: Object.values(write({ 'interactions.csv': interactionsCsv(bothRoutes()) })),
    config: config(),
    asOf: '2026-11-30',
  });
  expect(r.report.items.map((i) => i.id)).toEqual(['q_int_001', 'q_wrk_002']);
  const evidence = r.file('evidence.csv').trim().split('\n').slice(1);
  expect(evidence.map((l) => /"(induction|refresher)"/.exec(l)?.[1])).toEqual(['induction', 'refresher']);
  expect(r.codes).not.toContain('check duplicate_attempt');
});

it('interactions of attempts that the results file does not show count all the same', async () => {
  const db = bothRoutes();
  const [head, first] = completionsCsv(db).split('\n');
  const r = await run({
    files: Object.values(write({ 'completions.csv': `${head}\n${first}\n`, 'interactions.csv': interactionsCsv(db) })),
    config: config(),
    asOf: '2026-11-30',
  });
  expect(r.file('evidence.csv').trim().split('\n')).toHaveLength(3);
  expect(r.report.items).toHaveLength(2);
});

it('a route that is none of ours is left out and said, whatever it contains', async () => {
  const odd = interactionsCsv(bothRoutes())
    .replaceAll('"refresher"', `"x' or '1'='1"`)
    .replaceAll(',refresher,', `,x' or '1'='1,`);
  const r = await run({
    files: Object.values(write({ 'interactions.csv': odd })),
    config: config(),
    asOf: '2026-11-30',
  });
  expect(r.codes).toContain('check other_route');
  expect(r.report.items.map((i) => i.id)).toEqual(['q_int_001']);
});

/** Somebody who passes at a moment, in the list of completions as it is made where the machine is. */
function passesAt(moment: string) {
  const db = new DatabaseSync(':memory:');
  db.exec(schema);
  attempt(db, 1, 'pnair', 'induction-scorm12', moment, []);
  return Object.values(write({ 'completions.csv': completionsCsv(db) }));
}

it('a pass after the day of the report is in progress on that day, and counted as left out', async () => {
  const r = await run({ files: passesAt('2026-12-23T09:25:00Z'), config: config(), asOf: '2026-11-30' });
  expect(r.report.headline).toMatchObject({ done: 0, inProgress: 1 });
  expect(r.file('evidence.csv')).not.toContain('"passed"');
  expect(r.codes).toContain('note after_as_of');
});

describe('the day of a pass is the day where the machine is', () => {
  it.each([
    ['Pacific/Auckland', '2026-11-30T20:00:00Z', '2026-12-01 09:00:00', { done: 0, inProgress: 1 }],
    ['Europe/London', '2026-11-30T20:00:00Z', '2026-11-30 20:00:00', { done: 1, inProgress: 0 }],
    ['America/Los_Angeles', '2026-12-01T05:00:00Z', '2026-11-30 21:00:00', { done: 1, inProgress: 0 }],
  ])('%s, on 30 November', async (zone, moment, clock, standing) => {
    const before = process.env['TZ'];
    vi.stubEnv('TZ', zone);
    const files = passesAt(moment);
    const r = await run({ files, config: config(), asOf: '2026-11-30' });
    vi.stubEnv('TZ', before);
    expect(readFileSync(files[0] ?? '', 'utf8')).toContain(clock);
    expect(r.report.headline).toMatchObject(standing);
  });
});
