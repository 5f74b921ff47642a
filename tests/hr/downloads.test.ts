import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openDb } from '../../hr/db/open.ts';
import { Random } from '../../hr/demo/random.ts';
import { Quality } from '../../hr/quality.ts';
import { openAll } from '../../hr/read/given.ts';
import { exportsFolder, newFolder, once, run } from './folder.ts';

const ours = join(exportsFolder, 'our-module');
const asOf = '2026-11-30';
const zip = (...names: readonly string[]) =>
  Buffer.from(zipSync(Object.fromEntries(names.map((n) => [n, new Uint8Array([60])]))));

/** What may lie in a folder of downloads besides Moodle’s own, with words of what is said of it. */
const besides: Readonly<Record<string, readonly [content: string | Buffer, says: string]>> = {
  'screen.png': [Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'), 'It is a picture'],
  'photo.csv': [Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1'), 'It is a picture'],
  'old.xls': [Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'latin1'), 'It is a workbook of an old kind'],
  'letter.docx': [zip('word/document.xml'), 'It is a Word document'],
  'module.zip': [zip('imsmanifest.xml', 'index.html'), 'It is a SCORM package'],
  'all.zip': [zip('completion.csv'), 'It is a zip of other files'],
  'damaged.xlsx': [
    readFileSync(join(ours, 'grades-xls.xlsx')).subarray(0, 3000),
    'It is a zip or a workbook that was cut',
  ],
  'hollow.xlsx': [zip('xl/workbook.xml'), 'It is an Excel workbook that cannot be read'],
  'login.csv': ['<!DOCTYPE html>\n<html><head><title>Log in</title>', 'It is a web page'],
  'program.exe': [Buffer.from('MZ\x90\0\x03\0\0\0\xff\xfe,,,,', 'latin1'), 'It is not text'],
  'wide.csv': [`Name,${'x,'.repeat(20_000)}\n`, 'Its first row has 20,002 cells'],
  'nothing.csv': ['', 'The file is empty'],
  'blank.txt': ['\ufeff\r\n\r\n', 'The file is empty'],
  'status.csv': [
    '"Staff id","Name","As of","Personal data: keep private"\n"1","A","2026-11-01",\n',
    'an earlier report',
  ],
  'list.csv': ['Staff ID,Name,Email,Department\n1,A,a@b.c,Art\n', 'It looks like a staff list'],
};

/** Everything that Moodle offers, each in every format, with other things, named as one folder. */
const everything = once(async () => {
  const folder = newFolder();
  for (const file of readdirSync(ours)) copyFileSync(join(ours, file), join(folder, file));
  for (const [file, [content]] of Object.entries(besides)) writeFileSync(join(folder, file), content);
  writeFileSync(join(folder, '.DS_Store'), 'x');
  symlinkSync(join(folder, 'gone.csv'), join(folder, 'link to nothing.csv'));
  mkdirSync(join(folder, 'last month'));
  return run({ files: [folder], people: join(folder, 'people.csv'), asOf, out: join(folder, 'report') });
});

const said = async (file: string) => {
  const f = (await everything()).findings.find((one) => one.where === file && one.severity === 'stop');
  return f && `${f.says}. ${f.remedy}`;
};

describe('a folder of downloads', () => {
  it('tells the truth about each person, whatever else is in it', async () => {
    const r = await everything();
    expect(r.report.headline).toMatchObject({ inScope: 9, done: 4, inProgress: 3, notStarted: 2 });
    const state = (id: string) =>
      new RegExp(`^"${id}".*?"(done|in progress|not started)"`, 'm').exec(r.file('status.csv'));
    expect(['010001', '010002', '010005', '010006'].map((id) => state(id)?.[1])).toEqual(Array(4).fill('done'));
    expect(['10003', '010004', '010007'].map((id) => state(id)?.[1])).toEqual(Array(3).fill('in progress'));
    expect(['010008', '010009'].map((id) => state(id)?.[1])).toEqual(Array(2).fill('not started'));
    // Four people are done once each, however many files say so.
    expect(r.file('evidence.csv').match(/"passed"/g)).toHaveLength(4);
  });

  it('a person without a finished paper has no score, and minutes are whole', async () => {
    const evidence = (await everything()).file('evidence.csv').split('\n');
    const row = (id: string) => evidence.find((l) => l.startsWith(`"${id}"`))?.split(',') ?? [];
    const score = evidence[0]?.split(',').indexOf('"Score"') ?? 0;
    expect(row('10003')[score]).toBe('');
    expect(row('010004')[score]).toBe('"41.67"');
    expect(row('010001')).toContain('"under 1"');
    expect(row('010006')).toContain('"1"');
  });

  it.each<readonly [string, string]>([
    ['participants-pdf.pdf', 'It is a PDF'],
    ['ind-interactions-all-ODS.ods', 'It is an OpenDocument file'],
    ['participants-html.html', 'It is a web page'],
    ['participants-json.json', 'It is JSON'],
    ['grades-xml.xml', 'It is XML'],
    ['participants-csv.csv', 'It says who is in the course'],
    ['participants-excel.xlsx', 'It says who is in the course'],
    ...Object.entries(besides).map(([file, [, says]]) => [file, says] as const),
  ])('%s: says what it is, and what to give instead', async (file, says) => {
    expect(await said(file)).toContain(says);
    expect(await said(file)).toMatch(/(Download|Give|Save|Unpack|Sign in).*\w$/);
  });

  it('lists each file once, the people file as that, the computer’s own not at all, and says what is not looked into', async () => {
    const r = await everything();
    const files = r.taken.map((t) => t.file);
    expect(new Set(files).size).toBe(files.length);
    expect(files).not.toContain('people.csv');
    expect(files).not.toContain('.DS_Store');
    expect(r.page).toContain('people file');
    // The folder of the report itself is no folder of downloads.
    expect(r.findings.find((f) => f.code === 'folder_in_folder')).toMatchObject({ count: 1 });
  });

  it('an empty folder is said', async () => {
    expect((await run({ files: [newFolder()], asOf })).codes).toContain('stop empty_folder');
  });

  it('a people file that is no table is said in one sentence', async () => {
    const files = [join(ours, 'completion-csv.csv')];
    await expect(run({ files, people: join(ours, 'participants-pdf.pdf'), asOf })).rejects.toThrow(
      /^participants-pdf\.pdf: It is a PDF/,
    );
    await expect(run({ files, people: ours, asOf })).rejects.toThrow(/^our-module: It is a folder/);
  });
});

it('what goes wrong with one file is said of that file, whatever it is', async () => {
  const db = await openDb('144MB');
  const failing = (error: Error) => ({ ...db, all: () => Promise.reject(error) });
  const [quality, forbidden] = [new Quality(), Object.assign(new Error('EACCES'), { code: 'EACCES' })];
  const files = [join(ours, 'completion-csv.csv')];
  expect(await openAll(failing(new Error('Binder Error')), files, quality)).toEqual([]);
  expect(await openAll(failing(forbidden), files, quality)).toEqual([]);
  expect(quality.findings.map((f) => f.says)).toEqual(['It cannot be read', 'You may not read this file']);
  // More memory may help: the whole run starts again.
  await expect(openAll(failing(new Error('Out of Memory Error: x')), files, quality)).rejects.toThrow('Out of Memory');
  await db.close();
});

it('no file ends the report, however it was damaged on the way', async () => {
  const folder = newFolder();
  const random = new Random(13);
  for (const file of readdirSync(ours)) {
    const bytes = readFileSync(join(ours, file));
    writeFileSync(join(folder, `cut-${file}`), bytes.subarray(0, random.below(bytes.length)));
    for (let i = 0; i < 12; i++) bytes[random.below(bytes.length)] = random.below(256);
    writeFileSync(join(folder, `bent-${file}`), bytes);
  }
  const r = await run({ files: [folder, join(ours, 'completion-csv.csv')], people: join(ours, 'people.csv'), asOf });
  expect(r.taken.length).toBeGreaterThan(60);
  expect(r.report.headline.done).toBeGreaterThanOrEqual(4);
});
