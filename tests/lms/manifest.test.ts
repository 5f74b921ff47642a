import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../lms/packages.ts';
import { unzip } from '../../scorm/archive.ts';
import { packagesDir } from './client.ts';

const manifestOf = (standard: string) => {
  const name = readdirSync(packagesDir).find((f) => f.includes('induction') && f.includes(standard)) ?? '';
  const files = unzip(new Uint8Array(readFileSync(join(packagesDir, name))), name);
  return new TextDecoder().decode(files.get('imsmanifest.xml'));
};

describe('T73 read as Moodle reads it, by literal prefixes and exact versions', () => {
  test.each(['scorm12', 'scorm2004'])('%s opens the induction as a SCO of its own standard', (standard) => {
    expect(readManifest(manifestOf(standard))).toEqual({
      standard,
      title: 'Acceptable use & care of “social” media <1>: induction',
      launch: 'induction.html',
    });
  });
  test('another prefix makes the SCO an asset: refused', () => {
    expect(readManifest(manifestOf('scorm12').replaceAll('adlcp:', 'a:'))).toBeNull();
  });
  test('a version Moodle does not know is played as 1.2', () => {
    expect(readManifest(manifestOf('scorm2004').replace('2004 4th Edition', '2004 2nd Edition'))?.standard).toBe(
      'scorm12',
    );
  });
  test('an item that leads nowhere', () => {
    expect(readManifest(manifestOf('scorm12').replace(/identifierref="[^"]+"/, 'identifierref="x"'))).toBeNull();
    expect(readManifest('not xml')).toBeNull();
  });
});
