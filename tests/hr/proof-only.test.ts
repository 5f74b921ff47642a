import { beforeAll, expect, test } from 'vitest';
import { writeYears } from '../../hr/demo/exports.ts';
import { type Staff, years } from '../../hr/demo/generator.ts';
import { newFolder, type Run, run } from './folder.ts';
import { testModule } from './module.ts';

const all = years(300, 11, testModule);
/** The same people where the University keeps no first decisions and answers: role, papers and declaration are left. */
const proof = (s: Staff): Staff => ({
  ...s,
  doings: s.doings.map((d) => ({
    ...d,
    attempts: d.attempts.map((a) => ({ ...a, answers: a.answers.filter(({ id }) => !testModule.items.has(id)) })),
  })),
});

const report = (staff: readonly Staff[]) => {
  const f = writeYears({ ...all, staff }, newFolder());
  return run({ files: [f.completion, ...f.interactions], people: f.people, manual: f.manual, config: f.config });
};
const part = (r: Run, id: string) => r.page.split(`<section id="${id}"`)[1]?.split('</section>')[0] ?? '';

let [kept, alone]: Run[] = [];
beforeAll(async () => {
  kept = await report(all.staff);
  alone = await report(all.staff.map(proof));
});

test('without answers the report says that proof of training only is recorded, in place of empty tables', () => {
  if (!alone) throw new Error('no report');
  expect(alone.report.proofOnly).toBe(true);
  expect(part(alone, 'items')).toContain('The University records proof of training only: ');
  expect(part(alone, 'items')).not.toMatch(/<table|<svg|boxes/);
  expect(part(alone, 'missed')).toContain('The University records proof of training only: ');
  expect(part(alone, 'missed').match(/<table/g)).toHaveLength(1);
  expect(part(alone, 'missed')).toMatch(/<h3>Must-pass rules<\/h3>[\s\S]*Missed in \d+ finished papers/);
  expect(alone.page.match(/<small>proof of training only<\/small>/g)).toHaveLength(3);
  expect(part(alone, 'effect')).toContain('The University records proof of training only: ');
  expect(part(alone, 'effect')).not.toMatch(/<table|<svg/);
});

test('who is done, overdue and on which edition, minutes, papers and the evidence are the same with and without answers', () => {
  if (!kept || !alone) throw new Error('no report');
  for (const name of ['headline', 'groups', 'overTime', 'due', 'effort', 'editions'] as const)
    expect(alone.report[name], name).toEqual(kept.report[name]);
  expect(alone.report.clauses.mustPass).toEqual(kept.report.clauses.mustPass);
  for (const name of ['evidence.csv', 'declarations.csv', 'overdue.csv', 'due.csv', 'status.csv'])
    expect(alone.file(name), name).toBe(kept.file(name));
  expect(alone.codes).toEqual(kept.codes);
});

test('with answers nothing of it is said, nor where nobody has finished a paper', async () => {
  expect(kept?.page).not.toContain('proof of training only');
  const unfinished = (s: Staff): Staff => ({
    ...s,
    doings: s.doings.map((d) => ({
      ...d,
      done: null,
      attempts: d.attempts.map((a) => ({ ...a, answers: a.answers.filter(({ id }) => id === 'role') })),
    })),
  });
  const none = await report(all.staff.map(unfinished));
  expect(none.report.proofOnly).toBe(false);
  expect(none.page).not.toContain('proof of training only');
});
