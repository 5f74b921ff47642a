import type { Content } from '../read/content.ts';
import { picksOf } from '../read/question.ts';

/** An option, choice or wording that is right or wrong to pick. */
export interface Authored {
  /** `q_per_014 b`, or `office_photo.d1 b`. */
  readonly where: string;
  readonly text: string;
  readonly right: boolean;
}

/** Every choice of every story. */
const choicesOf = (c: Content) =>
  c.scenarios.flatMap(({ data }) =>
    Object.entries(data.situations).flatMap(([id, { choices }]) =>
      choices.map((choice) => ({ ...choice, where: `${data.id}.${id} ${choice.id}` })),
    ),
  );

/** Everything that is picked as right or wrong, in questions and in stories. Parts to mark and things to sort are neither. */
export function authoredOptions(c: Content): { readonly questions: Authored[]; readonly stories: Authored[] } {
  return {
    questions: c.questions.flatMap(({ data: q }) =>
      q.type === 'single' || q.type === 'multiple' || q.type === 'write'
        ? picksOf(q).picks.map((p) => ({ where: `${q.id} ${p.id}`, text: p.text, right: p.key }))
        : [],
    ),
    stories: choicesOf(c).map(({ where, text, best }) => ({ where, text, right: best === true })),
  };
}

/** Every explanation a learner may read, of questions and of stories. */
export const explanations = (c: Content): { readonly questions: string[]; readonly stories: string[] } => ({
  questions: c.questions.flatMap((q) => picksOf(q.data).picks.map((p) => p.because)),
  stories: choicesOf(c).map((x) => x.because),
});

/** An excuse that an option wears: what makes it sound reasonable stands in it. */
const excuse = /; (?:it is|it's|it’s) only|; just|, since |, as it |, because /i;

/** The options that wear an excuse. */
export const excused = (all: readonly Authored[]): Authored[] => all.filter((o) => excuse.test(o.text));

/** The commonest first word of some texts, and its share, 0 to 1. */
export function firstWord(texts: readonly string[]): { readonly word: string; readonly share: number } {
  const first = Map.groupBy(texts, (t) => /[\p{L}\p{N}’']+/u.exec(t)?.[0].toLowerCase() ?? '');
  const [word = '', all = []] = [...first].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  return { word, share: all.length / texts.length };
}
