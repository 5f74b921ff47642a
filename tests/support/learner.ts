import { createActor } from 'xstate';
import { itemOf, waiting } from '../../src/course/assessment/paper.ts';
import { deal } from '../../src/course/cold.ts';
import { type CourseEvent, courseMachine, shownStage } from '../../src/course/machine.ts';
import { type Course, newProgress, type Progress } from '../../src/course/model.ts';
import { keyOf, partsOf } from '../../src/quiz/marking.ts';
import type { Item } from '../../src/quiz/model.ts';

type Plain<E> = E extends unknown ? Omit<E, 'at' | 'latency' | 'spent'> : never;

/** What a learner does; the time is added. */
export type Action = Plain<CourseEvent>;

/** 2026-11-23, 09:00. */
export const MORNING = Date.UTC(2026, 10, 23, 9);

/** A complete answer that is wrong. */
export function wrongAnswer(item: Item): string {
  const ids = partsOf(item).map((p) => p.id);
  const key = keyOf(item);
  if (item.type === 'order') return [...key].reverse().join('');
  if (item.type === 'write') return item.places.map((p) => p.wordings.find((w) => !w.key)?.id ?? '').join('');
  if (item.type === 'classify') return [...key].map((l) => (l === 'a' ? 'b' : 'a')).join('');
  const others = ids.filter((id) => !key.includes(id));
  if (item.type !== 'multiple') return others[0] ?? ids.join('');
  return [...others, ...key].slice(0, item.choose).sort().join('');
}

/** A learner at the screen: one course actor, events with times a minute apart. */
export class Learner {
  readonly course: Course;
  #actor;
  #now = MORNING;
  #sure = false;

  constructor(course: Course, progress: Progress = deal(course, newProgress('abcd1234'))) {
    this.course = course;
    this.#actor = createActor(courseMachine, { input: { course, progress } }).start();
  }

  get progress(): Progress {
    return this.#actor.getSnapshot().context.progress;
  }

  /** Where the assessment stands. */
  get state(): ReturnType<typeof shownStage> {
    return shownStage(this.#actor.getSnapshot());
  }

  /** The question that waits for an answer. */
  get question(): Item | undefined {
    const { paper, reasks } = this.progress;
    const asked = waiting(paper) ?? waiting(reasks);
    return asked && itemOf(this.course, asked.id);
  }

  do(...actions: readonly Action[]): this {
    for (const action of actions) {
      this.#now += 60_000;
      this.#actor.send({ ...action, at: this.#now, latency: 5000, spent: 60 });
    }
    return this;
  }

  /** Answers the waiting question and goes on. */
  answer(right: boolean): this {
    const item = this.question;
    if (!item) return this;
    const answer = right ? keyOf(item) : wrongAnswer(item);
    // Every other answer is one that the learner was sure of.
    this.#sure = !this.#sure;
    return this.do({ type: 'ANSWER', answer, sure: this.#sure }, { type: 'NEXT' });
  }

  /**
   * Answers all that waits and is on screen.
   * @param right whether the answer to a question is to be right, by question and number from 1
   * @param count stops after so many
   */
  answerAll(right: (item: Item, n: number) => boolean, count = Number.POSITIVE_INFINITY): this {
    this.do({ type: 'NEXT' });
    for (let n = 1; n <= count && this.question && this.state === 'asking'; n++) this.answer(right(this.question, n));
    return this;
  }

  /** Follows the exemplar path of a scenario. */
  play(scenario: string): this {
    const path = this.course.scenarios[scenario]?.exemplar ?? [];
    return this.do(...path.map((choice) => ({ type: 'CHOOSE', scenario, choice }) as const));
  }

  /** Reads parts to their end and plays their scenarios. */
  learn(...parts: readonly string[]): this {
    for (const part of this.course.parts.filter((p) => parts.includes(p.id))) {
      this.do({ type: 'READ', part: part.id });
      for (const scenario of part.scenarios) this.play(scenario);
    }
    return this;
  }
}
