import { readdirSync, readFileSync } from 'node:fs';
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
  scorm: ['src/markup'],
  lms: ['scorm'],
  hr: ['src/course/record', 'src/authoring', 'src/markup'],
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
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map(([, to = '']) =>
    normalize(join(dirname(file), to)).replaceAll('\\', '/'),
  );

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

test('what judges, decides and records knows no page, no React and no policy', () => {
  const wrong = ['src/quiz', 'src/course', 'src/tracking', 'src/app'].flatMap(filesOf).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const names = /from '(react|react-dom[^']*|astro[^']*)'|social[ -]?media|Manchester/gi;
    return [...text.matchAll(names)].map(([found]) => `${file}: ${found}`);
  });
  expect(wrong).toEqual([]);
});
