import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { WORD_KEYS } from '../../course/word-keys.ts';

/** Where the engine's own words are: one file a language, named for it. */
export const WORDS_FOLDER = 'src/content/strings';
/** The language that the others are held against. */
const FIRST = 'en';

/** `check.title` of `refresher/check.title#one`. */
export const plainKey = (key: string): string => key.replace(/^[^/#]*\//, '').replace(/#.*$/, '');

const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name);

/**
 * What stops a language from being built: words it lacks, words nobody says, and names in braces that the first
 * language does not fill in there. One sentence each.
 */
export function wordProblems(file: string, words: Record<string, string>, first: Record<string, string>): string[] {
  const known = new Set<string>(WORD_KEYS);
  const missing = WORD_KEYS.filter((key) => !words[key]);
  const extra = Object.keys(words).filter((key) => !known.has(plainKey(key)));
  /** What any form of a word fills in, on any route. */
  const filled = Map.groupBy(
    Object.entries(first).flatMap(([key, text]) => placesIn(text).map((name) => ({ key: plainKey(key), name }))),
    ({ key }) => key,
  );
  const strange = Object.entries(words).flatMap(([key, text]) => {
    const wanted = filled.get(plainKey(key))?.map(({ name }) => name) ?? [];
    return placesIn(String(text))
      .filter((name) => !wanted.includes(name))
      .map((name) => `${key} (${name})`);
  });
  const say = (list: readonly string[], before: string, after: string) =>
    list.length > 0
      ? [`${file}: ${before} ${list.slice(0, 10).join(', ')}${list.length > 10 ? ' …' : ''}. ${after}`]
      : [];
  return [
    ...say(
      missing,
      `lacks the words of`,
      'Translate each of them: its key stays, and the English file says what it means.',
    ),
    ...say(extra, `says what the module never says:`, 'Take it out, or correct the key.'),
    ...say(strange, `names in braces what is not filled in:`, 'Use the names that the English text has.'),
  ];
}

const wordsIn = (file: string) => parse(readFileSync(file, 'utf8')) as Record<string, string>;

/**
 * The engine's words in a language.
 * @param lang BCP 47; of `cy-GB` the file `cy.yaml` is taken where there is no `cy-GB.yaml`
 * @throws Error with one sentence a problem where there is no file for it, or a word is missing
 */
export function wordsFor(lang: string): Record<string, string> {
  const names = [lang, lang.split('-')[0] ?? lang];
  const file = names.map((name) => join(WORDS_FOLDER, `${name}.yaml`)).find((path) => existsSync(path));
  if (!file) {
    throw new Error(
      `module.yaml: lang is ${lang}, and there is no ${WORDS_FOLDER}/${names[1]}.yaml. Copy ${FIRST}.yaml, translate it, and name it so.`,
    );
  }
  const words = wordsIn(file);
  const problems = wordProblems(file, words, wordsIn(join(WORDS_FOLDER, `${FIRST}.yaml`)));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return words;
}
