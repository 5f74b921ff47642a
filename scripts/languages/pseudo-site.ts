import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ELEMENT_NODE, type ElementNode, type Node, parse, renderSync, TEXT_NODE, walkSync } from 'ultrahtml';
import { type PseudoLanguage, pseudo, pseudoLanguages } from './pseudo.ts';

/** Attributes that somebody reads or hears. */
const READ = ['alt', 'aria-label', 'title', 'placeholder', 'data-title'];
/** What is no language, or is drawn: its text stays. */
const MUTE = new Set(['script', 'style', 'noscript', 'text']);

/** A document in a pseudo-language, with its language and direction. */
export function pseudoDocument(lang: PseudoLanguage, html: string): string {
  const tree = parse(html) as Node;
  walkSync(tree, (node, parent) => {
    if (node.type === TEXT_NODE && !MUTE.has((parent as ElementNode | undefined)?.name ?? '')) {
      node.value = pseudo(lang, node.value);
    }
    if (node.type !== ELEMENT_NODE) return;
    const { attributes } = node;
    for (const name of READ) if (attributes[name]) attributes[name] = pseudo(lang, attributes[name]);
    if (node.name === 'html') Object.assign(attributes, { lang, dir: pseudoLanguages[lang].direction });
  });
  return renderSync(tree);
}

/** Fields of the course's data that hold what somebody reads. */
const TEXTS = new Set(
  'title text effect place name note ask because cost alt goodSense stem post help intro who summary button more kicker words'.split(
    ' ',
  ),
);

function pseudoValue(lang: PseudoLanguage, value: unknown, read: boolean): unknown {
  if (typeof value === 'string') return read ? pseudo(lang, value) : value;
  if (Array.isArray(value)) return value.map((v) => pseudoValue(lang, v, read));
  if (!value || typeof value !== 'object') return value;
  // The role of a person is read; that of a section is an id.
  const person = 'name' in value;
  return Object.fromEntries(
    Object.entries(value).map(([key, v]) => [key, pseudoValue(lang, v, TEXTS.has(key) || (key === 'role' && person))]),
  );
}

/** The course's data in a pseudo-language. What is no text of a learner's stays: ids, codes, keys, rules. */
export function pseudoCourse(lang: PseudoLanguage, json: string): string {
  const { strings, ...course } = JSON.parse(json) as { strings: Record<string, string> };
  const words = Object.entries(strings).map(([key, text]) => [key, key === 'lang' ? lang : pseudo(lang, text)]);
  return JSON.stringify({
    ...(pseudoValue(lang, course, false) as object),
    lang,
    strings: Object.fromEntries(words),
  });
}

/** Rewrites a built site in place: every document and its data. */
export function pseudoSite(lang: PseudoLanguage, siteDir: string): void {
  for (const entry of readdirSync(siteDir, { recursive: true, withFileTypes: true })) {
    const make = { html: pseudoDocument, json: pseudoCourse }[entry.name.split('.').at(-1) ?? ''];
    if (!entry.isFile() || !make) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(path, make(lang, readFileSync(path, 'utf8')));
  }
}
