import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPackages, type PackageOptions } from '../../scorm/build.ts';

/** A fresh folder of this test. */
export const folder = (name = 'smi') => mkdtempSync(join(tmpdir(), `${name}-`));

/** The small site that stands for the real one. */
export const siteDir = fileURLToPath(new URL('../fixtures/site', import.meta.url));

/** Build options with the fixture site. */
export const options = (outDir: string, more: Partial<PackageOptions> = {}): PackageOptions => ({
  siteDir,
  outDir,
  module: { id: 'smi', package: 'social-media', title: 'Acceptable use & care of “social” media <1>' },
  version: '1.2.3',
  routes: [
    { id: 'induction', title: 'induction' },
    { id: 'refresher', title: 'refresher' },
  ],
  ...more,
});

/** Packages of the fixture site in a fresh folder, which is returned. */
export function fixturePackages(): string {
  const dir = folder('packages');
  buildPackages(options(dir));
  return dir;
}
