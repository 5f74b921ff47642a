import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../hr/cli/arguments.ts';
import { readModule } from '../../hr/content/read.ts';
import { invented, inventedExports } from '../../hr/demo/demo.ts';
import { newFolder, run } from './folder.ts';

const real = readModule('src/content');

/** The demo of a smaller university than the command invents. */
async function demo(folder: string) {
  const asked = readArguments(['--demo', '--out', folder], 'src/content');
  if (asked === null) throw new Error('Help was asked for.');
  const job = inventedExports(asked, real, 250);
  return run({ ...job, memory: '512MB' }, invented(real));
}

describe('npm run hr -- --demo', () => {
  it('makes a whole report of an invented university, and says on it that it is', async () => {
    const folder = newFolder();
    const r = await demo(folder);
    expect(r.report.headline.inScope).toBeGreaterThan(150);
    expect(r.report.headline.done).toBeGreaterThan(100);
    expect(r.page).toContain('An invented university: every person, answer and figure here is made up');
    expect(r.page).not.toContain(real.organisation);
    // Every part has something to show, and the files agree, but for the list that is no export.
    for (const part of [r.report.overTime.months, r.report.effort, r.report.items, r.report.clauses.sections])
      expect(part.length).toBeGreaterThan(0);
    expect(r.codes.filter((c) => !c.startsWith('note'))).toEqual(['stop unknown_file']);
    expect(r.codes).toContain('note follow_up_attempts');
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['exports', 'report.html', 'evidence.csv']));
    expect(r.taken.map((t) => t.file)).toContain('follow-up.txt');
  });

  it('is the same each time', async () => {
    const [a, b] = [newFolder(), newFolder()];
    await demo(a);
    await demo(b);
    expect(readFileSync(join(a, 'report.html'), 'utf8')).toBe(readFileSync(join(b, 'report.html'), 'utf8'));
  });

  it('leaves a folder that holds a report, or exports, as it is', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'exports'));
    const real = join(folder, 'exports', 'completion.csv');
    writeFileSync(real, 'a real export');
    await expect(demo(folder)).rejects.toThrow('already holds files');
    expect(readFileSync(real, 'utf8')).toBe('a real export');
    expect(readdirSync(folder)).toEqual(['exports']);
  });

  it('needs nothing else, and says so where more is given', () => {
    expect(readArguments(['--demo'], 'src/content')).toMatchObject({ demo: true, files: [], out: '' });
    for (const more of [['export.csv'], ['--as-of', '2026-11-30'], ['--people', 'people.csv']])
      expect(() => readArguments(['--demo', ...more], 'src/content')).toThrow('--demo invents its own files and day');
  });
});
