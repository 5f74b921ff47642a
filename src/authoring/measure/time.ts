import type { Arrival, Scenario } from '../../quiz/model.ts';
import type { Content, LessonEntry, Question } from '../read/content.ts';
import { picksOf, sectionOf } from '../read/question.ts';
import type { Route } from '../schema/module.ts';
import { blocks, type Spoken } from './prose.ts';
import { exemplarPath } from './scenario-path.ts';
import { countWords } from './text.ts';

/** Silent reading of English non-fiction, words a minute (Brysbaert 2019: docs/standards/content.md, rule 27). */
export const WORDS_A_MINUTE = 238;
/** A slower reader, or one who reads in a second language, words a minute (the same study: most adults read between 175 and 300). */
export const SLOWER_WORDS_A_MINUTE = 180;
/** To think about a decision, seconds. */
export const DECISION_SECONDS = 8;
/** To think about a question, seconds. */
export const QUESTION_SECONDS = 12;
/** To think about each further place of a post to write, seconds. */
export const PLACE_SECONDS = 8;
/** To say how sure one is of an answer, seconds. */
export const CERTAINTY_SECONDS = 2;

/** What is read and decided. */
export interface Load {
  readonly words: number;
  readonly decisions: number;
  readonly questions: number;
  /** Places of posts to write, beyond the first of each. */
  readonly places?: number | undefined;
  /** Answers that say how sure they are. */
  readonly certainties?: number | undefined;
}

const none: Load = { words: 0, decisions: 0, questions: 0 };

/** The sum of several loads. */
export const sum = (loads: readonly Load[]): Load =>
  loads.reduce(
    (a, b) => ({
      words: a.words + b.words,
      decisions: a.decisions + b.decisions,
      questions: a.questions + b.questions,
      places: (a.places ?? 0) + (b.places ?? 0),
      certainties: (a.certainties ?? 0) + (b.certainties ?? 0),
    }),
    none,
  );

/** Minutes, not rounded (docs/standards/content.md, rule 27). @param pace words a minute */
export function minutesOf(l: Load, pace = WORDS_A_MINUTE): number {
  const { places = 0, certainties = 0 } = l;
  const thought =
    l.decisions * DECISION_SECONDS +
    l.questions * QUESTION_SECONDS +
    places * PLACE_SECONDS +
    certainties * CERTAINTY_SECONDS;
  return l.words / pace + thought / 60;
}

const wordsIn = (...texts: readonly (string | undefined)[]) => texts.reduce((n, t) => n + (t ? countWords(t) : 0), 0);

/** A lesson as shown to a learner with the roles given. */
export function lessonLoad(c: Content, l: LessonEntry, roles: readonly string[] = []): Load {
  const documents = new Map(c.module.data.settings.documents.map((d) => [d.id, d.title]));
  const spoken: Spoken = (_, id) => documents.get(id) ?? '';
  const shown = blocks(l, spoken).filter((b) => b.role === undefined || roles.includes(b.role));
  return { ...none, words: wordsIn(l.data.title, l.data.situation, ...shown.map((b) => b.text)) };
}

/**
 * A scenario on its exemplar path: what arrives, the question, every choice, what follows from the one taken, and why.
 * A name is read each time, the role beside it the first time.
 */
export function scenarioLoad(s: Scenario): Load {
  const met = new Set<string>();
  const sender = (id: string | undefined): number => {
    const p = s.people.find((x) => x.id === id);
    if (!p || met.has(p.id)) return wordsIn(p?.name);
    met.add(p.id);
    return wordsIn(p.name, p.handle, p.role);
  };
  const arriving = (list: readonly Arrival[] = []) => list.reduce((n, a) => n + sender(a.from) + wordsIn(a.text), 0);
  const { steps, ending: end } = exemplarPath(s);
  const opening = wordsIn(s.title, s.place, s.note) + sender(s.people.find((p) => p.you)?.id);
  const told = steps.map(({ at, choice }) => {
    const asked = wordsIn(at.ask, ...at.choices.map((x) => x.text));
    return arriving(at.arrives) + asked + arriving(choice.consequence) + wordsIn(choice.because);
  });
  const ending = wordsIn(end?.text, ...(s.goodSense ?? [])) + arriving(end?.arrives);
  return { words: opening + told.reduce((a, b) => a + b, 0) + ending, decisions: steps.length, questions: 0 };
}

/**
 * A question answered right: stem, options and, where explanations follow each answer, the one that is then shown
 * (src/components/islands/check/feedback.tsx): the first key's, where there are keys; otherwise that of the first part.
 * Where there are several parts it is named. Of a post to write the first place is explained, under its name.
 */
export function questionLoad(q: Question, feedback = true): Load {
  if (q.type === 'write') {
    const around = q.post.replace(/\{\w+\}/g, '');
    const offered = q.places.flatMap((p) => [p.ask, ...p.wordings.map((w) => w.text)]);
    const [first] = q.places;
    const right = first?.wordings.find((w) => w.key);
    const explained = feedback ? [first?.ask, right?.text, right?.because] : [];
    const words = wordsIn(q.stem, q.from.name, q.from.handle, around, ...offered, ...explained);
    return { words, decisions: 0, questions: 1, places: q.places.length - 1 };
  }
  const { picks } = picksOf(q);
  const explained = feedback ? (picks.find((p) => p.key) ?? picks[0]) : undefined;
  const named = q.type === 'single' ? undefined : explained?.text;
  const bins = q.type === 'classify' ? q.bins.map((b) => b.text) : [];
  const words = wordsIn(q.stem, ...bins, ...picks.map((p) => p.text), named, explained?.because);
  return { words, decisions: 0, questions: 1 };
}

/**
 * `wanted` average questions of some sections that a route may draw.
 * @param feedback whether each is explained: a diagnostic explains nothing that was right
 */
export function drawLoad(
  c: Content,
  route: Route,
  sections: readonly string[],
  wanted: number,
  feedback = route.diagnostic === undefined,
): Load {
  const pool = c.questions
    .map((q) => q.data)
    .filter((q) => q.routes.includes(route.id) && sections.includes(sectionOf(q.id)));
  if (pool.length === 0) return none;
  const { words, places = 0 } = sum(pool.map((q) => questionLoad(q, feedback)));
  const share = wanted / pool.length;
  return { ...none, words: words * share, questions: wanted, places: places * share };
}
