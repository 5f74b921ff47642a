import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unzip } from '../scorm/archive.ts';
import { measureBuild } from '../scripts/bench/build-time.ts';

const REST = /<script src="\.\/assets\/rest\.js"><\/script>/g;
const LESSON = /<section class="screen lesson/g;

/** The lessons of a document between two rests, counted. */
const between = (html: string) => html.split(REST).map((part) => part.match(LESSON)?.length ?? 0);

test('the document of a long module lets the browser rest after every three lessons; a short one has no rest', async () => {
  const { packages } = await measureBuild(2);
  const long = packages.find(({ name }) => /induction.*scorm12/.test(name));
  const counts = between(new TextDecoder().decode(long?.files.get('induction.html')));
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(18);
  expect(Math.max(...counts)).toBe(3);
  expect(long?.files.has('assets/rest.js')).toBe(true);

  const dir = 'dist/packages';
  for (const name of readdirSync(dir)) {
    const files = unzip(readFileSync(join(dir, name)), name);
    expect([...files.keys()]).not.toContain('assets/rest.js');
  }
}, 120_000);
