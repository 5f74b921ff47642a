import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { unzip } from '../scorm/archive.ts';
import type { BuiltPackage } from '../scorm/build.ts';
import { validatePackage } from '../scorm/validate.ts';
import { build } from '../scripts/build.ts';
import type { ModuleFile } from '../src/authoring/schema/module.ts';
import type { Course } from '../src/course/model.ts';

const content = 'tests/fixtures/other-policy';
const module = parse(readFileSync(`${content}/module.yaml`, 'utf8')) as ModuleFile;
const out = mkdtempSync(join(tmpdir(), 'other-policy-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** What a build of our own content would leave behind in another module. */
const ours = parse(readFileSync('src/content/module.yaml', 'utf8')) as ModuleFile;

describe('another policy builds into its own packages by a setting alone', () => {
  let packages: readonly BuiltPackage[] = [];
  beforeAll(async () => {
    packages = await build({ content, out });
  });

  test('one package a standard, under its own name; no refresher, since it lists none', () => {
    const names = packages.map((p) => basename(p.file).replace(/\d+\.\d+\.\d+/, 'V'));
    expect(names).toEqual(['kitchen-fire-induction-V-scorm12.zip', 'kitchen-fire-induction-V-scorm2004.zip']);
    expect(readdirSync(join(out, 'packages')).sort()).toEqual(packages.map((p) => basename(p.file)).sort());
  });

  test.each(['scorm12', 'scorm2004'] as const)('%s: valid, and all its own', (standard) => {
    const built = packages.find((p) => p.standard === standard);
    expect(built).toBeDefined();
    if (!built) return;
    expect(validatePackage(built.file, standard, [module.settings.policyLink])).toEqual([]);
    const files = unzip(new Uint8Array(readFileSync(built.file)), built.file);
    const text = (name: string) => new TextDecoder().decode(files.get(name));
    expect(text('imsmanifest.xml')).toContain('identifier="kfs_induction"');
    expect(text('imsmanifest.xml')).toContain(module.title);
    expect(text('induction.html')).toContain('Flames stand above the fat.');
    // Nobody has decided whether answers are kept: the start screen says what is so until then.
    expect(text('induction.html')).toMatch(
      /The learning system keeps proof of training: .*HR has yet to decide on keeping answers\.<.*Your answers, your score/s,
    );
    expect((JSON.parse(text('induction.json')) as Course).evaluation).toBe(true);
    for (const [name, bytes] of files) {
      if (!/\.(html|json|xml|css|js)$/.test(name)) continue;
      const all = new TextDecoder().decode(bytes);
      for (const other of [ours.title, ours.organisation, ours.policy, ours.name]) {
        expect(all.includes(other), `${name} names “${other}”`).toBe(false);
      }
    }
  });

  test('its course holds its own parts, scenario and questions, and nothing else', () => {
    const course = JSON.parse(readFileSync(join(out, 'site', 'induction.json'), 'utf8')) as Course;
    expect(course.parts.map((p) => p.id)).toEqual(['fir']);
    expect(Object.keys(course.scenarios)).toEqual(['chip_pan']);
    expect(course.bank).toHaveLength(4);
    expect(Object.keys(course.clauses)).toEqual(['FIR-1', 'FIR-2', 'FIR-3']);
    expect(course.module).toBe('kfs');
    expect(existsSync(join(out, 'site', 'refresher.html'))).toBe(false);
  });

  test('its page for the policy owner reads its own clauses', () => {
    expect(readFileSync(join(out, 'review', 'index.html'), 'utf8')).toContain('FIR-2');
  });
});

test('another entry under routes is another document and two more packages, without a line of code', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'third-route-'));
  try {
    cpSync(content, join(dir, 'content'), { recursive: true });
    const change = (file: string, from: RegExp, to: string) => {
      const path = join(dir, 'content', file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    };
    const visit = '  - { id: visit, name: For visitors, minutes: 9, paper: { pass: 1, blueprint: { fir: 3 } } }';
    change('module.yaml', /^routes:$/m, `routes:\n${visit}`);
    change('module.yaml', /^settings:$/m, 'settings:\n  learningSystem: The hall’s Moodle\n  evaluation: off');
    change('questions/fir.yaml', /routes: \[induction\]/g, 'routes: [induction, visit]');
    const built = await build({ content: join(dir, 'content'), out: join(dir, 'out') });
    expect(built.map((p) => `${p.route} ${p.standard}`)).toEqual(
      ['visit', 'induction'].flatMap((r) => ['scorm12', 'scorm2004'].map((standard) => `${r} ${standard}`)),
    );
    for (const { file, standard } of built)
      expect(validatePackage(file, standard, [module.settings.policyLink])).toEqual([]);
    const course = JSON.parse(readFileSync(join(dir, 'out', 'site', 'visit.json'), 'utf8')) as Course;
    expect(course).toMatchObject({ evaluation: false, route: 'visit', pass: 1, blueprint: { sections: { fir: 3 } } });
    expect(readFileSync(join(dir, 'out', 'site', 'index.html'), 'utf8')).toContain('For visitors');
    const page = readFileSync(join(dir, 'out', 'site', 'visit.html'), 'utf8');
    expect(page).toMatch(
      /The hall’s Moodle keeps proof of training alone: .*, with your name\. To bring you back .*<.*Your answers, your score/s,
    );
    expect(page).not.toContain('It also keeps');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('a release is refused while nobody has decided whether answers are kept, or whom to ask for support', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    await expect(build({ content, out: dir, release: true })).rejects.toThrow(
      /^\S+module\.yaml:\d+ settings\.supportContact: is blank\. .*\n\S+module\.yaml:\d+ settings\.evaluation: is blank\. .*$/,
    );
    expect(readdirSync(dir)).toEqual([]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
