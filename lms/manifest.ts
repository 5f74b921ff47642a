import type { Standard } from '../scorm/types.ts';

/** What a player needs of `imsmanifest.xml`. */
export interface ManifestFacts {
  readonly standard: Standard;
  readonly title: string;
  /** Launch document, relative to the manifest. */
  readonly launch: string;
}

/**
 * Reads a manifest as Moodle does: by literal prefixes and an exact schema version; what it does not know is played as
 * SCORM 1.2. Returns null when there is no item that leads to a SCO: Moodle would make it an asset without an API.
 */
export function readManifest(text: string): ManifestFacts | null {
  const version = /<schemaversion>\s*([^<]*?)\s*<\/schemaversion>/i.exec(text)?.[1] ?? '';
  const standard = /^(1\.3|CAM 1\.3|2004 3rd Edition|2004 4th Edition)$/.test(version) ? 'scorm2004' : 'scorm12';
  const item = /<item\b[^>]*\bidentifierref="([^"]+)"[^>]*>\s*<title>([^<]*)<\/title>/i.exec(text);
  if (!item) return null;
  for (const [tag] of text.matchAll(/<resource\b[^>]*>/gi)) {
    const get = (name: string) => new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(tag)?.[1];
    if (get('identifier') !== item[1] || get('adlcp:scormtype') !== 'sco') continue;
    const launch = get('href');
    if (launch) return { standard, title: decode(item[2] ?? ''), launch: decode(launch) };
  }
  return null;
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const decode = (s: string) => s.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');
