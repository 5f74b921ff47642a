import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { keysFile } from '../scripts/words.ts';
import { WORDS_FOLDER, wordProblems, wordsFor } from '../src/authoring/read/words.ts';

const yaml = readFileSync('src/content/strings/en.yaml', 'utf8');
const english = parse(yaml) as Record<string, string>;

test('the type of the words is that of the English file: else run "npm run words"', () => {
  const kept = readFileSync('src/course/word-keys.ts', 'utf8');
  expect(kept.replaceAll('\r', '')).toBe(keysFile(yaml));
});

test('a language without a file is refused, and the sentence says what to make', () => {
  expect(() => wordsFor('cy-GB')).toThrow(
    /lang is cy-GB, and there is no src\/content\/strings\/cy\.yaml\. Copy en\.yaml/,
  );
});

test('a language that lacks a word is refused by its name, in one sentence', () => {
  const { 'check.title': _, ...rest } = english;
  expect(wordProblems('cy.yaml', rest, english)).toEqual([
    expect.stringMatching(/^cy\.yaml: lacks the words of check\.title\./),
  ]);
});

test('a module in a language that lacks a word is not built', () => {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  try {
    const { 'check.title': _, ...rest } = english;
    writeFileSync(join(folder, 'cy.yaml'), stringify(rest));
    // A language is the name of its file: this one lies elsewhere.
    const lang = relative(WORDS_FOLDER, join(folder, 'cy'));
    expect(() => wordsFor(lang)).toThrow(/cy\.yaml: lacks the words of check\.title\. Translate/);
    writeFileSync(join(folder, 'cy.yaml'), stringify(english));
    expect(wordsFor(lang)).toEqual(english);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a word nobody says and a name that nothing fills in are refused', () => {
  expect(wordProblems('cy.yaml', { ...english, 'check.tilte': 'x' }, english)).toHaveLength(1);
  expect(wordProblems('cy.yaml', { ...english, 'check.question': 'Cwestiwn {m}' }, english).join()).toContain(
    'check.question ({m})',
  );
});

test('a language may have more forms of a number, and routes words of their own', () => {
  expect(wordProblems('pl.yaml', { ...english, 'minutes#few': '{n} minuty', 'refresher/exit': 'x' }, english)).toEqual(
    [],
  );
});
