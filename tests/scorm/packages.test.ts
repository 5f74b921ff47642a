import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { unzip } from '../../scorm/archive.ts';
import { buildPackages } from '../../scorm/build.ts';
import { identifiers } from '../../scorm/manifest.ts';
import { validatePackage } from '../../scorm/validate.ts';
import { folder, options, siteDir } from './fixture.ts';

const out = folder();
const built = buildPackages(options(out));
afterAll(() => rmSync(out, { recursive: true }));

const open = (file: string) => unzip(new Uint8Array(readFileSync(file)), file);
const text = (file: string, path: string) => new TextDecoder().decode(open(file).get(path));
const find = (route: string, standard: string) => {
  const found = built.find((b) => b.route === route && b.standard === standard);
  if (!found) throw new Error(`no ${route} ${standard}`);
  return found.file;
};

test('T72 one zip for each route and standard, named for package, route, version and standard', () => {
  expect(built.map((b) => basename(b.file))).toEqual([
    'social-media-induction-1.2.3-scorm12.zip',
    'social-media-induction-1.2.3-scorm2004.zip',
    'social-media-refresher-1.2.3-scorm12.zip',
    'social-media-refresher-1.2.3-scorm2004.zip',
  ]);
});

test.each(built)('T72 $route $standard is valid against the schemas it ships and against our own checks', (b) => {
  expect(validatePackage(b.file, b.standard)).toEqual([]);
});

test('T72 identifiers are the pinned ones: changing any would delete learners’ records in Moodle', () => {
  expect(identifiers({ id: 'smi' }, 'induction')).toEqual({
    manifest: 'smi_induction',
    organization: 'smi_induction_org',
    item: 'smi_induction_item',
    resource: 'smi_induction_sco',
    control: 'smi_induction_control',
  });
  expect(identifiers({ id: 'smi' }, 'refresher').item).toBe('smi_refresher_item');
  for (const b of built) {
    const ids = [...text(b.file, 'imsmanifest.xml').matchAll(/\bidentifier="([^"]+)"/g)].map((m) => m[1]);
    expect(ids).toEqual(Object.values(identifiers({ id: 'smi' }, b.route)));
  }
});

test('T72 a package holds its own route, told which record to use, and nothing of the other route or the web site', () => {
  const files = [...open(find('induction', 'scorm12')).keys()];
  expect(files).toContain('induction.html');
  expect(files).toContain('induction.json');
  expect(files).toContain('probe.txt');
  expect(files.filter((f) => f.includes('refresher') || f === 'index.html')).toEqual([]);
  expect(text(find('induction', 'scorm12'), 'induction.html')).toContain('<meta name="record" content="scorm12">');
  expect(text(find('induction', 'scorm2004'), 'induction.html')).toContain('<meta name="record" content="scorm2004">');
});

test('the manifest says what each standard needs and has no version, date or mastery score', () => {
  for (const b of built) {
    const manifest = text(b.file, 'imsmanifest.xml');
    expect(manifest).not.toMatch(/masteryscore|1\.2\.3|20\d\d-\d\d/i);
    expect(manifest).toContain('Acceptable use &amp; care of “social” media &lt;1&gt;: ');
  }
  const four = text(find('induction', 'scorm2004'), 'imsmanifest.xml');
  expect(four).toContain('completionSetByContent="true" objectiveSetByContent="true"');
});

describe('reproducible', () => {
  test('T72 the same bytes from another folder', () => {
    const site = folder('another');
    const again = folder('again');
    cpSync(siteDir, site, { recursive: true });
    expect(buildPackages(options(again, { siteDir: site })).map((b) => b.sha256)).toEqual(built.map((b) => b.sha256));
    rmSync(site, { recursive: true });
    rmSync(again, { recursive: true });
  });

  test('T72 the same bytes in every time zone', () => {
    const zones = ['Pacific/Kiritimati', 'Pacific/Niue', 'Europe/London', 'Asia/Kolkata', 'America/St_Johns', 'UTC'];
    const dir = folder();
    for (const zone of zones) {
      vi.stubEnv('TZ', zone);
      expect(buildPackages(options(dir)).map((b) => b.sha256)).toEqual(built.map((b) => b.sha256));
    }
    vi.unstubAllEnvs();
    rmSync(dir, { recursive: true });
  });
});

test('a new version takes the place of the old zips; other files in the folder stay', () => {
  const dir = folder();
  writeFileSync(join(dir, 'notes.txt'), 'mine');
  buildPackages(options(dir, { version: '1.0.0' }));
  buildPackages(options(dir, { version: '1.0.1' }));
  expect(readdirSync(dir).filter((f) => f.includes('1.0.0'))).toEqual([]);
  expect(readdirSync(dir)).toHaveLength(5);
  rmSync(dir, { recursive: true });
});

describe('a site that cannot be packaged is refused in one sentence and nothing is written', () => {
  const broken = (change: (site: string) => void) => {
    const site = folder('broken');
    const dir = folder();
    cpSync(siteDir, site, { recursive: true });
    change(site);
    const message = () => buildPackages(options(dir, { siteDir: site }));
    return { message, dir };
  };
  test.each([
    ['no document', /has no induction\.html/, (s: string) => rmSync(join(s, 'induction.html'))],
    ['no probe', /has no probe\.txt/, (s: string) => rmSync(join(s, 'probe.txt'))],
    [
      'no record mark',
      /exactly one <meta name="record"/,
      (s: string) => writeFileSync(join(s, 'induction.html'), '<p>'),
    ],
    [
      'capitals',
      /differs from assets\/Paper\.svg|use only a-z/,
      (s: string) => renameSync(join(s, 'assets/paper.svg'), join(s, 'assets/Paper.svg')),
    ],
  ])('%s', (_, sentence, change) => {
    const { message, dir } = broken(change);
    expect(message).toThrow(sentence);
    expect(readdirSync(dir)).toEqual([]);
  });
});
