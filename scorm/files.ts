import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files, Route, Standard } from './types.ts';

/** The small file by which the module asks whether its server still answers. */
export const probe = 'probe.txt';

/** Which record the document talks to; `web` in the built site. */
const mark = /<meta\b(?=[^>]*\bname\s*=\s*["']?record\b)[^>]*\bcontent\s*=\s*["']?web\b[^>]*>/gi;

function setRecord(html: string, standard: Standard, name: string): string {
  const found = html.match(mark) ?? [];
  if (found.length !== 1)
    throw new Error(
      `${name} needs exactly one <meta name="record" content="web"> and has ${found.length}: put it in the head.`,
    );
  return html.replace(mark, (tag) => tag.replace(/(\bcontent\s*=\s*["']?)web\b/i, `$1${standard}`));
}

/**
 * The files of one route out of the built site: its document, the files named after it, the probe, and every folder
 * (`assets/`, fonts: shared by the routes). Other documents of the site stay out.
 * Throws when the document or the probe is missing.
 */
export function routeFiles(siteDir: string, route: Route): Files {
  const files = new Map<string, Uint8Array>();
  const all = readdirSync(siteDir, { recursive: true, withFileTypes: true });
  for (const entry of all) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    const path = full.slice(join(siteDir, '/').length).replaceAll('\\', '/');
    if (path.includes('/') || path.startsWith(`${route.id}.`) || path === probe)
      files.set(path, new Uint8Array(readFileSync(full)));
  }
  const name = `${route.id}.html`;
  if (!files.has(name))
    throw new Error(`The built site has no ${name}: the page of the route "${route.id}" was not built.`);
  if (!files.has(probe)) throw new Error(`The built site has no ${probe}: the module needs it to know that it saves.`);
  return files;
}

/** The files of a route with its document set to the record of one standard. Throws when the record mark is missing. */
export function recordedBy(files: Files, route: Route, standard: Standard): Files {
  const name = `${route.id}.html`;
  const html = new TextDecoder().decode(files.get(name));
  return new Map(files).set(name, new TextEncoder().encode(setRecord(html, standard, name)));
}

/** Folder of a standard's schema files. */
export const schemaFolder = (standard: Standard) =>
  fileURLToPath(new URL(`./schemas/${standard === 'scorm12' ? '1.2' : '2004'}/`, import.meta.url));

/** The schema files that belong at the package's root, by file name. */
export function controlFiles(standard: Standard): Files {
  const folder = schemaFolder(standard);
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, new Uint8Array(readFileSync(`${folder}${name}`))]),
  );
}
