import { XmlDocument, XmlElement, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { schemaFolder } from '../files.ts';
import type { Files, Standard } from '../types.ts';

/** The schemas by namespace. The metadata schema of 1.2 is left out: libxml2 refuses it as ambiguous. */
const schemas: Record<Standard, readonly (readonly [string, string])[]> = {
  scorm12: [
    ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
  ],
  scorm2004: [
    ['http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlseq_v1p3', 'adlseq_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlnav_v1p3', 'adlnav_v1p3.xsd'],
    ['http://www.imsglobal.org/xsd/imsss', 'imsss_v1p0.xsd'],
  ],
};

const wrapper = (standard: Standard) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${schemas[standard]
    .map(([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`)
    .join('')}</xs:schema>`;

/** Validates a manifest against the standard's schemas; one sentence a fault. Never throws for a bad manifest. */
export function checkSchema(manifest: string, standard: Standard): string[] {
  xmlRegisterFsInputProviders();
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(manifest);
  } catch (error) {
    return [`imsmanifest.xml is not well-formed: ${line(error)}`];
  }
  const schema = XmlDocument.fromString(wrapper(standard), { url: `${schemaFolder(standard)}all.xsd` });
  const validator = XsdValidator.fromDoc(schema);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map((d) => `imsmanifest.xml, line ${d.line}: ${d.message.trim()}`);
  } finally {
    validator.dispose();
    schema.dispose();
    document.dispose();
  }
}

const line = (error: unknown) => (error instanceof Error ? error.message : String(error)).trim().replace(/\s+/g, ' ');

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
