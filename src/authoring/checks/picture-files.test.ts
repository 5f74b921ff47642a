import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadContent } from '../read/load.ts';
import { picturesIn } from '../read/pictures.ts';
import { replace, said } from '../rules/testing.ts';
import { MOST_BYTES, PICTURES, pictureFiles } from './picture-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
writeFileSync(join(folder, 'pan.svg'), '<svg/>');
afterAll(() => rmSync(folder, { recursive: true }));

const showing = (id: string) => ({
  'scenarios/chip_pan.yaml': replace(
    '{ kind: message, from: rob, text: Thanks. I could smell chips from here. }',
    `{ kind: message, from: rob, text: Thanks., picture: ${id}, alt: A pan. }`,
  ),
});

test('content without pictures needs no folder', () => {
  expect(said(pictureFiles('no/such/folder'))).toEqual([]);
});

test('a picture that is drawn is fine, one that is not is named where it is used', () => {
  expect(said(pictureFiles(folder), showing('pan'))).toEqual([]);
  const [found, ...more] = said(pictureFiles(folder), showing('wok'));
  expect(found).toMatch(
    /^c\/scenarios\/chip_pan\.yaml:\d+ situations\.d1\.choices\[1\]\.consequence\[0\]\.picture: there is no picture wok\./,
  );
  expect(found).toContain('or name one of: pan.');
  expect(more).toEqual([]);
});

test('a picture of too many shapes is named with its size', () => {
  writeFileSync(join(folder, 'kitchen.svg'), '<svg/>'.padEnd(MOST_BYTES + 1));
  expect(said(pictureFiles(folder), showing('kitchen'))[0]).toContain(
    `kitchen.svg has ${MOST_BYTES + 1} bytes, at most`,
  );
});

describe('the drawn scenes', () => {
  const ids = readdirSync(PICTURES).flatMap((n) => (n.endsWith('.svg') ? [n.slice(0, -'.svg'.length)] : []));
  const text = (id: string) => readFileSync(join(PICTURES, `${id}.svg`), 'utf8');

  test('are at least twelve, and a story shows each', () => {
    const shown = loadContent('src/content').content?.scenarios.flatMap((s) => picturesIn(s.data));
    expect(ids.filter((id) => !shown?.some((use) => use.id === id))).toEqual([]);
    expect(ids.length).toBeGreaterThanOrEqual(12);
  });

  test('are listed, each with the clue it carries', () => {
    const listed = [...readFileSync(join(PICTURES, 'README.md'), 'utf8').matchAll(/^\| `(\w+)` +\| \S.*\|$/gm)];
    expect(listed.map(([, id]) => id)).toEqual([...ids].sort());
  });

  test.each(ids)('%s is flat, of the colours that can be set, and its text can be read', (id) => {
    const svg = text(id);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 440 118">/);
    expect([...svg.matchAll(/<(\w+)/g)].map(([, tag]) => tag)).toEqual(
      expect.not.arrayContaining(['style', 'script', 'image', 'use', 'linearGradient', 'radialGradient', 'filter']),
    );
    expect(svg).not.toMatch(/ (?:style|class|id|on\w+|href)=/);
    for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]*)"/g))
      expect(colour).toMatch(/^(?:none|var\(--pic-[\w-]+, #[0-9a-f]{6}\))$/);
    for (const [, size] of svg.matchAll(/font-size="(\d+)"/g)) expect(Number(size)).toBeGreaterThanOrEqual(14);
    for (const [, y] of svg.matchAll(/<t(?:ext|span)[^>]* y="(\d+)"/g)) {
      expect(Number(y)).toBeGreaterThanOrEqual(22);
      expect(Number(y)).toBeLessThanOrEqual(106);
    }
  });
});
