import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validatePackage } from '../scorm/validate.ts';

const folder = 'dist/packages';
const zips = readdirSync(folder).filter((n) => n.endsWith('.zip'));

describe('the built packages', () => {
  it.each(['induction', 'refresher', 'followup'])('are there for both standards: %s', (route) => {
    for (const standard of ['scorm12', 'scorm2004']) {
      expect(zips.filter((n) => n.includes(`-${route}-`) && n.endsWith(`-${standard}.zip`))).toHaveLength(1);
    }
  });

  it.each(zips)('%s is valid against the schemas of its standard, and works under any path', (name) => {
    const standard = name.endsWith('scorm12.zip') ? 'scorm12' : 'scorm2004';
    expect(validatePackage(join(folder, name), standard)).toEqual([]);
  });
});
