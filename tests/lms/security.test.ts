import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowedHosts, documentPolicy } from '../../lms/http/security.ts';
import { lms, play, post } from './client.ts';

let running: Awaited<ReturnType<typeof lms>>;
beforeAll(async () => {
  running = await lms();
});
afterAll(() => running.stop());

/** A raw request, so that Host can be anything. */
const raw = (path: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(running.url);
    request({ host: hostname, port, path, method, headers }, (r) => {
      r.resume();
      resolve(r.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

describe('another site cannot use it', () => {
  const form = new URLSearchParams({ person: 'pnair', activity: 'induction-scorm12' });
  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin', { origin: '' }],
    ['origin null (sandboxed frame)', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://localhost:1' }],
    ['fetch metadata says cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['fetch metadata says same-site', { 'sec-fetch-site': 'same-site' }],
  ])('launch refused: %s', async (_, headers) => {
    expect((await post(`${running.url}launch`, form, headers as Record<string, string>)).status).toBe(403);
  });

  test('a commit needs the origin too, even with the token', async () => {
    const p = await play(running);
    const body = { session: p.begun.session, sequence: 1, finish: false, cmi: {}, calls: {} };
    expect((await post(`${p.url}/commit`, body, { origin: 'https://evil.example' })).status).toBe(403);
  });

  test('a rebound host name is refused for reading as well', async () => {
    const { port } = new URL(running.url);
    expect(await raw('/', { host: `evil.example:${port}` })).toBe(421);
    expect(await raw('/completions.csv', { host: `evil.example:${port}` })).toBe(421);
    expect(await raw('/', { host: `127.0.0.1:${port}` })).toBe(200);
    expect(await raw('/', { host: `[::1]:${port}` })).toBe(200);
    expect(await raw('/', { host: '127.0.0.1:1' })).toBe(421);
  });

  test('nothing changes on GET, and no other method is taken', async () => {
    const before = running.db.prepare('select count(*) as n from attempts').get()?.['n'];
    const { host } = new URL(running.url);
    expect(await raw('/launch?person=pnair&activity=induction-scorm12', { host })).toBe(404);
    await raw('/reset?attempt=all', { host });
    expect(running.db.prepare('select count(*) as n from attempts').get()?.n).toBe(before);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) expect(await raw('/', { host }, method)).toBe(405);
  });

  test('which hosts it answers for', () => {
    expect(allowedHosts('127.0.0.1')).toEqual(['localhost', '127.0.0.1', '[::1]']);
    expect(allowedHosts('lms.test')).toContain('lms.test');
    expect(allowedHosts('0.0.0.0')).not.toContain('0.0.0.0');
  });
});

describe('a launch token is needed, and is good for its own attempt only', () => {
  test('no such token', async () => {
    expect((await fetch(`${running.url}launch/nonsense`)).status).toBe(404);
    expect((await fetch(`${running.url}launch/nonsense/content/induction.html`)).status).toBe(404);
    expect((await post(`${running.url}launch/nonsense/begin`, {})).status).toBe(404);
    expect((await post(`${running.url}launch/nonsense/commit`, {})).status).toBe(404);
  });
  test('the session of another launch', async () => {
    const mine = await play(running, 'pnair');
    const theirs = await play(running, 'wli');
    const body = { session: theirs.begun.session, sequence: 1, finish: false, cmi: {}, calls: {} };
    expect((await post(`${mine.url}/commit`, body)).status).toBe(404);
  });
  test('tokens are random and long', () => {
    const tokens = Array.from(
      { length: 50 },
      () => running.launch('pnair', 'induction-scorm12').split('/').at(-1) ?? '',
    );
    expect(new Set(tokens).size).toBe(50);
    for (const t of tokens) expect(t).toMatch(/^[A-Za-z0-9_-]{32}$/);
  });
});

describe('input is judged before it is used', () => {
  test.each([
    ['no JSON', null],
    ['read-only element', { cmi: { 'cmi.core.student_id': 'boss' } }],
    ['mode', { cmi: { 'cmi.core.lesson_mode': 'normal' } }],
    ['total time', { cmi: { 'cmi.core.total_time': '99:00:00' } }],
    ['no element', { cmi: { __proto__x: '1' } }],
    ['value is no text', { cmi: { 'cmi.suspend_data': 7 } }],
    ['value too long', { cmi: { 'cmi.suspend_data': 'x'.repeat(64_001) } }],
    ['sequence 0', { sequence: 0 }],
    ['unknown field', { extra: 1 }],
    [
      'too many elements',
      { cmi: Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`cmi.interactions.${i}.id`, 'x'])) },
    ],
  ])('%s: 400 and nothing stored', async (_, change) => {
    const p = await play(running, 'sprys');
    const whole = { session: p.begun.session, sequence: 1, finish: false, cmi: {}, calls: {} };
    const response = await post(`${p.url}/commit`, change === null ? [] : { ...whole, ...change });
    expect(response.status).toBe(400);
    expect(
      running.db.prepare('select count(*) as n from commits where session_id = ?').get(p.begun.session)?.['n'],
    ).toBe(0);
  });
  test('a body beyond the limit is refused', async () => {
    const p = await play(running);
    const response = await post(`${p.url}/commit`, { cmi: { a: 'x'.repeat(1_000_001) } });
    expect(response.status).toBe(413);
  });
  test('forms: unknown person, unknown package, nothing to reset', async () => {
    const launch = (person: string, activity: string) =>
      post(`${running.url}launch`, new URLSearchParams({ person, activity }));
    expect((await launch('nobody', 'induction-scorm12')).status).toBe(400);
    expect((await launch('pnair', 'other-scorm12')).status).toBe(400);
    expect((await post(`${running.url}reset`, new URLSearchParams({ attempt: 'x' }))).status).toBe(400);
  });
});

describe('package files', () => {
  test.each([
    '../../../package.json',
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    '/etc/passwd',
    'constructor',
    '__proto__',
    'induction.html/',
    'INDUCTION.html',
  ])('%s cannot be read', async (path) => {
    const url = new URL(running.launch('pnair', 'induction-scorm12'));
    expect(await raw(`${url.pathname}/content/${path}`, { host: url.host })).toBe(404);
  });
  test('the module’s own files can, with a type, no sniffing and no store', async () => {
    const url = running.launch('pnair', 'induction-scorm12');
    const page = await fetch(`${url}/content/induction.html?x=1`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('content="scorm12"');
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    });
    expect((await fetch(`${url}/content/assets/module.js`)).headers.get('content-type')).toMatch(/javascript/);
    expect((await (await fetch(`${url}/content/probe.txt?123`)).text()).trim()).toBe('ok');
  });
  test('policy: own files only, inline code by hash, never unsafe', async () => {
    const policy = documentPolicy(
      '<script>go()</script><style>p{}</style><script src="a.js"></script><script type="application/json">{}</script>',
    );
    expect(policy.match(/sha256-/g)).toHaveLength(2);
    for (const text of [policy, (await fetch(running.url)).headers.get('content-security-policy') ?? '']) {
      expect(text).toContain("default-src 'none'");
      expect(text).toContain("frame-ancestors 'self'");
      expect(text).not.toMatch(/unsafe|https?:|\*/);
    }
  });
});
