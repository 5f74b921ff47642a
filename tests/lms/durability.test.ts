import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isStale, runBuild } from '../../lms/prepare.ts';
import { storedRecord } from '../../lms/store/attempts.ts';
import { databaseFile, openDatabase } from '../../lms/store/database.ts';
import { dataFolder, lms, Player, packagesDir, play, post } from './client.ts';

const main = fileURLToPath(new URL('../../lms/main.ts', import.meta.url));

/** The command itself, as a process of its own; resolves with its first line of output or its end. */
function command(env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', PACKAGES_DIR: packagesDir, ...env },
  });
  let [out, err] = ['', ''];
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (d) => {
      out += d;
      const url = /^Ready: (\S+)\n/.exec(out)?.[1];
      if (url) resolve(url);
    });
    child.stderr?.on('data', (d) => {
      err += d;
    });
    ended.then((code) => reject(new Error(`ended with ${code}: ${err}`)));
  });
  ready.catch(() => undefined);
  return { child, ready, ended, output: () => ({ out, err }) };
}

const launchForm = new URLSearchParams({ person: 'pnair', activity: 'induction-scorm12' });

async function launch(url: string): Promise<Player> {
  const response = await post(`${url}launch`, launchForm);
  const player = new Player(new URL(response.headers.get('location') ?? '', url).href);
  await player.begin();
  return player;
}

describe('nothing acknowledged is ever missing', () => {
  test('resume works after the server was stopped and started again, with the same launch token', async () => {
    const dataDir = dataFolder();
    const first = await lms({ dataDir });
    const p = await play(first);
    await p.commit({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend', 'cmi.suspend_data': 'v5' });
    await first.close();
    const second = await lms({ dataDir });
    const q = new Player(new URL(new URL(p.url).pathname, second.url).href);
    expect(await q.begin()).toMatchObject({ entry: 'resume', cmi: { 'cmi.suspend_data': 'v5' } });
    await second.stop();
  });

  test.each([3, 17, 40])('kill -9 after %i acknowledged commits, while more are on their way', async (after) => {
    const DATA_DIR = dataFolder();
    const server = command({ DATA_DIR });
    const p = await launch(await server.ready);
    let acknowledged = 0;
    const writing = (async () => {
      for (let i = 1; ; i++) {
        const cmi = {
          'cmi.suspend_data': `v${i}`,
          [`cmi.interactions.${i}.id`]: `q_${i}`,
          'cmi.core.lesson_status': 'incomplete',
        };
        if (!(await p.commit(cmi)).result) return;
        acknowledged = i;
        if (i === after) server.child.kill('SIGKILL');
      }
    })();
    await writing.catch(() => undefined);
    await server.ended;
    const db = openDatabase(DATA_DIR);
    const stored = storedRecord(db, 1);
    expect(acknowledged).toBeGreaterThanOrEqual(after);
    const kept = Number(stored.get('cmi.suspend_data')?.slice(1));
    expect(kept).toBeGreaterThanOrEqual(acknowledged);
    // A commit is stored whole or not at all.
    expect([...stored.keys()].filter((e) => e.startsWith('cmi.interactions.'))).toHaveLength(kept);
    expect(db.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    db.close();
    rmSync(DATA_DIR, { recursive: true });
  });

  test('a commit that arrives late does not undo a newer one', async () => {
    const running = await lms();
    const p = await play(running);
    await p.send({ 'cmi.suspend_data': 'newer' }, { sequence: 9 });
    await p.send({ 'cmi.suspend_data': 'older', 'cmi.core.lesson_location': 'x' }, { sequence: 8 });
    expect((await play(running)).begun.cmi).toMatchObject({
      'cmi.suspend_data': 'newer',
      'cmi.core.lesson_location': 'x',
    });
    await running.stop();
  });

  test('after a finish a later commit of that session is refused, not lost in silence', async () => {
    const running = await lms();
    const p = await play(running);
    await p.commit({ 'cmi.core.lesson_status': 'incomplete' }, true);
    expect(await p.commit({ 'cmi.suspend_data': 'late' })).toEqual({
      result: false,
      message: 'The session has been finished.',
    });
    await running.stop();
  });
});

describe('the command', () => {
  test('prints one ready line and nothing else; Ctrl-C ends it with 0', async () => {
    const server = command({ DATA_DIR: dataFolder() });
    const url = await server.ready;
    expect((await fetch(url)).status).toBe(200);
    server.child.kill('SIGINT');
    expect(await server.ended).toBe(0);
    expect(server.output()).toEqual({ out: `Ready: ${url}\n`, err: '' });
  });

  const folder = mkdtempSync(join(tmpdir(), 'bad-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const damaged = mkdtempSync(join(tmpdir(), 'zips-'));
  writeFileSync(join(damaged, 'social-media-induction-1.0.0-scorm12.zip'), 'no zip');
  const database = mkdtempSync(join(tmpdir(), 'data-'));
  writeFileSync(join(database, databaseFile), 'this is not a database, it is a letter to a friend. '.repeat(50));

  test.each([
    ['PORT is no number', { PORT: 'abc' }, /^PORT is "abc", which is no port: give a number from 0 to 65535\.$/],
    [
      'no packages',
      { PACKAGES_DIR: join(folder, 'none') },
      /^The packages folder .*none is missing: build it with "npm run build"\.$/,
    ],
    ['empty packages', { PACKAGES_DIR: folder }, /^No package in .*: build them with "npm run build"\.$/],
    [
      'damaged package',
      { PACKAGES_DIR: damaged },
      /^social-media-induction-1\.0\.0-scorm12\.zip is damaged .* build it again with "npm run build"\.$/,
    ],
    [
      'data folder is a file',
      { DATA_DIR: file('f', '') },
      /^The data folder .* cannot be used \(.*\): choose another with DATA_DIR\.$/,
    ],
    ['damaged database', { DATA_DIR: database }, /lms\.sqlite is damaged or is not a database: move it away/],
  ])('%s: one sentence, not zero', async (_, env, sentence) => {
    const server = command({ DATA_DIR: dataFolder(), ...(env as Record<string, string>) });
    expect(await server.ended).toBe(1);
    const { out, err } = server.output();
    expect(out).toBe('');
    expect(err.trim()).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('a port in use', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const dataDir = dataFolder();
    const server = command({ PORT: String(port), DATA_DIR: dataDir });
    expect(await server.ended).toBe(1);
    expect(server.output().err.trim()).toBe(
      `Port ${port} is in use: stop what runs there, or choose another with PORT=${port + 1}.`,
    );
    other.close();
  });
});

describe('build when needed', () => {
  const project = () => {
    const root = mkdtempSync(join(tmpdir(), 'project-'));
    const packages = join(root, 'dist');
    return { root, packages };
  };
  test('stale without packages', () => {
    const { root, packages } = project();
    expect(isStale(root, packages)).toBe(true);
    expect(existsSync(packages)).toBe(false);
  });
  test('stale when a source is newer than the oldest zip, not before', () => {
    const { root, packages } = project();
    for (const dir of ['dist', 'src']) mkdirSync(join(root, dir));
    const touch = (path: string, second: number) => {
      if (path.includes('.')) writeFileSync(join(root, path), '');
      utimesSync(join(root, path), second, second);
    };
    touch('src/a.ts', 100);
    touch('dist/x.zip', 200);
    touch('src', 100);
    expect(isStale(root, packages)).toBe(false);
    touch('src/a.ts', 300);
    expect(isStale(root, packages)).toBe(true);
  });
  test('the build’s own sentence is passed on', async () => {
    const { root } = project();
    mkdirSync(join(root, 'scripts'));
    writeFileSync(
      join(root, 'scripts/build.ts'),
      `console.error('a.yaml, line 3: say x.\\nb.yaml, line 4: say y.'); process.exit(1)`,
    );
    await expect(runBuild(root)).rejects.toThrow('a.yaml, line 3: say x. (and 1 more: "npm run build" lists them)');
  });
});
