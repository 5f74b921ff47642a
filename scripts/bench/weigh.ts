import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unzip } from '../../scorm/archive.ts';
import type { Files } from '../../scorm/types.ts';
import type { Figures } from './budgets.ts';

/** What kinds of file a package holds; `schema`: the files that the standard puts at its root. */
const kinds = {
  script: /\.js$/,
  style: /\.css$/,
  font: /\.woff2$/,
  document: /\.html$/,
  data: /\.json$/,
  schema: /\.(xsd|dtd)$/,
  other: /./,
} as const;

export type Kind = keyof typeof kinds;

/** Bytes of one kind of file, as stored and gzip level 9. */
export interface Weight {
  readonly raw: number;
  readonly gzip: number;
}

/** One built package and what is in it. */
export interface WeighedPackage {
  /** The zip's file name. */
  readonly name: string;
  /** Bytes of the zip. */
  readonly zip: number;
  readonly kinds: Readonly<Record<Kind, Weight>>;
  readonly files: Files;
}

const sheet = /<style[^>]*>([\s\S]*?)<\/style>/g;

/** The style sheets travel inside the document: each is weighed as a file of its own, and the document without it. */
function parted(files: Files): Files {
  const all = new Map<string, Uint8Array>();
  for (const [path, bytes] of files) {
    if (!kinds.document.test(path)) {
      all.set(path, bytes);
      continue;
    }
    const text = new TextDecoder().decode(bytes);
    const styles = [...text.matchAll(sheet)].map((m) => m[1] ?? '').join('');
    all.set(path, new TextEncoder().encode(text.replaceAll(sheet, '')));
    if (styles) all.set(`${path}.css`, new TextEncoder().encode(styles));
  }
  return all;
}

function weightOf(files: Files, kind: Kind): Weight {
  const names = Object.keys(kinds) as Kind[];
  let [raw, gzip] = [0, 0];
  for (const [path, bytes] of files) {
    if (names.find((k) => kinds[k].test(path)) !== kind) continue;
    raw += bytes.length;
    gzip += gzipSync(bytes, { level: 9 }).length;
  }
  return { raw, gzip };
}

/** Weighs every zip of a folder. @throws Error of one sentence when there is none or one is damaged */
export function weighPackages(folder: string): WeighedPackage[] {
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((n) => n.endsWith('.zip'));
  } catch {
    // Said below.
  }
  if (names.length === 0) throw new Error(`There is no package in ${folder}: build them with "npm run build".`);
  return names.sort().map((name) => {
    const zip = new Uint8Array(readFileSync(join(folder, name)));
    const files = unzip(zip, name);
    const apart = parted(files);
    const kind = (k: Kind) => weightOf(apart, k);
    return {
      name,
      zip: zip.length,
      files,
      kinds: {
        script: kind('script'),
        style: kind('style'),
        font: kind('font'),
        document: kind('document'),
        data: kind('data'),
        schema: kind('schema'),
        other: kind('other'),
      },
    };
  });
}

/** The figures that a package alone gives. */
export const packageFigures = ({ zip, kinds: k }: WeighedPackage): Figures => ({
  packageBytes: zip,
  jsGzip: k.script.gzip,
  cssGzip: k.style.gzip,
  textGzip: k.document.gzip + k.data.gzip,
});
