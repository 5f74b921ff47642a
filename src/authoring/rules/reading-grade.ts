import { syllable } from 'syllable';
import { blocks } from '../measure/prose.ts';
import { sentences, words } from '../measure/text.ts';
import type { LessonEntry } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

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
