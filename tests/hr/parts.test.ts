import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeYears } from '../../hr/demo/exports.ts';
import { at, type Doing, dayMs, type Staff, years } from '../../hr/demo/generator.ts';
import { newFolder, type Run, run } from './folder.ts';
import { testModule } from './module.ts';
import { firstAnswers, median, truth } from './oracle.ts';

const y = years(900, 11, testModule);
const truths = y.staff.map((s) => ({ s, t: truth(y, s) }));

/** Everyone in scope once, with the latest of their rounds that passes the test. */
const latest = (staff: readonly Staff[], test: (d: Doing) => boolean) =>
  staff.filter((s) => s.enrolled).flatMap((s) => s.doings.filter(test).slice(-1));
const declaredIn = (d: Doing) => d.attempts.find((a) => a.declared)?.declared;
const papersOf = (d: Doing) => d.attempts.flatMap((a) => a.papers);

/** Four who completed are taken out of the list; three get manual evidence: an older one, a later one, an outdated one. */
const scope = truths.filter(({ t }) => t.inScope).map(({ s }) => s);
const gone = scope.filter((s) => s.doings.length > 1 && s.doings[1]?.done).slice(0, 4);
const done = truths.filter(({ s, t }) => t.inScope && t.state === 'done' && s.doings[1]?.done && !gone.includes(s));
const [older, later] = [done[0]?.s, done[1]?.s];
const notDone = truths.find(
  ({ s, t }) => t.inScope && t.state === 'not started' && s.doings.length === 0 && !s.manual,
)?.s;
const listed = y.staff.filter((s) => !gone.includes(s));
const inScope = scope.filter((s) => !gone.includes(s));

let r: Run;
beforeAll(async () => {
  const f = writeYears(y, newFolder());
  const without = gone.map((s) => `"${s.id}"`);
  const people = readFileSync(f.people, 'utf8').split('\n');
  writeFileSync(f.people, people.filter((l) => !without.some((id) => l.startsWith(id))).join('\n'));
  const more = [
    `${older?.id},2028.1,induction,Talk,H. Officer,2028-10-01`,
    `${later?.id},2028.1,induction,Talk,H. Officer,2029-03-30`,
    `${notDone?.id},2026.1,induction,Talk,H. Officer,2027-01-08`,
  ];
  writeFileSync(f.manual, `${readFileSync(f.manual, 'utf8')}${more.join('\n')}\n`);
  r = await run({ files: [f.completion, ...f.interactions], people: f.people, manual: f.manual, config: f.config });
});

describe('minutes and papers', () => {
  it('count each person in scope once, by the latest round; nobody who left or is not in the people file', () => {
    const [effort] = r.report.effort;
    const timed = latest(inScope, (d) => declaredIn(d) !== undefined);
    expect(timed.length).toBeLessThan(y.staff.flatMap((s) => s.doings.filter(declaredIn)).length);
    expect(effort?.minutes.n).toBe(timed.length);
    expect(effort?.minutes.n).toBeLessThanOrEqual(r.report.headline.inScope);
    expect(effort?.minutes.median).toBeCloseTo(median(timed.map((d) => declaredIn(d)?.minutes ?? 0)), 1);
    const first = latest(inScope, (d) => papersOf(d).length > 0);
    expect(effort?.firstPaper.n).toBe(first.length);
    expect(effort?.firstPaper.median).toBe(median(first.map((d) => papersOf(d)[0]?.right ?? 0)));
    const once = timed.filter((d) => papersOf(d).length === 1).length;
    expect(effort?.papers.find((p) => p.at === 1)?.n).toBe(once);
  });

  it('say so on the page, and that items count everyone', () => {
    expect(r.page).toContain('so no leavers and nobody who is not in the people file. Each is counted once');
    expect(r.page).toContain('leavers and people who are not in the people file are included');
    const counted = [...firstAnswers(y).values()].reduce((sum, e) => sum + e.n, 0);
    expect(r.report.items.reduce((sum, i) => sum + i.n, 0)).toBe(counted);
  });
});

describe('over time', () => {
  it('counts the completions of people in the list only', () => {
    const [from, to] = [at('2029-02-01'), at('2029-03-01')];
    const within = (staff: readonly Staff[]) =>
      staff
        .flatMap((s) => [
          ...(s.enrolled ? s.doings.map((d) => d.done) : s.doings.map(() => null)),
          s.manual?.date ?? null,
        ])
        .filter((t) => t !== null && t >= from && t < to).length;
    expect(r.report.overTime.months.find((m) => m.day === '2029-02-28')?.completions).toBe(within(listed));
    const all = r.report.overTime.months.reduce((sum, m) => sum + m.completions, 0);
    const ofGone = gone.flatMap((s) => s.doings.filter((d) => d.done)).length;
    const ofAll = y.staff.filter((s) => s.enrolled).flatMap((s) => s.doings.filter((d) => d.done)).length;
    expect(ofGone).toBeGreaterThan(3);
    expect(all).toBe(ofAll - ofGone + y.staff.filter((s) => s.manual).length + 3);
  });

  it('looks at the last twelve whole months of starters, so that none is small for the calendar’s sake', () => {
    const { startersMonths, starters } = r.report.overTime;
    expect([startersMonths.length, startersMonths[0], startersMonths.at(-1)]).toEqual([12, '2028-03', '2029-02']);
    for (const m of [...starters.shown, ...starters.hidden]) {
      const from = at(`${m.name}-01`);
      const started = listed.filter(
        (s) =>
          s.starts >= from &&
          new Date(s.starts).toISOString().startsWith(m.name) &&
          (s.leaves === null || s.leaves > s.starts + 30 * dayMs) &&
          !s.standing,
      );
      expect(m.n, m.name).toBe(started.length);
    }
  });

  it('keeps the place of a hidden month, without its figures', () => {
    const { starters } = r.report.overTime;
    const hidden = 12 - starters.shown.length;
    expect(hidden).toBeGreaterThan(1);
    expect(r.page).toContain(`${hidden} months are marked “hidden”`);
    // Each stands in the picture for a page and in the one for a phone.
    expect(r.page.match(/>hidden</g)?.length).toBe(2 * hidden);
    expect(r.page).not.toContain('<th scope="row">Apr 2028</th><td class="figure" data-title="Starters">');
  });

  it('leaves out the month in which the training was first asked of anyone, unless from its first day', async () => {
    const f = writeYears(years(45, 5, testModule), newFolder());
    const early = await run({ files: [f.completion], people: f.people, config: f.config, asOf: '2027-03-15' });
    expect(early.report.overTime.startersMonths).toEqual(['2026-12', '2027-01']);
    const config = f.config.replace('.yaml', '-first.yaml');
    writeFileSync(
      config,
      readFileSync(f.config, 'utf8').replace('"requiredFrom":"2026-11-22"', '"requiredFrom":"2026-11-01"'),
    );
    const first = await run({ files: [f.completion], people: f.people, config, asOf: '2027-03-02' });
    expect(first.report.overTime.startersMonths).toEqual(['2026-11', '2026-12', '2027-01']);
    const dayBefore = await run({ files: [f.completion], people: f.people, config, asOf: '2027-03-01' });
    expect(dayBefore.report.overTime.startersMonths).toEqual(['2026-11', '2026-12']);
  });
});

describe('manual evidence', () => {
  it('is counted where it is the latest completion, in part 1 as in part 8', () => {
    const before = y.staff.filter((s) => s.manual && truth(y, s).inScope && truth(y, s).state === 'done').length;
    expect(before).toBeGreaterThan(2);
    // The later one of the two counts; the one on the old edition stands in part 8 only, and part 8 says so.
    expect(r.report.headline.manual).toBe(before + 1);
    expect(r.report.editions.map((e) => e.manual)).toEqual([1, before + 1]);
    expect(r.page).toContain(`${before + 1} of these ${before + 2} are done (part 1), the others must do it again`);
  });
});

describe('what is missed most', () => {
  it('names the clause missed most and the sections missed about as often', () => {
    const answers = [...firstAnswers(y)].flatMap(([id, e]) => {
      const info = testModule.items.get(id);
      return info?.kind === 'question' ? [{ info, ...e }] : [];
    });
    const wrong = (some: typeof answers) =>
      1 - some.reduce((a, e) => a + e.right, 0) / some.reduce((a, e) => a + e.n, 0);
    const sections = testModule.parts
      .map((p) => ({ id: p.id, wrong: wrong(answers.filter((a) => a.info.section === p.id)) }))
      .sort((a, b) => b.wrong - a.wrong);
    const clauses = [...testModule.clauses.keys()]
      .map((id) => ({ id, wrong: wrong(answers.filter((a) => a.info.clauses.includes(id))) }))
      .sort((a, b) => b.wrong - a.wrong);
    const { rewrite } = r.report.clauses;
    expect(rewrite?.section.id).toBe(sections[0]?.id);
    expect(rewrite?.clause?.id).toBe(clauses[0]?.id);
    const close = sections.slice(1).filter((s) => (sections[0]?.wrong ?? 0) - s.wrong < 0.01);
    expect(rewrite?.alike.map((s) => s.id)).toEqual(close.map((s) => s.id));
    expect(r.page).toContain(`The clause most often missed is ${clauses[0]?.id} `);
  });

  it('names no lesson on the answers of a few people, however many answers they gave', async () => {
    const few = years(45, 5, testModule);
    const f = writeYears(few, newFolder());
    const small = await run({ files: [f.completion, ...f.interactions], people: f.people, config: f.config });
    const answers = small.report.clauses.sections.map((s) => s.answers);
    expect(Math.min(...answers)).toBeGreaterThan(50);
    expect(small.report.clauses.rewrite).toBeNull();
    expect(small.report.clauses.sections.map((s) => s.wrong)).toEqual(answers.map(() => null));
    expect(small.page).not.toContain('The lesson to look at first');
    expect(small.page).toContain('<small>too few answers</small>');
  });
});
