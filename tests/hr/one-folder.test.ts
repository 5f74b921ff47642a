import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readModule } from '../../hr/content/read.ts';
import { loadContent } from '../../src/authoring/read/load.ts';
import { writeDeclaration, writePaper } from '../../src/course/record/grammar.ts';
import { exportsFolder, newFolder, type Run, run } from './folder.ts';
import { answers, at, type Row, report, type Said } from './hand.ts';

const real = readModule('src/content');
const ours = join(exportsFolder, 'our-module');

/** Notes as 0.2.0 writes them: how sure people felt, and which sections opened with a question met cold. */
const paperSaid = (kind: 'paper' | 'diagnostic' | 'recheck', n: number, day: string): Said => [
  `paper_${n}`,
  writePaper({ kind, right: 11, of: 12, at: at(day), questions: [], weak: ['per'], missed: [], sure: 'ssssssssnnn-' }),
  '',
  'neutral',
];
const declared = (day: string): Said => [
  'declaration',
  writeDeclaration({
    edition: '2026.1',
    textHash: '957f8872',
    version: '0.2.0',
    at: at(day),
    minutes: 21,
    cold: ['per'],
  }),
  '',
  'neutral',
];
const followUp: Said = [
  'followup_1',
  'v1;k:followup;r:4;o:5;t:2027-01-15T09:10:00Z;q:;w:per;e:2026.1;v:0.3.0;n:4',
  '',
  'neutral',
];

const retired = (loadContent('src/content').content?.retired ?? []).map((q) => q.data.id);
/** What 0.1.0 has asked: the others are answered by the people of 0.2.0 alone. */
const asked = ['ind', 'ref'].map((f) => readFileSync(join(ours, `${f}-interactions-all-CSV.txt`), 'utf8')).join();
const current = [...real.items.values()]
  .filter((i) => i.kind === 'question' && !retired.includes(i.id) && !asked.includes(i.id))
  .map((i) => i.id);
const some = answers({ [current[0] ?? '']: true, [current[1] ?? '']: false });
const people = (names: readonly string[], started: string, said: readonly Said[]): Row[] =>
  names.map((who) => ({ who, started, said }));
const row = (name: string, done: string, refresher = '') =>
  `"${name}","","${name.toLowerCase()}@example.ac.uk","${done ? 'Completed' : 'Not completed'}","${done}","${refresher ? 'Completed' : 'Not completed'}","${refresher}"`;

let r: Run;
beforeAll(async () => {
  const folder = newFolder();
  for (const file of [
    'completion-csv.csv',
    'ind-interactions-all-CSV.txt',
    'ref-interactions-all-Excel.xlsx',
    'grades-txt.csv',
    'people.csv',
  ])
    copyFileSync(join(ours, file), join(folder, file));
  const titled = (route: string) => `${real.title}: ${route}`;
  const put = (file: string, rows: readonly Row[], route: string) =>
    writeFileSync(join(folder, file), report(rows, undefined, undefined, titled(route)));
  const induction = [...some, paperSaid('paper', 1, '2026-12-07'), declared('2026-12-07')];
  const again = [
    ...some,
    paperSaid('diagnostic', 1, '2026-12-14'),
    paperSaid('recheck', 2, '2026-12-14'),
    declared('2026-12-14'),
  ];
  put(
    'induction.txt',
    [...people(['Ada', 'Bob'], '2026-12-07', induction), ...people(['Cyn'], '2026-12-07', some)],
    'Induction',
  );
  put('refresher.txt', people(['Dan'], '2026-12-14', again), 'Refresher');
  put('follow-up.txt', people(['Ada', 'Cyn'], '2027-01-15', [...some, followUp]), 'Follow-up');
  const head = `"","ID number","Email address","${titled('Induction')} (2026.1)","","${titled('Refresher')} (2026.1)",""`;
  const done = '2026-12-07 09:30:00';
  const lines = [head, row('Ada', done), row('Bob', done), row('Cyn', ''), row('Dan', '', '2026-12-14 09:30:00')];
  writeFileSync(join(folder, 'completion-2.csv'), `${lines.join('\n')}\n`);
  const list = join(newFolder(), 'people.csv');
  const more = ['Ada', 'Bob', 'Cyn', 'Dan'].map(
    (n) => `${n},,${n},${n.toLowerCase()}@example.ac.uk,Art,Academic,2020-01-01,,,,`,
  );
  writeFileSync(list, `${readFileSync(join(ours, 'people.csv'), 'utf8').trimEnd()}\n${more.join('\n')}\n`);
  r = await run({ files: [folder], people: list, asOf: '2027-01-31' }, real);
});

/** What the evidence says of everyone: name, route, version, result, papers. */
const evidence = () =>
  r
    .file('evidence.csv')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^"|"?,?$/g, '').split(/"?,"?/))
    .map((c) => [c[2], c[7], c[8], c[14], c[17]]);

it('counts who is done over both versions, and no follow-up', () => {
  expect(r.report.headline).toMatchObject({ inScope: 13, done: 7, inProgress: 4, notStarted: 2 });
  expect(r.findings.find((f) => f.code === 'follow_up_attempts')?.count).toBe(2);
});

it('has one row a round, with its route and the version that was taken', () => {
  expect(evidence()).toEqual([
    ['Priya Nair', 'induction', '0.1.0', 'passed', '1'],
    ['Tomasz Zieliński', 'induction', '0.1.0', 'passed', '2'],
    ['Chloë O’Neill', 'induction', '', 'not finished', '0'],
    ['Dai Jones', 'induction', '', 'not finished', '1'],
    ['Farah Khan', 'refresher', '0.1.0', 'passed', '0'],
    ['Grace Moyo', 'refresher', '0.1.0', 'passed', '0'],
    ['Henry Lee', 'induction', '', 'not finished', '1'],
    ['Ada', 'induction', '0.2.0', 'passed', '1'],
    ['Bob', 'induction', '0.2.0', 'passed', '1'],
    ['Cyn', 'induction', '', 'not finished', '0'],
    ['Dan', 'refresher', '0.2.0', 'passed', '0'],
  ]);
  expect(r.report.editions).toMatchObject([
    { edition: '2026.1', people: 7, declarations: 7, versions: '0.1.0, 0.2.0' },
  ]);
});

it('reads every note of both, and knows every question and story that is asked or told no more', () => {
  const codes = r.findings.map((f) => f.code);
  for (const code of ['broken_note', 'unknown_item', 'unknown_route', 'other_activity'])
    expect(codes).not.toContain(code);
  const old = r.report.items.filter((i) => retired.includes(i.id));
  expect(old.length).toBeGreaterThan(30);
  expect(old.every((i) => i.info !== null)).toBe(true);
  // Ada, Bob, Cyn and Dan have answered it, Ada and Cyn in the follow-up too: each counts once.
  expect(r.report.items.find((i) => i.id === current[0])?.n).toBe(4);
});
