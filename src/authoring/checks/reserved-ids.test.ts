import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { said } from '../rules/testing.ts';
import { RESERVED, reservedIds } from './reserved-ids.ts';

const rename = (from: string, to: string) => (text: string) => text.replaceAll(from, to);

test('ids of their own are fine', () => {
  expect(said(reservedIds)).toEqual([]);
});

test('a part or a scenario that takes an address of the documents is named, with what to do', () => {
  const [part] = said(reservedIds, { 'module.yaml': rename('id: fir,', 'id: check,') });
  expect(part).toMatch(
    /^c\/module\.yaml:\d+ parts\[0\]\.id: check is an address .* Call it otherwise, for example check_1\./,
  );
  const [scenario] = said(reservedIds, { 'scenarios/chip_pan.yaml': rename('id: chip_pan', 'id: search') });
  expect(scenario).toContain('search is an address that the documents use themselves');
});

test('a scenario and a part cannot share an address', () => {
  const [found] = said(reservedIds, { 'scenarios/chip_pan.yaml': rename('id: chip_pan', 'id: fir') });
  expect(found).toContain('fir is the id of a part as well');
});

test('every fixed address of the documents is reserved', () => {
  const files = ['src/components', 'src/pages'].flatMap((dir) =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((n) => n.endsWith('.astro'))
      .map((n) => readFileSync(join(dir, n), 'utf8')),
  );
  const used = files.flatMap((text) => [...text.matchAll(/\bid="([a-z_]+)"/g)].map((m) => m[1] ?? ''));
  expect(used).toContain('glossary');
  expect(used.filter((id) => !RESERVED.has(id))).toEqual([]);
});
