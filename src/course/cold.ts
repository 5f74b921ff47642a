import { shuffled } from '../quiz/hash.ts';
import { isAnswer } from '../quiz/marking.ts';
import type { Answer, Item } from '../quiz/model.ts';
import { bankFor, itemOf } from './assessment/asked.ts';
import { isPartDone } from './completion.ts';
import type { Course, Progress } from './model.ts';
import { questionInteraction, type Timing } from './record/interactions.ts';
import { recordEvidence } from './record/slots.ts';

/** Sections that open with a question met cold, for each learner. */
export const DEALT = 2;

/**
 * Deals sections and their questions to a new attempt, by chance that follows from its token: so each question is met
 * cold by some and in a paper by others, and the two can be compared. Sections without a story or without a place in a
 * paper are not dealt; nor is anything where no paper ends the route.
 */
export function deal(course: Course, progress: Progress): Progress {
  const open = course.parts.filter((p) => !p.role && p.scenarios.length > 0 && course.blueprint.sections[p.id]);
  const dealt = shuffled(open, `${progress.attempt}/dealt`, (p) => p.id).slice(0, DEALT);
  const bank = bankFor(course, progress).filter((i) => i.level === 'applied' && !i.mustPass);
  const cold = dealt.flatMap(({ id }) => {
    const pool = bank.filter((i) => i.section === id);
    const [item] = shuffled(pool, `${progress.attempt}/cold`, (i) => i.id);
    // The paper must still find its questions without this one.
    return item && pool.length > (course.blueprint.sections[id] ?? 0) ? [{ id: item.id, answer: null }] : [];
  });
  return { ...progress, dealt: cold.map((q) => itemOf(course, q.id)?.section ?? ''), cold };
}

/** The question that a section opens with for this learner, while it can still be met cold. */
export function coldIn(course: Course, progress: Progress, section: string): Item | undefined {
  const asked = progress.cold.find((q) => q.answer === null && itemOf(course, q.id)?.section === section);
  const part = course.parts.find((p) => p.id === section);
  const begun = part?.scenarios.some((s) => progress.stories[s]) || progress.read.includes(section);
  return !asked || !part || begun || isPartDone(part, progress) ? undefined : itemOf(course, asked.id);
}

/** Takes the answer to the question that a section opens with: practice, recorded as a first answer. */
export function answerCold(course: Course, p: Progress, section: string, given: Answer, timing: Timing): Progress {
  const item = coldIn(course, p, section);
  if (!item || !isAnswer(item, given)) return p;
  const cold = p.cold.map((q) => (q.id === item.id ? { ...q, answer: given } : q));
  const interaction = questionInteraction(item, given, timing);
  return recordEvidence(course, { ...p, cold }, course.codes[`question.${item.id}`], interaction);
}
