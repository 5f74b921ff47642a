import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What a folder may import from besides itself: whole folders only, never single files. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'src/markup': [],
  'src/quiz': [],
  'src/tracking/port': [],
  'src/tracking': [],
  'src/course': ['src/quiz', 'src/tracking/port'],
  'src/app': ['src/tracking', 'src/course', 'src/quiz'],
  'src/authoring/schema': ['src/quiz'],
  'src/authoring': ['src/course', 'src/markup', 'src/quiz'],
  'src/components/islands': ['src/app', 'src/course', 'src/quiz', 'src/tracking/port'],
  'src/components': ['src/app', 'src/authoring', 'src/course', 'src/quiz', 'src/styles', 'src/tracking'],
  'src/pages': ['src/components', 'src/app', 'src/authoring', 'src/course'],
  'src/gallery': ['src/components', 'src/app', 'src/course', 'src/quiz', 'src/tracking/port'],
  scorm: ['src/markup'],
  lms: ['scorm'],
  hr: ['src/course/record', 'src/authoring', 'src/markup', 'src/quiz'],
};

const code = /\.(ts|tsx|astro)$/;
const isTest = /\.(test|spec)\.tsx?$/;

/** Code files of a folder, tests and installed packages apart. */
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && code.test(e.name) && !isTest.test(e.name))
    .map((e) => join(e.parentPath, e.name).replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules'));

/** Files of this project that a file names in its imports. */
const importsOf = (file: string, text = readFileSync(file, 'utf8')) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map(([, to = '']) =>
    normalize(join(dirname(file), to)).replaceAll('\\', '/'),
  );

/** What is left of a file when it runs: imports of types are gone. */
const runningText = (file: string) => stripTypeScriptTypes(readFileSync(file, 'utf8'));

/** Every file that one brings along when it runs, itself included. */
function broughtBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const to of importsOf(file, runningText(file))) broughtBy(to, seen);
  return seen;
}

/** Installed packages that a file imports when it runs. */
const packagesOf = (file: string) =>
  [...runningText(file).matchAll(/(?:from|import)\s*\(?\s*'([^.'][^']*)'/g)].map(([, name]) => name);

const isIn = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

describe.each(Object.entries(arrows))('%s', (folder, allowed) => {
  test('imports only from where the arrows lead', () => {
    const wrong = filesOf(folder).flatMap((file) =>
      importsOf(file)
        .filter((to) => ![folder, ...allowed].some((place) => isIn(to, place)))
        .map((to) => `${file} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('what could be published as a package of its own', () => {
  test.each([
    ['src/tracking/index.ts', 'src/tracking', ['idb-keyval', 'xstate']],
    ['tests/hostile/index.ts', 'tests/hostile', []],
  ])('%s brings along nothing but its own folder and its packages', (door, folder, packages) => {
    const files = [...broughtBy(door)];
    expect(files.length).toBeGreaterThan(15);
    expect(files.filter((file) => !isIn(file, folder))).toEqual([]);
    expect([...new Set(files.flatMap(packagesOf))].sort()).toEqual(packages);
  });

  test('the hostile LMS knows the types of the tracker by its front door, and nothing of our module', () => {
    const files = [...broughtBy('tests/hostile/index.ts'), ...broughtBy('tests/hostile/lms-server.ts')];
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((to) => !isIn(to, 'tests/hostile') && to !== 'src/tracking/index.ts')
        .map((to) => `${file} imports ${to}`),
    );
    expect(wrong).toEqual([]);
    expect(files.filter((file) => isIn(file, 'tests/hostile/module'))).toEqual([]);
  });

  test('another module needs no more than their front doors', () => {
    const doors = ['src/tracking/index.ts', 'tests/hostile/index.ts'];
    const outside = readdirSync('tests/other-module')
      .flatMap((name) => importsOf(`tests/other-module/${name}`))
      .filter((to) => !isIn(to, 'tests/other-module'));
    expect([...new Set(outside)].sort()).toEqual(doors);
  });
});

test('what judges, decides and records knows no page, no React and no policy', () => {
  const wrong = ['src/quiz', 'src/course', 'src/tracking', 'src/app'].flatMap(filesOf).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const names = /from '(react|react-dom[^']*|astro[^']*)'|social[ -]?media|Manchester/gi;
    return [...text.matchAll(names)].map(([found]) => `${file}: ${found}`);
  });
  expect(wrong).toEqual([]);
});
