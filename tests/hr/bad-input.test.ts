import { describe, expect, it } from 'vitest';
import { readArguments } from '../../hr/cli/arguments.ts';
import { completionCsv, interactionsText, manualCsv, peopleCsv, settingsYaml } from '../../hr/demo/exports.ts';
import { years } from '../../hr/demo/generator.ts';
import { UserError } from '../../hr/quality.ts';
import { once, run, write } from './folder.ts';
import { testModule } from './module.ts';

const y = years(60, 5, testModule);
const good = {
  'completion.csv': completionCsv(y),
  'people.csv': peopleCsv(y),
  'hr.yaml': settingsYaml(y),
  'interactions.txt': interactionsText(y, 1),
};

/** A run of the good files with some of them changed. */
async function withFiles(change: Readonly<Record<string, string | Buffer>>, more: readonly string[] = []) {
  const p = write({ ...good, ...change });
  const names = ['completion.csv', 'interactions.txt', ...more];
  return run({
    files: names.map((n) => p[n] ?? ''),
    people: p['people.csv'] ?? null,
    config: p['hr.yaml'] ?? null,
    manual: p['manual.csv'] ?? null,
  });
}

const unchanged = once(() => withFiles({}));

const lines = (text: string) => text.trim().split('\n');
const german =
  'Name\tE-Mail\tVersuch\tBegonnen am\tLetzter Zugriff\tBewertung\tFrage 0\tAntwort 0\nAna\ta@b\t1\tx\ty\t8\tq\ta\n';

/** Four files more, none of them of any use. */
const useless = once(() =>
  withFiles(
    {
      'empty.csv': '',
      'broken.xlsx': Buffer.from('PK\x03\x04nothing'),
      'german.txt': german,
      'recipe.csv': 'Flour,Sugar,Eggs\n500,200,4\n',
    },
    ['empty.csv', 'broken.xlsx', 'german.txt', 'recipe.csv'],
  ),
);

/** Somebody whose former contract stands in the people file, too. */
const rejoined = y.staff.find((s) => s.leaves === null && s.enrolled);

/** In every file rows that say too much or too little, and that take nothing from the others. */
const oddRows = once(() => {
  const [head = '', ...people] = lines(good['people.csv']);
  const former = people
    .filter((l) => l.startsWith(`"${rejoined?.id}"`))
    .join()
    .replace(/"[^"]*","[^"]*","[^"]*","[^"]*","[^"]*"$/, '"2015-01-01","2027-01-01","","",""')
    .replace(/"(Arts|Business|Health|Science|Library|Estates|IT|Nursery|Chaplaincy)[^"]*"/, '"Old department"');
  const tooLong = '"S99999","Extra","x","y","z","2020-01-01","","","","","one too many"';
  const rows = good['interactions.txt'].split('\n');
  const id = y.staff.find((s) => s.enrolled)?.id;
  return withFiles({
    'interactions.txt': [...rows.slice(0, 6), ...rows.slice(1)].join('\n'),
    'people.csv': `${[head, former, ...people, tooLong].join('\n')}\n`.replaceAll('&', '&amp;'),
    'completion.csv': good['completion.csv'].replaceAll('&', '&amp;'),
    'manual.csv': `${manualCsv(y)}"${id}","2028.1","induction","Paper","","2029-01-05"\n"${id}","2028.1","induction","Paper","H. Officer",""\n`,
  });
});

/** Three who are done: one is not in the people file, one not done in the completion report, one has no attempt. */
const [gone, undone, absent] = y.staff.filter((s) => s.enrolled && s.doings.some((d) => d.activity === 1 && d.done));
const contradictions = once(() =>
  withFiles({
    'people.csv': lines(good['people.csv'])
      .map((l, i) => (i === y.staff.length ? l.replace(/"\d{4}-\d{2}-\d{2}"/, '"soon"') : l))
      .filter((l) => !l.includes(`"${gone?.id}"`))
      .join('\n'),
    'completion.csv': lines(good['completion.csv'])
      .map((l) => (l.includes(`"${undone?.id}"`) ? l.replaceAll(/"Completed","[^"]*"/g, '"Not completed",""') : l))
      .join('\n'),
    'interactions.txt': good['interactions.txt']
      .split('\n')
      .filter((l) => !l.includes(`\t${absent?.email}\t`))
      .join('\n'),
  }),
);

/** A completion report of other trainings, and an interactions report with one box ticked of four. */
const neither = once(() =>
  withFiles({
    'completion.csv': good['completion.csv'].replaceAll('Acceptable use', 'Forklift'),
    'interactions.txt': interactionsText(y, 1, ['Response']),
  }),
);

describe('input that is wrong is said in a clear line, and nothing is dropped silently', () => {
  it('a file that is none of the known ones', async () => {
    const r = await useless();
    expect(r.codes).toContain('stop unknown_file');
    expect(r.page).not.toContain('Flour');
    expect(r.file('data-quality.csv')).toContain('first row: Flour, Sugar, Eggs');
    expect(r.taken.at(-1)).toMatchObject({ file: 'recipe.csv', as: 'not used' });
  });

  it('an empty file, a broken workbook and a report in another language', async () => {
    const r = await useless();
    expect(r.codes).toEqual(expect.arrayContaining(['stop empty_file', 'stop unreadable_file']));
    expect(r.findings.filter((f) => f.code === 'unknown_file').map((f) => f.where)).toEqual([
      'german.txt',
      'recipe.csv',
    ]);
    expect(r.page).toContain('Set your Moodle language to English');
    expect(r.report.headline.done).toBeGreaterThan(0);
  });

  it('a person’s row in one file twice: every answer counts once', async () => {
    const [r, all] = [await oddRows(), await unchanged()];
    expect(r.codes).toContain('check duplicate_attempt');
    expect(r.report.items.map((i) => [i.id, i.n, i.facility])).toEqual(
      all.report.items.map((i) => [i.id, i.n, i.facility]),
    );
  });

  it('boxes not ticked: what can still be worked out is, the rest is named', async () => {
    const noKeys = await withFiles({ 'interactions.txt': interactionsText(y, 1, ['Question', 'Response']) });
    const all = await unchanged();
    expect(noKeys.codes).toContain('check boxes');
    expect(noKeys.report.items.map((i) => [i.id, i.n, i.facility])).toEqual(
      all.report.items.map((i) => [i.id, i.n, i.facility]),
    );
    const responses = await neither();
    expect(responses.codes).toContain('stop boxes');
    expect(responses.report.items).toEqual([]);
    expect(responses.page).toContain('Tick all four boxes');
  });

  it('activities that are not ours, and a completion report without ours', async () => {
    expect((await unchanged()).codes).toContain('note other_activities');
    const none = await neither();
    expect(none.codes).toContain('stop no_activity');
    expect(none.page).toContain('Forklift of social media (2026.1)');
  });

  it('duplicate people are counted once, with the current contract', async () => {
    const [r, plain] = [await oddRows(), await unchanged()];
    expect(r.codes).toContain('check duplicate_people');
    expect(r.report.headline.inScope).toBe(plain.report.headline.inScope);
    expect(r.file('status.csv')).not.toContain('Old department');
    expect(r.file('data-quality.csv')).toContain(
      `"duplicate_people","people.csv","${rejoined?.id.toLowerCase()}","2 rows"`,
    );
  });

  it('people in the exports but not in the people file are listed and kept out of the figures', async () => {
    const r = await contradictions();
    expect(r.codes).toContain('check unmatched');
    expect(r.file('data-quality.csv')).toContain(`"unmatched",,"${gone?.id}"`);
    expect(r.file('evidence.csv')).toContain(gone?.id);
    expect(r.page).not.toContain(gone?.email);
  });

  it('two formats of dates, month-first dates and dates that cannot be read', async () => {
    const slashes = (l: string, i: number) =>
      i > 0 && i % 2 === 0 ? l.replace(/"(\d{4})-(\d{2})-(\d{2})"/, '"$3/$2/$1"') : l;
    const people = lines(good['people.csv']);
    const mixed = await withFiles({ 'people.csv': people.map(slashes).join('\n') });
    const plain = await unchanged();
    expect(mixed.codes).toContain('check two_date_formats');
    expect(mixed.report.headline).toEqual(plain.report.headline);
    const american = await withFiles({
      'people.csv': people.map((l) => l.replaceAll(/"(\d{4})-(\d{2})-(\d{2})"/g, '"$2/$3/$1"')).join('\n'),
    });
    expect(american.codes).toContain('check month_first');
    expect(american.report.headline).toEqual(plain.report.headline);
    expect((await contradictions()).codes).toEqual(expect.arrayContaining(['check unread_date', 'check blank_start']));
  });

  it('UTF-16, old Windows letters and semicolons are read as they are meant', async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(good['people.csv'].replaceAll('","', '"\t"'), 'utf16le'),
    ]);
    const windows = Buffer.from(
      good['people.csv']
        .replaceAll('","', '";"')
        .replaceAll('’', '\x92')
        .replaceAll('ë', '\xeb')
        .replaceAll('ü', '\xfc'),
      'latin1',
    );
    const plain = await unchanged();
    for (const people of [utf16, windows]) {
      const r = await withFiles({ 'people.csv': people });
      expect(r.report).toEqual(plain.report);
      expect(r.file('status.csv')).toEqual(plain.file('status.csv'));
    }
  });

  it('lines that are broken are listed by number', async () => {
    const r = await oddRows();
    expect(r.codes).toContain('check unreadable_line');
    expect(r.file('data-quality.csv')).toContain('line 63');
  });

  it('HTML-escaped text is turned back before it is compared', async () => {
    const name = y.staff.find((s) => s.last.includes('&') && s.enrolled)?.last ?? 'Smith & Co';
    const r = await oddRows();
    expect(r.codes).toContain('note escaped');
    expect(r.file('status.csv')).toContain(name);
    expect(r.file('status.csv')).not.toContain('&amp;');
  });

  it('a file given twice, and one report as text and again, count once', async () => {
    const p = write(good);
    const files = ['completion.csv', 'interactions.txt', 'interactions.txt'].map((n) => p[n] ?? '');
    const twice = await run({ files, people: p['people.csv'] ?? null, config: p['hr.yaml'] ?? null });
    expect(twice.report).toEqual((await unchanged()).report);
  });

  it('files that disagree are listed by person', async () => {
    const r = await contradictions();
    expect(r.codes).toContain('check declared_not_done');
    expect(r.file('data-quality.csv')).toContain(`"declared_not_done",,"${undone?.id}"`);
    expect(r.file('data-quality.csv')).toContain(`"done_no_attempt",,"${absent?.id}"`);
  });

  it('manual evidence without a date or a verifier is listed and not counted', async () => {
    const r = await oddRows();
    expect(r.codes).toContain('check manual_unused');
    expect(r.file('data-quality.csv').match(/"manual_unused"/g)).toHaveLength(2);
  });

  it('records after the day of the report are left out and counted', async () => {
    const p = write(good);
    const r = await run({
      files: [p['completion.csv'] ?? '', p['interactions.txt'] ?? ''],
      people: p['people.csv'] ?? null,
      config: p['hr.yaml'] ?? null,
      asOf: '2028-12-01',
    });
    expect(r.codes).toContain('note after_as_of');
    expect(r.report.overTime.months.at(-1)?.day).toBe('2028-12-01');
  });

  it.each([
    [['--as-of', '2026-02-30', '--out', 'x', 'f'], '--as-of 2026-02-30 is not a day'],
    [['--out', 'x', 'f'], 'Say which day'],
    [['--as-of', '2026-11-22', 'f'], 'Say where the report goes'],
    [['--as-of', '2026-11-22', '--out', 'x'], 'Name at least one file'],
    [['--as-of', '2026-11-22', '--out', 'x', '--colour', 'f'], 'Unknown option'],
    [['--as-of', '2026-11-22', '--out', 'x', '--memory', 'lots', 'f'], 'is not a size'],
  ])('a wrong command line %j is one clear sentence', (argv, says) => {
    expect(() => readArguments(argv, 'content')).toThrow(UserError);
    expect(() => readArguments(argv, 'content')).toThrow(says);
  });

  it.each([
    [{ files: ['/nowhere/export.csv'] }, 'There is no file /nowhere/export.csv'],
    [{ config: 'days: many' }, 'days'],
    [{ config: 'colour: red' }, 'colour'],
    [{ config: 'columns: { start: Eintritt }' }, 'no column “Eintritt”'],
    [{ people: 'Colour,Size\nred,5\n' }, 'no column for staff id, username or email'],
    [{ manual: 'Person,Date\nS1,2026-01-01\n' }, 'no column “edition”, “method”, “verified by”'],
  ])(
    'what must be put right first stops the run: %j',
    async (change: { files?: string[]; config?: string; people?: string; manual?: string }, says) => {
      const p = write({
        ...good,
        'hr.yaml': change.config ?? good['hr.yaml'],
        'people.csv': change.people ?? good['people.csv'],
        'manual.csv': change.manual ?? manualCsv(y),
      });
      const job = {
        files: change.files ?? [p['completion.csv'] ?? ''],
        people: p['people.csv'] ?? null,
        config: p['hr.yaml'] ?? null,
        manual: p['manual.csv'] ?? null,
      };
      const stopped = await run(job).catch((error: unknown) => error);
      expect(stopped).toBeInstanceOf(UserError);
      expect(stopped).toHaveProperty('message', expect.stringContaining(says));
    },
  );
});
