import { XmlDocument, XmlElement } from 'libxml2-wasm';
import type { Files, Standard } from '../types.ts';

const spelling = {
  scorm12: { version: '1.2', type: 'adlcp:scormtype' },
  scorm2004: { version: '2004 4th Edition', type: 'adlcp:scormType' },
} as const;

/** The rules of a manifest that no schema holds. `text` must be valid already. One sentence a fault. */
export function checkManifest(text: string, standard: Standard, files: Files): string[] {
  const document = XmlDocument.fromString(text);
  try {
    const problems: string[] = [];
    const say = (condition: boolean, message: string) => condition || problems.push(`imsmanifest.xml: ${message}`);
    const all = (name: string) => document.find(`//*[local-name()='${name}']`).filter((n) => n instanceof XmlElement);
    const attr = (e: XmlElement, name: string) => e.attr(name)?.value ?? '';
    const expected = spelling[standard];

    const version = all('schemaversion').map((e) => e.content.trim());
    say(version.length === 1 && version[0] === expected.version, `schemaversion must be "${expected.version}".`);
    say(all('masteryscore').length === 0, 'no masteryscore: the LMS would replace our completion rule.');
    say(all('objectives').length === 0, 'no objectives: Moodle would demand a score of 100 %.');
    const organizations = all('organization').map((e) => attr(e, 'identifier'));
    const main = all('organizations').map((e) => attr(e, 'default'))[0] ?? '';
    say(organizations.includes(main), `the default organization "${main}" does not exist.`);
    for (const e of all('title')) say(e.content.trim() !== '', 'a title is empty.');

    const resources = all('resource');
    const ids = new Set(resources.map((e) => attr(e, 'identifier')));
    for (const e of [...all('item'), ...all('dependency')])
      say(ids.has(attr(e, 'identifierref')), `identifierref "${attr(e, 'identifierref')}" names no resource.`);
    const identifiers = document.find('//@identifier').map((n) => n.content);
    say(new Set(identifiers).size === identifiers.length, 'an identifier is used twice.');

    const listed = all('file').map((e) => attr(e, 'href'));
    const launches = resources.map((e) => attr(e, 'href')).filter(Boolean);
    say(launches.length === 1, 'exactly one resource must be launched.');
    for (const href of [...listed, ...launches]) say(files.has(href), `"${href}" is not in the zip (capitals count).`);
    for (const href of launches) say(listed.includes(href), `"${href}" is launched but not listed as a file.`);
    for (const path of files.keys())
      say(path === 'imsmanifest.xml' || listed.includes(path), `the zip holds ${path}, which is not listed.`);
    say(new Set(listed).size === listed.length, 'a file is listed twice.');

    // Moodle reads names as text: another prefix or another case makes the SCO an asset without an API.
    say(text.includes(`${expected.type}="sco"`), `the resource must carry ${expected.type}="sco".`);
    const prefixes = [...text.matchAll(/<([a-z]+):/gi)].map((m) => m[1] ?? '');
    for (const p of new Set(prefixes))
      say(['adlcp', 'imsss', 'adlseq', 'adlnav'].includes(p), `the prefix "${p}:" is unknown to Moodle.`);
    return problems;
  } finally {
    document.dispose();
  }
}
