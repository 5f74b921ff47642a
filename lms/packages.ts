import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzip } from '../scorm/archive.ts';
import type { Files, Standard } from '../scorm/types.ts';
import { type Activity, activityOf } from './activity.ts';
import { Failure, messageOf } from './failure.ts';

/** A built package that can be played. */
export interface Package {
  readonly activity: Activity;
  /** The zip's file name. */
  readonly name: string;
  readonly version: string;
  readonly title: string;
  /** Path of the document to open. */
  readonly launch: string;
  readonly files: Files;
}

/** What is in the packages folder, read again whenever a zip there changes. */
export interface Library {
  /** The newest package of every activity, by key. Throws a Failure when there is none or one is damaged. */
  all(): ReadonlyMap<string, Package>;
}

const fileName = /^(.+)-([a-z]+)-(\d+\.\d+\.\d+[a-z0-9.-]*)-(scorm12|scorm2004)\.zip$/;

/** Reads the zips of a folder as `scorm/build.ts` names them. */
export function openLibrary(dir: string): Library {
  const cache = new Map<string, { stamp: string; value: Package }>();
  const load = (name: string): Package => {
    const { mtimeMs, size } = statSync(join(dir, name));
    const stamp = `${mtimeMs}:${size}`;
    const old = cache.get(name);
    if (old?.stamp === stamp) return old.value;
    const value = readPackage(join(dir, name));
    cache.set(name, { stamp, value });
    return value;
  };
  return {
    all() {
      const found = new Map<string, Package>();
      for (const name of zips(dir)) {
        const value = load(name);
        const other = found.get(value.activity.key);
        if (!other || newer(value.version, other.version)) found.set(value.activity.key, value);
      }
      if (found.size === 0) throw new Failure(`No package in ${dir}: build them with "npm run build".`);
      return found;
    },
  };
}

function zips(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => fileName.test(name))
      .sort();
  } catch {
    throw new Failure(`The packages folder ${dir} is missing: build it with "npm run build".`);
  }
}

function readPackage(file: string): Package {
  const name = basename(file);
  const [, , route = '', version = '', standard = ''] = fileName.exec(name) ?? [];
  const activity = activityOf(`${route}-${standard}`);
  let files: Files;
  try {
    files = unzip(new Uint8Array(readFileSync(file)), name);
  } catch (error) {
    throw new Failure(messageOf(error));
  }
  const text = files.get('imsmanifest.xml');
  const manifest = text && readManifest(new TextDecoder().decode(text));
  if (!manifest || manifest.standard !== activity.standard || !files.has(manifest.launch))
    throw new Failure(`${name} is damaged (its manifest does not open a SCO): build it again with "npm run build".`);
  return { activity, name, version, title: manifest.title, launch: manifest.launch, files };
}

/** Whether version `a` is above `b`; numbers compared part by part. */
function newer(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { numeric: true }) > 0;
}

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
