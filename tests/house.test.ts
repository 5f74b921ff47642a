import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { apart } from '../vitest.config.ts';

/**
 * Fewer code files than this: who looks for something reads the list of their names. It was
 * 400 before posts to write, stories that remember and the picture of judgement, which brought a file an idea,
 * 440 before the gallery, the formats beside the packages, the statement, the faces and the evidence by criterion, and
 * 500 before HR's report found the cells of a file itself, 510 before it read a large one in parts and the module its data
 * in pieces.
 */
const FILES = 515;
/** A file with one importer has at least so many lines; a shorter helper lives with its caller. */
const LINES = 12;

/** Code of a folder, tests and installed packages apart. */
const codeOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.(ts|tsx|astro|mjs)$/.test(e.name) && !/\.test\./.test(e.name))
    .map((e) => join(e.parentPath, e.name).replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules'));

const code = new Map(
  ['src', 'scorm', 'lms', 'hr', 'scripts'].flatMap(codeOf).map((path) => [path, readFileSync(path, 'utf8')]),
);

/** Files that a file takes something from. What is imported for its effect alone is a start, and nobody's helper. */
const takesFrom = (path: string, text: string) =>
  [...text.matchAll(/\b(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g)].map(([, to = '']) =>
    normalize(join(dirname(path), to)).replaceAll('\\', '/'),
  );

test(`there are fewer than ${FILES} code files`, () => {
  expect(code.size).toBeLessThan(FILES);
});

test('a helper of a few lines lives with its one caller', () => {
  const importers = new Map<string, Set<string>>();
  for (const [path, text] of code)
    for (const to of takesFrom(path, text)) importers.set(to, (importers.get(to) ?? new Set()).add(path));
  expect(importers.size).toBeGreaterThan(200);
  const alone = [...code].flatMap(([path, text]) => {
    const [only, ...others] = importers.get(path) ?? [];
    const lines = text.trimEnd().split('\n').length;
    return only && others.length === 0 && lines < LINES ? [`${path} (${lines} lines) belongs in ${only}`] : [];
  });
  expect(alone).toEqual([]);
});

test('a test that stands in for a module or changes its process has a process of its own', () => {
  const changes =
    /\bvi\.(mock|doMock|spyOn|stub\w+|useFakeTimers|resetModules)\(|\bprocess\.(chdir\(|env(\.\w+|\['\w+'\]) = )/;
  const tests = ['src', 'scorm', 'lms', 'hr', 'scripts', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'))
      .map((name) => join(folder, name).replaceAll('\\', '/')),
  );
  expect(tests.length).toBeGreaterThan(100);
  const found = tests.filter((path) => changes.test(readFileSync(path, 'utf8')));
  expect(found.toSorted()).toEqual(apart.toSorted());
});
