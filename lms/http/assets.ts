import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

const library = (name: string) => fileURLToPath(import.meta.resolve(name));
const own = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The LMS's style sheets, in their order; colours, type and sizes are the module's. */
const styles = ['../src/styles/tokens.css', ...['base', 'forms', 'record', 'player'].map((n) => `static/${n}.css`)];

/** Files of the LMS itself, by address. Several make one. */
const files: Record<string, readonly string[]> = {
  '/static/lms.css': styles.map(own),
  '/static/atkinson.woff2': [own('../src/styles/fonts/atkinson-hyperlegible-next.woff2')],
  '/static/scorm12.js': [library('scorm-again/scorm12/min')],
  '/static/scorm2004.js': [library('scorm-again/scorm2004/min')],
  ...Object.fromEntries(
    ['player', 'facade', 'accepts', 'live', 'transport'].map((n) => [`/player/${n}.ts`, [own(`player/${n}.ts`)]]),
  ),
};

/** Node warns once that stripping types is experimental; to someone starting the LMS that means nothing. */
function strip(source: string): string {
  const warn = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}

const cache = new Map<string, Uint8Array<ArrayBuffer>>();

/** The bytes of one of the LMS's own files, or undefined. TypeScript comes as JavaScript. */
export function asset(path: string): Uint8Array<ArrayBuffer> | undefined {
  const parts = Object.hasOwn(files, path) ? files[path] : undefined;
  if (!parts) return undefined;
  const old = cache.get(path);
  if (old) return old;
  const whole = Buffer.concat(parts.map((file) => readFileSync(file)));
  const bytes = path.endsWith('.ts') ? new TextEncoder().encode(strip(whole.toString())) : new Uint8Array(whole);
  cache.set(path, bytes);
  return bytes;
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  xsd: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  vtt: 'text/vtt; charset=utf-8',
  pdf: 'application/pdf',
};

/** Media type by extension; what is unknown is only ever a download. */
export const mediaType = (path: string) => types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
