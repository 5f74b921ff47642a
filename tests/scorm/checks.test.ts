import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unzip, zip } from '../../scorm/archive.ts';
import { checkContent } from '../../scorm/checks/content.ts';
import { validatePackage } from '../../scorm/validate.ts';
import { fixturePackages } from './fixture.ts';

const bytes = (s: string) => new TextEncoder().encode(s);
const site = (files: Record<string, string>) =>
  new Map(
    Object.entries({ 'a.html': '', 'assets/a.js': '', 'assets/a.css': '', 'assets/p.svg': '', ...files }).map(
      ([p, s]) => [p, bytes(s)],
    ),
  );

describe('T74 addresses that leave the package are found', () => {
  test.each([
    ['root-absolute in HTML', { 'a.html': '<img src="/assets/p.svg">' }, /server's root/],
    ['foreign script', { 'a.html': '<script src="https://cdn.example/x.js"></script>' }, /another host/],
    ['protocol-relative', { 'a.html': '<link href="//fonts.example/a.css">' }, /another host/],
    ['srcset', { 'a.html': '<img srcset="assets/p.svg 1x, assets/q.svg 2x">' }, /q\.svg" is not in the package/],
    ['an address without quotes', { 'a.html': '<img src=/assets/p.svg>' }, /server's root/],
    ['a foreign one without quotes', { 'a.html': '<script src=//cdn.example/x.js></script>' }, /another host/],
    ['one in a drawing', { 'a.html': '<svg><use xlink:href=q.svg#a /></svg>' }, /q\.svg#a" is not in the package/],
    ['one written with character references', { 'a.html': '<img src="&#47;assets/p.svg">' }, /server's root/],
    ['one in a template', { 'a.html': '<template><img src=q.svg></template>' }, /q\.svg" is not in the package/],
    ['a style without quotes', { 'a.html': '<p style=background:url(/assets/p.svg)>' }, /server's root/],
    ['a page that sends on', { 'a.html': '<meta http-equiv=refresh content="0; url=/b.html">' }, /server's root/],
    ['base element', { 'a.html': '<base href="./">' }, /<base>/],
    ['javascript:', { 'a.html': '<a href="javascript:void 0">' }, /not an address/],
    ['capitals', { 'a.html': '<img src="assets/P.svg">' }, /in capitals/],
    ['out of the package', { 'a.html': '<img src="../p.svg">' }, /leads out/],
    ['inline style', { 'a.html': '<p style="background:url(/assets/p.svg)">' }, /server's root/],
    ['css url', { 'assets/a.css': '@font-face{src:url(/fonts/x.woff2)}' }, /server's root/],
    ['css import', { 'assets/a.css': '@import "https://x.example/y.css";' }, /another host/],
    ['js string', { 'assets/a.js': 'fetch("/assets/p.svg")' }, /server's root/],
    ['js host', { 'assets/a.js': 'fetch(`https://stats.example/x`)' }, /names https:\/\/stats\.example\/x;/],
    ['js socket', { 'assets/a.js': 'new WebSocket("wss://x.example")' }, /the script names/],
    ['js import', { 'assets/a.js': 'import"./b.js"' }, /b\.js" is not in the package/],
    ['inline script', { 'a.html': '<script>fetch("https://x.example")</script>' }, /the script names/],
    ['file name', { 'assets/Ünï.svg': '' }, /use only a-z/],
    ['mjs', { 'assets/x.mjs': '' }, /Moodle serves \.mjs/],
  ])('%s', (_, files, sentence) => {
    expect(checkContent(site(files)).join('\n')).toMatch(sentence);
  });
});

test('what a module may do passes: relative files, fragments, links to follow, data images, library notes', () => {
  const files = site({
    'a.html': `<!-- <img src="/no"> --><a href="https://www.mmu.ac.uk/">x</a><a href="#l2">y</a><a href="mailto:a@b.example">z</a>
      <img src="assets/p.svg?v=1"><img src="data:image/gif;base64,R0"><script type="module" src="./assets/a.js"></script>`,
    'assets/a.js': 'const ns="http://www.w3.org/2000/svg";throw Error("https://react.dev/errors/418");"/"',
    'assets/a.css': 'body{background:url("p.svg")}',
  });
  expect(checkContent(files)).toEqual([]);
});

test('a link that HR supplied may stand in a script; nothing else of that host may', () => {
  const links = ['https://www.mmu.ac.uk/policy.pdf'];
  expect(checkContent(site({ 'assets/a.js': 'x={href:"https://www.mmu.ac.uk/policy.pdf"}' }), links)).toEqual([]);
  expect(checkContent(site({ 'assets/a.js': 'fetch("https://www.mmu.ac.uk/collect")' }), links)).toHaveLength(1);
});

describe('a zip that was changed after the build is found out', () => {
  const dir = fixturePackages();
  const change = (standard: 'scorm12' | 'scorm2004', edit: (files: Map<string, Uint8Array>) => void) => {
    const file = join(dir, `social-media-induction-1.2.3-${standard}.zip`);
    const files = new Map(unzip(new Uint8Array(readFileSync(file)), file));
    edit(files);
    const copy = join(mkdtempSync(join(tmpdir(), 'zip-')), 'x.zip');
    writeFileSync(copy, zip(files));
    return validatePackage(copy, standard).join('\n');
  };
  const manifest = (from: string | RegExp, to: string) => (files: Map<string, Uint8Array>) => {
    const old = new TextDecoder().decode(files.get('imsmanifest.xml'));
    files.set('imsmanifest.xml', bytes(old.replace(from, to)));
  };
  test.each([
    ['manifest missing', 'scorm12', (f: Map<string, Uint8Array>) => f.delete('imsmanifest.xml'), /no imsmanifest/],
    ['not well-formed', 'scorm12', manifest('</manifest>', ''), /not well-formed/],
    ['attribute case (1.2)', 'scorm12', manifest('adlcp:scormtype="sco"', 'adlcp:scormType="sco"'), /scorm[Tt]ype/],
    ['attribute case (2004)', 'scorm2004', manifest('adlcp:scormType="sco"', 'adlcp:scormtype="sco"'), /must carry/],
    [
      'dangling reference',
      'scorm12',
      manifest('identifierref="smi_induction_sco"', 'identifierref="x"'),
      /names no resource|No match/,
    ],
    ['element of sequencing in the wrong place', 'scorm2004', manifest(/<title>/, '<nonsense/><title>'), /nonsense/],
    [
      'mastery score',
      'scorm12',
      manifest('</title>\n      </item>', '</title><adlcp:masteryscore>80</adlcp:masteryscore></item>'),
      /masteryscore/,
    ],
    ['schema version', 'scorm2004', manifest('2004 4th Edition', '2004 2nd Edition'), /schemaversion/],
    [
      'file case',
      'scorm12',
      manifest('file href="probe.txt"', 'file href="Probe.txt"'),
      /Probe\.txt" is not in the zip/,
    ],
    [
      'excess file',
      'scorm12',
      (f: Map<string, Uint8Array>) => f.set('extra.txt', bytes('x')),
      /extra\.txt, which is not listed/,
    ],
    [
      'schema file changed',
      'scorm12',
      (f: Map<string, Uint8Array>) => f.set('ims_xml.xsd', bytes('x')),
      /ims_xml\.xsd is missing or changed/,
    ],
  ] as const)('%s', (_, standard, edit, sentence) => {
    expect(change(standard, edit as (files: Map<string, Uint8Array>) => void)).toMatch(sentence);
  });

  test('a file that is no zip', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'zip-')), 'y.zip');
    writeFileSync(file, 'not a zip');
    expect(validatePackage(file, 'scorm12')[0]).toMatch(/y\.zip is damaged .* build it again/);
  });
});
