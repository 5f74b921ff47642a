import { expect, it } from 'vitest';
import { run, write } from './folder.ts';
import { testModule } from './module.ts';

/** Somebody who has done it, and a new starter who has not. */
const files = {
  'completion.csv': `,"ID number","Email address","${testModule.title}",""
"Ada Allen","S1","a.allen@example.ac.uk","Completed","2024-12-01 15:30:00"
"Bo Berg","S2","b.berg@example.ac.uk","Not completed",""
`,
  'people.csv':
    'Staff ID,Name,Email,Start date\nS1,Ada Allen,a.allen@example.ac.uk,\nS2,Bo Berg,b.berg@example.ac.uk,2026-11-01\n',
  'hr.yaml': 'requiredFrom: "2024-01-01"\ndays: 30\nrenewMonths: 24\n',
};

const on = async (asOf: string) => {
  const p = write(files);
  const r = await run({
    files: [p['completion.csv'] ?? ''],
    people: p['people.csv'] ?? null,
    config: p['hr.yaml'] ?? null,
    asOf,
  });
  const rows = (name: string) => r.file(name).trim().split('\n').slice(1);
  return { headline: r.report.headline, page: r.page, overdue: rows('overdue.csv'), due: rows('due.csv') };
};

it('on the due day itself nobody is overdue, and a completion still counts', async () => {
  const { headline, page, overdue, due } = await on('2026-12-01');
  expect(headline).toMatchObject({ inScope: 2, done: 1, notStarted: 1, overdue: 0 });
  expect(page).toContain('Nobody is overdue');
  expect(overdue).toEqual([]);
  expect(due).toHaveLength(2);
  for (const row of due) expect(row, 'no day left').toMatch(/"2026-12-01".*"?0"?/);
});

it('the day after, both are: the new starter, and the one whose completion is too old', async () => {
  const { headline, overdue, due } = await on('2026-12-02');
  expect(headline).toMatchObject({ inScope: 2, done: 0, notStarted: 2, overdue: 2 });
  expect(overdue.map((row) => /"S[12]"/.exec(row)?.[0])).toEqual(['"S1"', '"S2"']);
  expect(due).toEqual([]);
});
