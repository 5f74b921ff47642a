import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Db, openDb } from '../../hr/db/open.ts';
import { openTable } from '../../hr/read/table.ts';
import { exportsFolder, run, write } from './folder.ts';

let db: Db;
beforeAll(async () => {
  db = await openDb('256MB');
});
afterAll(() => db.close());

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^activity-completion/, 'completion'],
  [/^grades/, 'gradebook'],
  [/-basic/, 'basic'],
  [/-interactions/, 'interactions'],
  [/-objectives/, 'objectives'],
];
// A single objective looks like nothing but one more column; what matters is that its attempts are read.
const expected = (file: string) => kinds.find(([name]) => name.test(file))?.[1];

describe('real exports of a Moodle 4.5', () => {
  const files = readdirSync(exportsFolder).filter((f) => /\.(csv|txt|xlsx)$/.test(f));

  it.each(files.map((f, i) => [f, i] as const))('%s is recognised by its content', async (file, i) => {
    const t = await openTable(db, join(exportsFolder, file), i);
    expect(t.kind?.kind).toBe(expected(file));
    expect(t.rejects).toEqual([]);
    expect(t.rows).toBe(/^(activity|grades)/.test(file) ? 3 : 4);
    if (file.includes('excel-compatible')) expect(t.encoding).toBe('UTF-16LE');
    if (file.endsWith('.xlsx')) expect(t.encoding).toBe('xlsx');
  });

  const config = () =>
    write({
      'hr.yaml': `activities: [{ name: "Fire safety induction (1.2)", route: induction, edition: "2026.1" },
        { name: Probe 1.2, route: induction }, { name: Probe 2004 4th, route: induction }]`,
    })['hr.yaml'] ?? '';
  const real = (...names: string[]) => names.map((n) => join(exportsFolder, n));

  it.each(['activity-completion-utf8.csv', 'activity-completion-excel-compatible.csv'])(
    '%s says who is done, at what time, with every letter',
    async (file) => {
      const r = await run({ files: real(file), asOf: '2026-11-30', config: config() });
      expect(r.report.headline).toMatchObject({ inScope: 3, done: 1 });
      expect(r.file('status.csv')).toContain('Chloë O’Neill-Müller');
      expect(r.file('evidence.csv')).toContain('2026-11-22 08:54:46');
    },
  );

  it.each([
    'scorm12-basic.txt',
    'scorm12-basic-excel.xlsx',
    'scorm12-basic-details.txt',
    'scorm12-objectives-score.txt',
  ])('%s: dates in words and scores are read, the teacher’s dashes are no attempt', async (file) => {
    const r = await run({
      files: real('activity-completion-utf8.csv', 'grades.csv', file),
      asOf: '2026-11-30',
      config: config(),
    });
    const rows = r.file('evidence.csv').split('\n');
    expect(rows.find((l) => l.includes('S0001'))).toContain(
      '"2026-11-22 08:54:00","2026-11-22 08:54:46","85.0","passed"',
    );
    expect(rows.find((l) => l.includes('S0002'))).toContain('"40.0","not finished"');
    expect(r.file('evidence.csv')).not.toContain('Tessa');
    expect(r.report.headline).toMatchObject({ inScope: 3, done: 1, inProgress: 2 });
  });

  it('the gradebook lends its staff ids to exports that show only an email', async () => {
    const people =
      write({ 'people.csv': 'Staff ID,Name,Department\nS0001,Ana,Art\nS0002,Ben,Art\nS0003,Chloë,Law\n' })[
        'people.csv'
      ] ?? '';
    const without = await run({
      files: real('activity-completion-utf8.csv'),
      people,
      asOf: '2026-11-30',
      config: config(),
    });
    expect(without.report.headline.done).toBe(0);
    const r = await run({
      files: real('activity-completion-utf8.csv', 'grades.csv'),
      people,
      asOf: '2026-11-30',
      config: config(),
    });
    expect(r.report.headline).toMatchObject({ inScope: 3, done: 1 });
    expect(r.page).toContain('by staff id (3)');
  });

  it('an interactions report of another activity counts for nothing, not even as an attempt', async () => {
    const r = await run({
      files: real('activity-completion-utf8.csv', 'scorm12-interactions-all.txt'),
      asOf: '2026-11-30',
      config: config(),
    });
    expect(r.codes).toContain('stop other_activity');
    expect(r.report.headline.inProgress).toBe(0);
    expect(r.file('data-quality.csv')).toContain('q1-extinguisher');
    expect(r.page).not.toContain('q1-extinguisher');
  });

  it('an interactions report of a SCORM 2004 package is said to be empty', async () => {
    const r = await run({
      files: real('scorm2004-interactions-all.txt', 'activity-completion-utf8.csv'),
      asOf: '2026-11-30',
      config: config(),
    });
    expect(r.codes).toContain('check no_interactions');
  });
});
