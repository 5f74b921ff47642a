/** `npm run words`: writes the type of all engine words from the English file, so that one that is missing is seen before anybody runs into it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { plainKey } from '../src/authoring/read/words.ts';

const FROM = 'src/content/strings/en.yaml';
const TO = 'src/course/word-keys.ts';

/** The file of the keys, in the order of the English words. */
export function keysFile(yaml: string): string {
  const keys = new Set(Object.keys(parse(yaml) as Record<string, string>).map(plainKey));
  const list = [...keys].map((key) => `  '${key}',`).join('\n');
  return `/** Every word that the engine says, by key. Written by \`npm run words\` from ${FROM}: edit that one. */
export const WORD_KEYS = [
${list}
] as const;

export type WordKey = (typeof WORD_KEYS)[number];
`;
}

if (import.meta.main) writeFileSync(TO, keysFile(readFileSync(FROM, 'utf8')));
