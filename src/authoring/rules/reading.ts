import { syllable } from 'syllable';
import { routeTime } from '../measure/duration.ts';
import { passages, problemIn } from '../measure/passages.ts';
import { blocks } from '../measure/prose.ts';
import { countWords, sentences, words } from '../measure/text.ts';
import { WORDS_A_MINUTE } from '../measure/time.ts';
import type { LessonEntry, Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';

/** Words of a sentence. */
const SENTENCE = 25;

/** Content rule 26: no sentence of more than 25 words. */
export const sentenceLength: Rule = (c) =>
  passages(c).flatMap((p) =>
    sentences(p.text).flatMap((s) => {
      const n = countWords(s);
      if (n <= SENTENCE) return [];
      const start = s.split(' ').slice(0, 5).join(' ');
      return [problemIn(p, `a sentence has ${n} words: “${start} …”`, `Split it: ${SENTENCE} words at most.`)];
    }),
  );

/** US school grade. */
const GRADE = 9;
/** Mean words a sentence. */
const MEAN = 16;

/** How hard a text is to read. */
export interface Reading {
  /** Flesch–Kincaid grade: 0.39 × words a sentence + 11.8 × syllables a word − 15.59. */
  readonly grade: number;
  /** Mean words a sentence. */
  readonly mean: number;
}

/** Reading grade and mean sentence length of some sentences. */
export function reading(texts: readonly string[]): Reading {
  const all = texts.flatMap(sentences);
  const said = all.flatMap(words);
  const syllables = said.reduce((n, w) => n + Math.max(1, syllable(w)), 0);
  const mean = said.length / Math.max(1, all.length);
  return { mean, grade: 0.39 * mean + (11.8 * syllables) / Math.max(1, said.length) - 15.59 };
}

/** Reading of a lesson: its situation and its text, headings left out. */
export const readingOf = (l: LessonEntry): Reading =>
  reading([
    l.data.situation,
    ...blocks(l, () => 'it')
      .filter((b) => b.kind === 'text')
      .map((b) => b.text),
  ]);

/** Content rule 26: each lesson has a mean of at most 16 words a sentence and a Flesch–Kincaid grade of at most 9. */
export const readingGrade: Rule = (c) =>
  c.lessons.flatMap((l) => {
    const { grade, mean } = readingOf(l);
    return [
      ...(grade > GRADE
        ? [
            problemAt(
              l,
              [],
              `reads at grade ${grade.toFixed(1)}`,
              `Bring it to ${GRADE} or lower: shorter sentences, shorter words.`,
            ),
          ]
        : []),
      ...(mean > MEAN
        ? [problemAt(l, [], `has ${mean.toFixed(1)} words a sentence on average`, `Bring it to ${MEAN} or fewer.`)]
        : []),
    ];
  });

/** Words of an explanation. */
const MOST = 60;
/** Fewer words cannot say why. */
const SHORTEST = 5;

/** Content rules 9 and 19: every explanation says why, in at most 60 words. */
export const becauseLength: Rule = (c) =>
  passages(c).flatMap((p) => {
    if (p.kind !== 'because') return [];
    const n = countWords(p.text);
    if (n > MOST) return [problemIn(p, `is ${n} words long`, `Say it in ${MOST} at most.`)];
    if (n < SHORTEST) return [problemIn(p, `is ${n} words long`, 'Say why: the rule and its reason.')];
    return [];
  });

/** Longest routes, computed minutes, where module.yaml does not say. */
const LONGEST = { paper: 25, diagnostic: 8, cases: 4 };

/** Content rules 25 and 27: the computed minutes of every route stay within bounds. */
export const readingTime: Rule = (c) => {
  return c.module.data.routes.flatMap((route, i) => {
    const most = route.minutes ?? LONGEST[route.paper ? 'paper' : route.cases ? 'cases' : 'diagnostic'];
    const { minutes, total } = routeTime(c, route);
    if (minutes <= most) return [];
    const words = Math.ceil((minutes - most) * WORDS_A_MINUTE);
    const message = `takes ${minutes.toFixed(1)} minutes (${Math.round(total.words)} words)`;
    const remedy = `Cut about ${words} words on its path, to come to ${most} minutes.`;
    return [problemAt(c.module, ['routes', i], message, remedy)];
  });
};
