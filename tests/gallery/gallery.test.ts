import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { families } from '../../src/gallery/families.ts';

test('every state has an address of its own', () => {
  const slugs = families.flatMap((f) => f.states.map((s) => `${f.slug}/${s.slug}`));
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(slugs.filter((slug) => !/^[a-z]+\/[a-z0-9-]+$/.test(slug))).toEqual([]);
  expect(slugs.length).toBeGreaterThan(150);
});

test('a state starts everything that the module starts', () => {
  const started = (file: string) =>
    [...readFileSync(file, 'utf8').matchAll(/^ *(start[A-Z]\w*)\((?:app|document)\b/gm)].map(([, name]) => name).sort();
  const module = started('src/components/live.ts');
  expect(module.length).toBeGreaterThan(8);
  expect(started('src/gallery/document.ts')).toEqual(module);
});

test('neither the site nor a package holds anything of the gallery', () => {
  const zips = readdirSync('dist/packages').filter((name) => name.endsWith('.zip'));
  expect(zips.length).toBeGreaterThan(3);
  const packed = zips.flatMap((zip) => Object.entries(unzipSync(readFileSync(join('dist/packages', zip)))));
  const site = readdirSync('dist/site', { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .map((path) => [path, readFileSync(path)] as const);
  const found = [...packed, ...site].filter(
    ([name, bytes]) =>
      /gallery/i.test(name) || Buffer.from(bytes).includes('gallery/state') || Buffer.from(bytes).includes('gallery1'),
  );
  expect(found.map(([name]) => name)).toEqual([]);
});
