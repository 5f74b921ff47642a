import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../hr/config/settings.ts';
import { scoTitle } from '../../hr/content/module.ts';
import { readModule } from '../../hr/content/read.ts';
import { sortActivities } from '../../hr/load/activities.ts';
import { completionsCsv } from '../../lms/csv.ts';
import { schema } from '../../lms/store/schema.ts';
import { manifest } from '../../scorm/manifest.ts';
import { write as files, once, run } from './folder.ts';
import { answers, declaration, paper, type Row, report, type Said, twenty } from './hand.ts';
import { testModule } from './module.ts';

const title = testModule.title;
const sort = (names: readonly string[], settings: object = {}) => {
  const s = sortActivities(
    names.map((name) => ({ name })),
    settingsSchema.parse(settings),
    testModule,
  );
  return { ...s, taken: s.taken.map((a) => [a.name, a.route, a.edition, a.by]) };
};

describe('the activities of a course, by their names', () => {
  it('the whole name is ours, with or without an edition and the name of a route', () => {
    const names = [`${title} (2026.1)`, `${title}: refresher (2026.1)`, `${title} – Follow-up`, testModule.policy];
    expect(sort(names).taken).toEqual([
      [names[0], 'induction', '2026.1', 'name'],
      [names[1], 'refresher', '2026.1', 'name'],
      [names[2], 'followup', null, 'name'],
      [names[3], 'induction', null, 'name'],
    ]);
  });

  it('a part of a name only counts where no other has it whole, and never without a route', () => {
    const part = `Our induction: ${title} for everyone`;
    expect(sort([part, 'Fire safety']).taken).toEqual([[part, 'induction', null, 'part']]);
    const beside = sort([part, title]);
    expect(beside.taken).toEqual([[title, 'induction', null, 'name']]);
    expect(beside.doubtful).toEqual([part]);
    expect(sort([`Quiz: ${title}`])).toMatchObject({ taken: [], unclear: [`Quiz: ${title}`] });
    expect(sort(['Social media'])).toMatchObject({ taken: [], others: ['Social media'] });
  });

  it('an edition is a word of the name, and no part of another', () => {
    const editions = [{ id: '2026.1', from: '2026-11-22' }];
    const edition = (name: string) => sort([`${title} ${name}`], { editions }).taken[0]?.[2];
    expect(
      ['(2026.1)', '2026.1, new', '(2026.10)', '(12026.1)', '(2026.1.2)', '2026.1 and 2026.1'].map(edition),
    ).toEqual(['2026.1', undefined, null, undefined, undefined, undefined]);
  });

  it('two editions in a name are none, and said', async () => {
    const editions = '[{ id: "2026.1", from: "2026-11-22" }, { id: "2028.1", from: "2028-10-01" }]';
    const csv = `"","Email address","${title} (2026.1, 2028.1)",""\n"x","x@example.ac.uk","Completed","2026-12-01 10:00:00"\n`;
    const p = files({ 'c.csv': csv, 'hr.yaml': `editions: ${editions}` });
    const r = await run({ files: [p['c.csv'] ?? ''], config: p['hr.yaml'] ?? null, asOf: '2026-12-31' });
    expect(r.codes).toContain('check two_editions');
    expect(r.report.editions.map((e) => [e.edition, e.people])).toEqual([['not known', 1]]);
  });

  it('the settings are asked letter for letter first', () => {
    const activities = [
      { name: 'SOCIAL MEDIA', route: 'refresher' },
      { name: 'Social media', route: 'induction' },
    ];
    const taken = sort(['Social media', 'social-media', title], { activities }).taken;
    expect(taken.map((t) => t?.[1])).toEqual(['induction', 'refresher']);
  });

  it('a doubt is said, and what is left out is listed by name', async () => {
    const csv = [
      `"","Email address","Our induction: ${title}","","Quiz: ${title}","","${title}: Refresher (2026.10)","","Cooking",""`,
      `"x","x@example.ac.uk","Completed","2026-12-01 10:00:00","Completed","2026-12-01 10:00:00","Not completed","","Completed","2026-12-01 10:00:00"`,
    ].join('\n');
    const r = await run({ files: Object.values(files({ 'c.csv': `${csv}\n` })), asOf: '2026-12-31' });
    expect(r.codes).toEqual(
      expect.arrayContaining([
        'check part_of_name',
        'check unclear_activity',
        'check odd_edition',
        'note other_activities',
      ]),
    );
    expect(r.report.headline.done).toBe(1);
    expect(r.file('evidence.csv').match(/"passed"/g)).toHaveLength(1);
    for (const left of [`Quiz: ${title}`, 'Cooking'])
      expect(r.file('data-quality.csv')).toContain(`"c.csv",,"${left}"`);
  });

  it('a route that the module does not have ends with the remedy', async () => {
    const p = files({ 'hr.yaml': 'activities: [{ name: X, route: holiday }]' });
    await expect(run({ files: ['x'], config: p['hr.yaml'] ?? null })).rejects.toThrow(
      /names a route “holiday” for the activity “X”: it is one of induction, refresher, followup/,
    );
  });
});

describe('the title of a SCO', () => {
  it('is the one that the packages have', () => {
    const real = readModule('src/content');
    for (const route of real.routes) {
      const info = { id: 'smi', title: real.title } as Parameters<typeof manifest>[1];
      const xml = manifest('scorm12', info, { id: route.id, title: route.name }, [], []);
      expect(xml).toContain(`<title>${scoTitle(real, route)}</title>`);
    }
  });

  /** Twenty people who have begun, in a report of a training of this title. */
  const begun = (name: string, said: readonly Said[] = answers({ q_int_001: true })) =>
    run({
      files: Object.values(files({ 'i.txt': report(twenty(said, '2026-12-01'), undefined, undefined, name) })),
      asOf: '2026-12-31',
    });
  const routes = (text: string) => [...new Set(text.match(/"(induction|refresher|followup)"/g))];

  it.each([
    [`${title}: Refresher`, '"refresher"', []],
    [`${title}: Induction`, '"induction"', []],
    [`Old title of the refresher`, '"refresher"', ['check route_in_doubt']],
  ])('%s tells the route of those who have only begun', async (name, route, codes) => {
    const r = await begun(name);
    expect(routes(r.file('evidence.csv'))).toEqual([route]);
    expect(r.report.headline.inProgress).toBe(20);
    expect(r.codes.filter((c) => c.includes('route'))).toEqual(codes);
  });

  it('that says nothing leaves the route unknown: listed, never guessed', async () => {
    const r = await begun(title);
    expect(r.codes).toContain('check unknown_route');
    expect(r.file('data-quality.csv').match(/"unknown_route"/g)).toHaveLength(20);
    expect(r.report.headline).toMatchObject({ inProgress: 0, notStarted: 20 });
    expect(r.file('evidence.csv').trim().split('\n')).toHaveLength(1);
  });

  it('counts less than the papers of an attempt', async () => {
    const r = await begun(`${title}: Refresher`, [...answers({ q_int_001: true }), paper(1, 12, '2026-12-01')]);
    expect(routes(r.file('evidence.csv'))).toEqual(['"induction"']);
  });

  it('in a report without interactions may only contain ours, and that is said', async () => {
    const basic = (name: string) =>
      `Name\t"Email address"\tAttempt\t"Started on"\t"Last accessed on"\tScore\t"${name}"\nA\ta@example.ac.uk\t1\t"Tuesday, 1 December 2026, 9:00 AM"\t"Tuesday, 1 December 2026, 9:30 AM"\t0\tIncomplete\n`;
    const of = (name: string) => run({ files: Object.values(files({ 'b.txt': basic(name) })), asOf: '2026-12-31' });
    expect((await of(`${title}: Induction`)).codes).not.toContain('check part_of_title');
    expect((await of(`Induction (${title})`)).codes).toContain('check part_of_title');
    expect((await of('Fire safety')).codes).toContain('stop other_activity');
  });
});

/** Staff whose induction is past, or has not been begun. */
const staff = [
  'Staff ID,Name,Email,Department,Start date',
  ...twenty([], '').map((p) => `${p.who},${p.who},${p.who.toLowerCase()}@example.ac.uk,Art,2020-01-01`),
].join('\n');
const induction = twenty(
  [...answers({ q_int_001: true }), paper(1, 12, '2026-12-01'), declaration('2026-12-01')],
  '2026-12-01',
).slice(0, 12);
/** A follow-up of everyone, who had done the induction or not, some of it before anything else was recorded. */
const followUp = (started: string): Row[] =>
  twenty(
    [...answers({ q_per_002: true }), ['followup_1', 'v1;k:followup;t:2027-01-15T09:10:00Z', '', 'neutral']],
    started,
  );
const completion = [
  `"","Email address","${title} (2026.1)","","${title}: follow-up",""`,
  ...twenty([], '').map(
    (p, i) =>
      `"${p.who}","${p.who.toLowerCase()}@example.ac.uk",${i < 12 ? '"Completed","2026-12-01 09:30:00"' : '"Not completed",""'},"Completed","2027-01-15 09:10:00"`,
  ),
].join('\n');

const bothSides = once(async () => {
  const p = files({
    'people.csv': staff,
    'hr.yaml': 'smallGroup: 2',
    'induction.txt': report(induction),
    'c.csv': `${completion}\n`,
    'first.txt': report(followUp('2026-11-01'), undefined, undefined, scoTitle(testModule, { name: 'Follow-up' })),
    'second.txt': report(followUp('2027-01-15'), undefined, undefined, scoTitle(testModule, { name: 'Follow-up' })),
    'unnamed.txt': report(
      followUp('2027-02-15').map((r) => ({ ...r, attempt: 2 })),
      undefined,
      undefined,
      'Another title',
    ),
  });
  const job = { people: p['people.csv'] ?? null, config: p['hr.yaml'] ?? null, asOf: '2027-03-31' };
  const of = (...names: string[]) => run({ ...job, files: names.map((n) => p[n] ?? '') });
  return [
    await of('induction.txt', 'c.csv'),
    await of('induction.txt', 'c.csv', 'first.txt', 'second.txt', 'unnamed.txt'),
  ] as const;
});

describe('a follow-up', () => {
  it('is never a completion, a round or a due date', async () => {
    const [without, withIt] = await bothSides();
    expect(withIt.report.headline).toEqual(without.report.headline);
    expect(withIt.report.headline).toMatchObject({ inScope: 20, done: 12, inProgress: 0, notStarted: 8 });
    // q_per_002 is answered in it alone: no question of the check, and so of no first answers.
    expect([withIt.report.items, withIt.report.clauses]).toEqual([without.report.items, without.report.clauses]);
    expect([withIt.report.due, withIt.report.effort, withIt.report.overTime]).toEqual([
      without.report.due,
      without.report.effort,
      without.report.overTime,
    ]);
    for (const file of ['evidence.csv', 'status.csv', 'overdue.csv', 'due.csv', 'declarations.csv'])
      expect(withIt.file(file), file).toBe(without.file(file));
  });

  it('is known by its title or its note, said, and its notes are no broken papers', async () => {
    const [, r] = await bothSides();
    expect(r.findings.find((f) => f.code === 'follow_up_attempts')?.count).toBe(60);
    expect(r.findings.find((f) => f.code === 'follow_up')?.where).toBe('c.csv');
    expect(r.page).toContain(
      '20 first answers given in a follow-up, weeks later, are not counted here, nor in part 7.',
    );
    expect(r.codes).not.toContain('check broken_note');
    expect(r.codes).not.toContain('check unknown_item');
  });

  it('counts for nothing in the list of the trial LMS either, whatever its status', async () => {
    const db = new DatabaseSync(':memory:');
    db.exec(schema);
    const at = Date.parse('2026-12-01T09:00:00Z');
    db.prepare('insert into attempts values (?, ?, ?, 1, ?, ?, ?)').run(1, 'pnair', 'induction-scorm12', at, at, null);
    db.prepare('insert into record values (?, ?, ?, 1, 1)').run(1, 'cmi.core.lesson_status', 'completed');
    const csv = completionsCsv(db).replaceAll('induction', 'followup');
    const r = await run({ files: Object.values(files({ 'completions.csv': csv })), asOf: '2026-12-31' });
    expect(csv).toContain('completed');
    expect(r.report.headline).toMatchObject({ done: 0, inProgress: 0 });
    expect(r.codes).toContain('note follow_up_attempts');
  });
});
