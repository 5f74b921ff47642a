import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Picture } from './pictures.ts';

/** Where they are kept. */
export const BASELINES = 'tests/gallery/baselines';
/** All of them together, in bytes. */
export const MOST = 2_500_000;
/** A sheet is no higher: WebP ends at 16383. */
const HIGHEST = 16_000;

/** Where a state's picture is: sheet, top, width, height; and the print of the PNG that it was made from. */
export type Place = readonly [sheet: number, top: number, width: number, height: number, print: string];

/** The same for the same bytes alone: where it is the one that is kept, there is nothing to compare. @param png in base64 */
export const printOf = (png: string): string =>
  createHash('sha256').update(png, 'base64').digest('base64url').slice(0, 16);

interface KeptState {
  /** Where its parts are, by width. */
  readonly parts: Record<string, string>;
  /** Its colours, by scheme. */
  readonly colours: Record<string, string>;
  /** Its pictures, by how it was looked at. */
  readonly pictures: Record<string, Place>;
}

/** What is kept of a family. `714`, `714-dark` …: how it was looked at. */
export interface Kept {
  /** Major version of the Chromium that drew the pictures. */
  readonly chromium: number;
  readonly states: Readonly<Record<string, KeptState>>;
}

const index = (family: string) => join(BASELINES, `${family}.json`);
const sheet = (family: string, view: string, n: number, chromium: number) =>
  join(BASELINES, `${family}-${view}-${n}.chromium-${chromium}.webp`);

export const keptOf = (family: string): Kept | null =>
  existsSync(index(family)) ? (JSON.parse(readFileSync(index(family), 'utf8')) as Kept) : null;

const sheets = new Map<string, string>();

/** A state's picture. */
export function pictureOf(kept: Kept, family: string, view: string, [n, top, width, height]: Place): Picture {
  const file = sheet(family, view, n, kept.chromium);
  const data = sheets.get(file) ?? readFileSync(file, 'base64');
  sheets.set(file, data);
  return { data, type: 'webp', top, width, height };
}

/** Bytes of everything kept. */
export const weight = (): number =>
  readdirSync(BASELINES).reduce((sum, name) => sum + statSync(join(BASELINES, name)).size, 0);

/** What was seen of a state. */
export interface Seen extends Omit<KeptState, 'pictures'> {
  readonly slug: string;
  readonly pictures: Record<string, { png: string; width: number; height: number }>;
}

type Sharp = (png: Buffer) => { webp(options: object): { toBuffer(): Promise<Buffer> } };

/** Keeps what was seen, in the place of what was kept. @param tool a page with the picture tools */
export async function keep(tool: Page, family: string, chromium: number, seen: readonly Seen[]): Promise<void> {
  // Astro's own: it packs four times as tight as a browser does.
  const sharp = createRequire(import.meta.resolve('astro/package.json'))('sharp') as Sharp;
  mkdirSync(BASELINES, { recursive: true });
  const own = new RegExp(`^${family}(\\.json|-\\d+(-dark)?-\\d+\\.chromium-\\d+\\.webp)$`);
  for (const name of readdirSync(BASELINES)) if (own.test(name)) rmSync(join(BASELINES, name));
  const states: Record<string, KeptState> = {};
  for (const { slug, parts, colours } of seen) states[slug] = { parts, colours, pictures: {} };
  for (const view of new Set(seen.flatMap((s) => Object.keys(s.pictures)))) {
    let [n, top, list] = [0, 0, [] as Picture[]];
    const write = async () => {
      if (list.length === 0) return;
      const png = Buffer.from(await tool.evaluate((l) => window.pictures.pack(l), list), 'base64');
      const webp = await sharp(png).webp({ lossless: true, effort: 4, quality: 90 }).toBuffer();
      writeFileSync(sheet(family, view, n, chromium), webp);
      [n, top, list] = [n + 1, 0, []];
    };
    for (const { slug, pictures } of seen) {
      const picture = pictures[view];
      const state = states[slug];
      if (!picture || !state) continue;
      if (top + picture.height > HIGHEST) await write();
      state.pictures[view] = [n, top, picture.width, picture.height, printOf(picture.png)];
      list.push({ data: picture.png, type: 'png' });
      top += picture.height;
    }
    await write();
  }
  const lines = Object.entries(states).map(([slug, state]) => `  ${JSON.stringify(slug)}: ${JSON.stringify(state)}`);
  writeFileSync(index(family), `{ "chromium": ${chromium}, "states": {\n${lines.join(',\n')}\n} }\n`);
}
