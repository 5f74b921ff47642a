import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, once, run, write } from './folder.ts';
import { answers, declaration, report, twenty } from './hand.ts';

const said = [...answers({ q_int_001: true }), declaration('2026-12-01')];
const rows = twenty(said, '2026-12-01');
const head = 'Staff ID,Name,Email,Department,Start date,Leave date';
const people = rows.map(
  (r, i) => `${String(i + 1).padStart(5, '0')},${r.who},${r.who.toLowerCase()}@example.ac.uk,Art`,
);
const list = (start: string, leave = '') => people.map((p) => `${p},${start},${leave}`);

async function withPeople(lines: readonly string[], yaml = 'requiredFrom: "2026-11-22"', asOf = '2026-12-31') {
  const p = write({
    'people.csv': `${lines.join('\n')}\n`,
    'i.txt': report(rows),
    'hr.yaml': `${yaml}\nsmallGroup: 2`,
  });
  return run({ files: [p['i.txt'] ?? ''], people: p['people.csv'] ?? null, config: p['hr.yaml'] ?? null, asOf });
}

/** A list with a date that is none, blank rows and a row without a person. */
const untidy = once(() =>
  withPeople([
    head,
    ...list('2020-01-01').slice(1),
    `${people[0]},soon,`,
    ...Array(12).fill(',,,,,'),
    ',,,Art,2020-01-01,',
  ]),
);
/** A list of other people, years after the data, with settings that do not say from when the training was asked. */
const others = once(() => withPeople([head, '90001,Zoe,zoe@example.ac.uk,Art,2020-01-01,'], '', '2031-12-31'));

describe('people files as spreadsheets leave them', () => {
  it('years of two digits are years of now', async () => {
    const r = await withPeople([head, ...list('01/09/15', '31/08/28')]);
    expect(r.report.headline).toMatchObject({ inScope: 20, done: 20 });
    expect(r.file('status.csv')).not.toContain('no: left');
  });

  it('all columns decide together whether the day or the month is first, and where nothing decides, it is said', async () => {
    // 3/1/2027 alone could be either; the leave dates tell.
    const american = await withPeople([head, ...list('3/1/2027', '12/31/2028')]);
    expect(american.codes).toContain('check month_first');
    expect(american.file('status.csv')).toContain('no: not started work');
    const either = await withPeople([head, ...list('3/1/2026')]);
    expect(either.codes).toContain('check either_order');
  });

  it('dates that cannot be read, and people without one, are listed by person', async () => {
    const r = await untidy();
    expect(r.file('data-quality.csv')).toMatch(/"unread_date","people\.csv","00001","Start date: soon"/);
    expect(r.file('data-quality.csv')).toMatch(/"blank_start","people\.csv","00001"/);
    expect(r.page).not.toContain('soon”');
  });

  it('empty rows are nobody', async () => {
    const r = await untidy();
    expect(r.report.headline.inScope).toBe(20);
    expect(r.findings.find((f) => f.code === 'blank_rows')?.count).toBe(12);
    expect(r.codes).toContain('check nobody');
  });

  it('lost leading zeros are found again, and said', async () => {
    const completion = `"","ID number","Acceptable use of social media",""\n${people
      .map((p) => `"x","${p.slice(0, 5)}","Completed","2026-12-01 10:00:00"`)
      .join('\n')}\n`;
    const lost = ['Staff ID,Name', ...people.map((p) => `${Number(p.slice(0, 5))},${p.slice(6, 9)}`)].join('\n');
    const p = write({ 'c.csv': completion, 'people.csv': lost });
    const r = await run({ files: [p['c.csv'] ?? ''], people: p['people.csv'] ?? null, asOf: '2026-12-31' });
    expect(r.report.headline).toMatchObject({ inScope: 20, done: 20 });
    expect(r.findings.find((f) => f.code === 'lost_zeros')?.count).toBe(20);
  });

  it('a list of other people is said at the top', async () => {
    expect((await others()).codes).toContain('check many_unmatched');
  });

  it('a file without headings or without people ends with the remedy, and shows nobody', async () => {
    await expect(withPeople(list('2020-01-01'))).rejects.toThrow(/first row must be the headings\. Name/);
    await expect(withPeople([head])).rejects.toThrow(/names nobody/);
  });

  it('an open pause, and a day long after the data, are said', async () => {
    const r = await withPeople([
      `${head},Exempt or paused,From,To`,
      ...list('2020-01-01').map((l) => `${l},paused,2026-12-01,`),
    ]);
    expect(r.findings.find((f) => f.code === 'open_pause')?.count).toBe(20);
    expect((await others()).codes).toEqual(expect.arrayContaining(['check far_as_of', 'check first_day_guessed']));
  });

  it('who has left is not overdue in any list', async () => {
    const r = await withPeople([
      head,
      ...list('2020-01-01', '2026-12-02'),
      '90001,Zoe,zoe@example.ac.uk,Art,2020-01-01,',
    ]);
    const status = r.file('status.csv').split('\n');
    expect(status.filter((l) => l.includes('no: left') && l.includes('"yes"'))).toEqual([]);
  });
});

describe('manual evidence that does not fit', () => {
  it('says who is not in the people file, who stands twice, and an unknown edition', async () => {
    const manual = [
      'Person,Edition,Route,Method,Verified by,Date',
      '99999,2026.1,induction,Paper,H. Officer,2026-12-03',
      ...[1, 2].map(() => '00001,2025.9,induction,Paper,H. Officer,2026-12-03'),
      ',,,,,',
    ].join('\n');
    const p = write({
      'people.csv': [head, ...list('2020-01-01')].join('\n'),
      'i.txt': report(rows),
      'manual.csv': manual,
    });
    const r = await run({
      files: [p['i.txt'] ?? ''],
      people: p['people.csv'] ?? null,
      manual: p['manual.csv'] ?? null,
      asOf: '2026-12-31',
    });
    expect(r.codes).toEqual(
      expect.arrayContaining(['check manual_unmatched', 'check manual_duplicate', 'check manual_edition']),
    );
    expect(r.codes).not.toContain('note unmatched_idle');
    expect(r.findings.find((f) => f.code === 'manual_edition')?.count).toBe(2);
  });
});

describe('files with odd names and odd text', () => {
  it('a line break or a stray quotation mark in a cell loses at most the lines it takes with it', async () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ who: `P${i}`, started: '2026-12-01', said }));
    const broken = report(many.map((r, i) => (i === 7 ? { ...r, who: 'Two\nLines' } : r)));
    const r = await run({ files: Object.values(write({ 'i.txt': broken })), asOf: '2026-12-31' });
    expect(r.report.items[0]?.n).toBe(300);
    const stray = report(many).replace('"P9"\t', 'P"9\t');
    const s = await run({ files: Object.values(write({ 'i.txt': stray })), asOf: '2026-12-31' });
    expect(s.report.items[0]?.n).toBeGreaterThan(297);
  });

  it('brackets in a name, an equals sign in a folder, text called .gz: each file is read, and no other', async () => {
    const folder = join(newFolder(), 'year=2026');
    mkdirSync(folder);
    const put = (name: string, some: typeof rows) => {
      const path = join(folder, name);
      writeFileSync(path, report(some));
      return path;
    };
    put('report1.txt', rows.slice(0, 3));
    const files = [put('report[1].txt', rows.slice(0, 12)), put('report.txt.gz', rows.slice(12))];
    const r = await run({ files, asOf: '2026-12-31' });
    expect(r.report.headline.inScope).toBe(20);
    expect(r.taken.map((t) => t.as.split(',')[1])).toEqual([' 12 rows', ' 8 rows']);
  });

  it('a completion report saved again with semicolons and swapped dates is read, and the swap is said', async () => {
    const csv = `;Email address;Acceptable use of social media;\n${rows
      .map((r) => `${r.who};${r.who.toLowerCase()}@example.ac.uk;Completed;12/31/2026 10:00`)
      .join('\n')}\n`;
    const r = await run({ files: Object.values(write({ 'c.csv': csv })), asOf: '2026-12-31' });
    expect(r.report.headline.done).toBe(20);
    expect(r.codes).toContain('check saved_by_spreadsheet');
  });

  it('names in the wrong column do not come onto the page', async () => {
    const csv = `"","Email address","Acceptable use of social media",""\n"x","p01@example.ac.uk","Secret Person","Aaron Person"\n`;
    const r = await run({ files: Object.values(write({ 'c.csv': csv })), asOf: '2026-12-31' });
    expect(r.page).not.toMatch(/Secret|Aaron/);
    expect(r.file('data-quality.csv')).toContain('Secret Person');
  });

  it('a workbook that others could read becomes private, too', async () => {
    const out = newFolder();
    writeFileSync(join(out, 'people.xlsx'), '', { mode: 0o644 });
    await run({ files: Object.values(write({ 'i.txt': report(rows) })), asOf: '2026-12-31', out });
    expect(statSync(join(out, 'people.xlsx')).mode & 0o777).toBe(0o600);
  });
});
