import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { benchFile } from '../../hr/bench/file.ts';
import { exportsFolder, newFolder, write } from './folder.ts';

const main = new URL('../../hr/main.ts', import.meta.url).pathname;
// Every start after the first finds the code compiled.
const started = { ...process.env, NODE_COMPILE_CACHE: newFolder() };
const hr = (...args: readonly string[]) =>
  spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', env: started });

const completion = join(exportsFolder, 'activity-completion-utf8.csv');
const config =
  write({ 'hr.yaml': 'activities: [{ name: "Fire safety induction (1.2)", route: induction }]' })['hr.yaml'] ?? '';

describe('npm run hr', () => {
  it('says what each file was taken for, how far it is, and where the report is', () => {
    const out = join(newFolder(), 'report');
    const r = hr(
      completion,
      join(exportsFolder, 'scorm12-interactions-all.txt'),
      '--config',
      config,
      '--as-of',
      '2026-11-30',
      '--out',
      out,
    );
    expect(r.status).toBe(0);
    expect(r.stdout).toContain(
      'activity-completion-utf8.csv: activity completion report, 3 rows, UTF-8, comma-separated',
    );
    expect(r.stdout).toContain('Not used: scorm12-interactions-all.txt. It is of another activity');
    expect(r.stdout).toContain('1 of 3 in scope are done');
    expect(r.stderr).toContain('Working out who is done');
    expect(existsSync(join(out, 'report.html'))).toBe(true);
  });

  it.each([
    [['--help'], 0, /^npm run hr -- FILE/],
    [[completion, '--out', 'x'], 1, /^Say which day/],
    [
      ['/no/such/file.csv', '--as-of', '2026-11-30', '--out', join(newFolder(), 'x')],
      1,
      /^There is no file \/no\/such\/file\.csv/,
    ],
    [[completion, '--as-of', '2026-11-30', '--out', main], 1, /is a file: name a folder/],
    [
      [completion, '--as-of', '2026-11-30', '--out', join(newFolder(), 'x'), '--content', '/no/content'],
      1,
      /holds no module\.yaml/,
    ],
    [[completion, '--as-of', '2026-11-30', '--out', join(newFolder(), 'x')], 1, /Nothing could be reported/],
    [
      [join(exportsFolder, 'README.md'), '--as-of', '2026-11-30', '--out', join(newFolder(), 'x')],
      1,
      /Nothing could be reported/,
    ],
  ] as const)('%j ends with %i and one clear sentence, never a stack', (args, status, says) => {
    const r = hr('--quiet', ...args);
    expect(r.status).toBe(status);
    expect(status === 0 ? r.stdout : r.stderr).toMatch(says);
    expect(r.stderr).not.toMatch(/\n\s+at /);
  });

  it('leaves nothing of the people in the folder for temporary files', () => {
    const folder = newFolder();
    const env = { ...started, TMPDIR: folder, TEMP: folder, TMP: folder };
    const run = (file: string) =>
      spawnSync(
        process.execPath,
        [main, file, '--config', config, '--as-of', '2026-11-30', '--out', join(newFolder(), 'r')],
        { env },
      );
    expect(run(completion).status).toBe(0);
    expect(run('/no/such/file.csv').status).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing of the people behind where it is interrupted', async () => {
    const folder = newFolder();
    const file = join(newFolder(), 'interactions.txt');
    await benchFile(file, 3000);
    const env = { ...started, TMPDIR: folder };
    const child = spawn(process.execPath, [main, file, '--as-of', '2026-11-30', '--out', join(newFolder(), 'x')], {
      env,
    });
    for await (const text of child.stderr) if (String(text).includes('Reading the answers')) break;
    expect(readdirSync(folder)).not.toEqual([]);
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(130);
    expect(readdirSync(folder)).toEqual([]);
  });
});
