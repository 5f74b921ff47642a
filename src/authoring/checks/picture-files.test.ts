import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { replace, said } from '../rules/testing.ts';
import { pictureFiles } from './picture-files.ts';

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
