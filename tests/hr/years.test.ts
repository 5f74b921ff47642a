import { beforeAll, describe, expect, it } from 'vitest';
import { writeYears } from '../../hr/demo/exports.ts';
import { type Doing, years } from '../../hr/demo/generator.ts';
import { newFolder, type Run, run } from './folder.ts';
import { testModule } from './module.ts';
import { firstAnswers, median, truth } from './oracle.ts';

const y = years(900, 11, testModule);
let r: Run;
beforeAll(async () => {
  const f = writeYears(y, newFolder());
  r = await run({ files: [f.completion, ...f.interactions], people: f.people, manual: f.manual, config: f.config });
});

const truths = y.staff.map((s) => ({ s, t: truth(y, s) }));
const scope = truths.filter(({ t }) => t.inScope);
const count = (test: (x: (typeof scope)[number]) => boolean) => scope.filter(test).length;

describe('two and a half years of joiners, leavers, repeats and editions', () => {
  it('counts who is done, in progress, not started and overdue as the rules say', () => {
    expect(r.report.headline).toMatchObject({
      inScope: scope.length,
      done: count(({ t }) => t.state === 'done'),
      inProgress: count(({ t }) => t.state === 'in progress'),
      notStarted: count(({ t }) => t.state === 'not started'),
      overdue: count(({ t }) => t.overdue),
      retake: '2028.1',
    });
  });

  it('lists exactly the overdue people, and nobody else', () => {
    const listed = r
      .file('overdue.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((l) => l.split(',')[0]?.replaceAll('"', ''));
    expect(listed.sort()).toEqual(
      scope
        .filter(({ t }) => t.overdue)
        .map(({ s }) => s.id)
        .sort(),
    );
  });

  it('gives every department its own figures, and hides the small ones', () => {
    const shown = r.report.groups.department.shown;
    expect(shown.length).toBeGreaterThan(3);
    for (const g of shown) {
      expect(g.n).toBeGreaterThanOrEqual(10);
      expect(g.n).toBe(count(({ s }) => s.department === g.name));
      expect(g.done).toBe(count(({ s, t }) => s.department === g.name && t.state === 'done'));
      expect(g.overdue).toBe(count(({ s, t }) => s.department === g.name && t.overdue));
    }
    for (const g of r.report.groups.department.hidden) expect(r.page).not.toContain(`>${g.name}<`);
  });

  it('ends the line over time where the headline stands', () => {
    const last = r.report.overTime.months.at(-1);
    expect(last).toMatchObject({ inScope: r.report.headline.inScope, done: r.report.headline.done });
  });

  it('counts first answers only, by id, whatever column they stand in', () => {
    const expected = firstAnswers(y);
    expect(r.report.items.length).toBe(expected.size);
    for (const item of r.report.items) {
      const e = expected.get(item.id);
      expect(item.n, item.id).toBe(e?.n);
      expect(item.facility, item.id).toBeCloseTo((e?.right ?? 0) / (e?.n ?? 1), 5);
    }
  });

  it('takes minutes, papers and first scores from the record itself, of people in scope, each once', () => {
    const latest = (test: (d: Doing) => boolean) =>
      scope.filter(({ s }) => s.enrolled).flatMap(({ s }) => s.doings.filter(test).slice(-1));
    const minutesOf = (d: Doing) => d.attempts.flatMap((a) => (a.declared ? [a.declared.minutes] : []));
    const papersOf = (d: Doing) => d.attempts.flatMap((a) => a.papers);
    const declared = latest((d) => minutesOf(d).length > 0);
    const [effort] = r.report.effort;
    expect(effort?.minutes.n).toBe(declared.length);
    expect(effort?.minutes.median).toBeCloseTo(median(declared.flatMap(minutesOf)), 1);
    const firsts = latest((d) => papersOf(d).length > 0).map((d) => papersOf(d)[0]?.right ?? 0);
    expect(effort?.firstPaper.median).toBe(median(firsts));
    expect(effort?.papers.find((p) => p.at === 1)?.n).toBe(declared.filter((d) => papersOf(d).length === 1).length);
  });

  it('keeps a row of evidence a person and round, with edition, version and declaration', () => {
    const lines = r.file('evidence.csv').trim().split('\n');
    const rounds = y.staff.filter((s) => s.enrolled).flatMap((s) => s.doings.filter((d) => d.attempts.length > 0));
    const manual = y.staff.filter((s) => s.manual).length;
    expect(lines.length - 1).toBe(rounds.length + manual);
    expect(lines.filter((l) => l.includes('"manual evidence","Large-print copy","H. Officer"')).length).toBe(manual);
    expect(lines[0]).toContain('Personal data');
  });

  it('says how many are on each edition', () => {
    const declared = y.staff
      .filter((s) => s.enrolled)
      .flatMap((s) => s.doings.filter((d) => d.attempts.some((a) => a.declared)));
    for (const [i, id] of ['2026.1', '2028.1'].entries())
      expect(r.report.editions.find((e) => e.edition === id)?.declarations).toBe(
        declared.filter((d) => d.activity === i).length,
      );
  });

  it('finds nothing to complain about in files that agree', () => {
    expect(r.codes.filter((c) => !c.startsWith('note'))).toEqual([]);
  });
});
