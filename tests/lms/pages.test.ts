import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '../../lms/people.ts';
import { buildPackages } from '../../scorm/build.ts';
import { folder, options } from '../scorm/fixture.ts';
import { lms, play, post } from './client.ts';

let running: Awaited<ReturnType<typeof lms>>;
beforeAll(async () => {
  running = await lms();
});
afterAll(() => running.stop());

const get = async (path: string) => (await fetch(`${running.url}${path}`)).text();
const table = async (path: string) =>
  Papa.parse<Record<string, string>>(await get(path), { header: true, skipEmptyLines: true }).data;

test('home shows everybody and every package with its version', async () => {
  const home = await get('');
  expect(people.length).toBeGreaterThanOrEqual(6);
  expect(new Set(people.map((p) => p.staffType)).size).toBeGreaterThanOrEqual(6);
  for (const p of people) expect(home).toContain(p.last);
  for (const label of ['Induction, SCORM 1.2', 'Induction, SCORM 2004', 'Refresher, SCORM 1.2'])
    expect(home).toContain(label);
  expect(home).toContain('version 1.2.3');
  // As a person meets them; what most try first is chosen.
  expect(/value="([^"]+)"[^>]*aria-labelledby="a0"[^>]*checked/.exec(home)?.[1]).toBe('induction-scorm12');
  expect(home).toContain('Acceptable use &amp; care of “social” media &lt;1&gt;');
});

test('the completion list and its CSV say who has done what, with the columns HR reads', async () => {
  const p = await play(running, 'coneill');
  await p.commit({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '92' }, true);
  const [row] = await table('completions.csv');
  expect(Object.keys(row ?? {})).toEqual([
    'id',
    'username',
    'name',
    'email',
    'department',
    'staff type',
    'route',
    'standard',
    'attempt',
    'status',
    'score',
    'started',
    'last accessed',
    'passed at',
  ]);
  expect(row).toMatchObject({
    id: '10003',
    username: 'coneill',
    name: 'Chloë O’Neill-Müller',
    status: 'passed',
    score: '92',
    attempt: '1',
  });
  expect(row?.['passed at']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  expect(await get('completions')).toContain('passed');
});

test('interactions come one a row, with the fields of either standard', async () => {
  const old = await play(running, 'kboateng');
  await old.commit({
    'cmi.interactions.0.id': 'q_per_014',
    'cmi.interactions.0.type': 'choice',
    'cmi.interactions.0.student_response': 'a,c',
    'cmi.interactions.0.correct_responses.0.pattern': 'a,b',
    'cmi.interactions.0.result': 'wrong',
    'cmi.interactions.0.time': '09:15:00',
    'cmi.interactions.10.id': 'declaration',
    'cmi.interactions.2.id': 'paper_1',
  });
  const later = await play(running, 'kboateng', 'induction-scorm2004');
  await later.commit({
    'cmi.interactions.0.id': 'role',
    'cmi.interactions.0.learner_response': 'a',
    'cmi.interactions.0.timestamp': '2026-11-22T09:00:00',
  });
  const rows = (await table('interactions.csv')).filter((r) => r['username'] === 'kboateng');
  expect(rows.map((r) => [r['standard'], r['interaction']])).toEqual([
    ['SCORM 1.2', 'q_per_014'],
    ['SCORM 1.2', 'paper_1'],
    ['SCORM 1.2', 'declaration'],
    ['SCORM 2004', 'role'],
  ]);
  expect(rows[0]).toMatchObject({ type: 'choice', response: 'a,c', pattern: 'a,b', result: 'wrong', time: '09:15:00' });
  expect(rows[3]).toMatchObject({ response: 'a', time: '2026-11-22T09:00:00' });
});

test('a spreadsheet cannot be made to run a cell', async () => {
  const p = await play(running, 'sprys');
  await p.commit({
    'cmi.interactions.0.id': 'x',
    'cmi.interactions.0.student_response': '=HYPERLINK("https://evil.example")',
  });
  const row = (await table('interactions.csv')).find((r) => r['username'] === 'sprys');
  expect(row?.['response']).toBe('\'=HYPERLINK("https://evil.example")');
});

test('what a module stores is shown as text, never as markup', async () => {
  const p = await play(running, 'wli');
  await p.commit({ 'cmi.suspend_data': '<script>alert(1)</script>', 'cmi.interactions.0.id': '<b>x</b>' });
  const id = running.db.prepare("select id from attempts where username = 'wli'").get()?.['id'];
  const page = await get(`attempts/${id}`);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toContain('<script>alert');
});

test('the record of a package that was opened and has not begun says so', async () => {
  running.launch('tzielinski', 'induction-scorm12');
  const id = running.db.prepare("select id from attempts where username = 'tzielinski'").get()?.['id'];
  expect((await get(`attempts/${id}`)).match(/None yet/g)).toHaveLength(3);
});

test('reset asks first, deletes only on POST, and voids the launches', async () => {
  const p = await play(running, 'mokafor');
  await p.commit({ 'cmi.core.lesson_status': 'incomplete' });
  const id = Number(running.db.prepare("select id from attempts where username = 'mokafor'").get()?.['id']);
  expect(await get(`reset?attempt=${id}`)).toContain(
    'This deletes attempt 1 of Margaret Okafor at Induction, SCORM 1.2',
  );
  expect(await get(`attempts/${id}`)).toContain('Margaret');
  await post(`${running.url}reset`, new URLSearchParams({ attempt: String(id) }));
  expect((await fetch(`${running.url}attempts/${id}`)).status).toBe(404);
  expect((await p.send({ 'cmi.suspend_data': 'v2' })).status).toBe(404);
  expect((await play(running, 'mokafor')).begun.entry).toBe('ab-initio');
  await post(`${running.url}reset`, new URLSearchParams({ attempt: 'all' }));
  for (const t of ['attempts', 'record', 'launches', 'sessions', 'commits', 'flags'])
    expect(running.db.prepare(`select count(*) as n from ${t}`).get()).toEqual({ n: 0 });
});

test('a rebuilt package shows at the next load, and a pass stays with the activity', async () => {
  const dir = folder('rebuilt');
  buildPackages(options(dir));
  const other = await lms({ packagesDir: dir });
  const p = await play(other);
  await p.commit({ 'cmi.core.lesson_status': 'passed' }, true);
  buildPackages(options(dir, { version: '1.10.0' }));
  expect(await (await fetch(other.url)).text()).toContain('version 1.10.0');
  expect((await play(other)).begun.mode).toBe('review');
  await other.stop();
});

test('the strict switch is said on the page and given to the player', async () => {
  const strict = await lms({ strict: true });
  expect(await (await fetch(strict.url)).text()).toContain('Strict lengths are on');
  expect((await play(strict)).begun).toMatchObject({ strict: true });
  await strict.stop();
});
