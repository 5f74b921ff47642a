import { advance } from '../course/advance.ts';
import { waiting } from '../course/assessment/asked.ts';
import { itemOf } from '../course/assessment/paper.ts';
import { deal } from '../course/cold.ts';
import type { CourseEvent } from '../course/events.ts';
import { type Asked, type Course, newProgress, type Progress } from '../course/model.ts';
import { letsThrough } from '../quiz/judge.ts';
import { keyOf, partsOf } from '../quiz/marking.ts';
import type { Answer, Item } from '../quiz/model.ts';

/** 23 November 2026, 09:00: the clock of every state. */
export const NOW = Date.UTC(2026, 10, 23, 9);

type Plain<E> = E extends unknown ? Omit<E, 'at' | 'latency' | 'spent'> : never;

/** A learner who has just come. */
export const fresh = (course: Course): Progress => deal(course, newProgress('gallery1'));

/** What comes of doing things one after another, a minute each. */
export const after = (course: Course, from: Progress, ...actions: readonly Plain<CourseEvent>[]): Progress =>
  actions.reduce((p, action) => advance(course, p, { ...action, at: NOW, latency: 5000, spent: 60 }), from);

/** Sections read, and their stories told as the policy would have it. @param count from the first on; default all */
export function sectionsDone(course: Course, count = Number.POSITIVE_INFINITY): Progress {
  const parts = course.parts.filter((p) => !p.role).slice(0, count);
  const told = (id: string) => [id, { path: course.scenarios[id]?.exemplar.join('') ?? '', done: true }] as const;
  const stories = Object.fromEntries(parts.flatMap((p) => p.scenarios).map(told));
  return { ...fresh(course), roles: [], read: parts.map((p) => p.id), stories, place: parts.at(-1)?.id ?? 'start' };
}

/** Answers that are the key but for one thing. */
function nearly(item: Item): Answer[] {
  const key = keyOf(item);
  const put = (letter: string, i: number) => key.slice(0, i) + letter + key.slice(i + 1);
  const others = partsOf(item).flatMap(({ id }) => (key.includes(id) ? [] : [id]));
  switch (item.type) {
    case 'single':
      return others;
    case 'order':
      return [[...key].reverse().join('')];
    case 'classify':
      return [...key].map((letter, i) => put(letter === 'a' ? 'b' : 'a', i));
    case 'write':
      return item.places.flatMap((p, i) => p.wordings.flatMap((w) => (w.key ? [] : [put(w.id, i)])));
    default:
      // One of them left out, another taken in its place.
      return [...key].map((letter) => [...key.replace(letter, ''), others[0] ?? ''].sort().join(''));
  }
}

/** A complete answer that is wrong; to a rule that must be known, one that lets something through. */
export function wrongTo(item: Item): Answer {
  const answers = nearly(item);
  return (item.mustPass && answers.find((answer) => letsThrough(item, answer))) || (answers[0] ?? '');
}

/** Answers all that waits. @param right whether the answer is to be right, by question and number from 1 */
export function answered(course: Course, from: Progress, right: (item: Item, n: number) => boolean): Progress {
  let progress = from;
  for (let n = 1; ; n++) {
    const asked = waiting(progress.paper) ?? waiting(progress.reasks);
    const item = asked && itemOf(course, asked.id);
    if (!item) return progress;
    const answer = right(item, n) ? keyOf(item) : wrongTo(item);
    const next = after(course, progress, { type: 'ANSWER', answer, sure: n % 2 === 0 });
    if (next === progress) return progress;
    progress = next;
  }
}

/** A finished check, the refresher's questions or a follow-up's cases. */
export function checked(course: Course, right: (item: Item, n: number) => boolean): Progress {
  const before =
    course.diagnostic || course.cases ? { ...fresh(course), roles: [], place: 'check' } : sectionsDone(course);
  return answered(course, after(course, before, { type: 'GO', to: 'check' }, { type: 'START' }), right);
}

/** All done, the declaration made. */
export const passed = (course: Course): Progress =>
  after(
    course,
    checked(course, (_, n) => n !== 5),
    { type: 'DECLARE' },
  );

/** In the check, with a question of one's choice as the next. */
export function facing(course: Course, item: Item): Progress {
  const progress = after(course, sectionsDone(course), { type: 'GO', to: 'check' }, { type: 'START' });
  const same = ({ id }: Asked) => {
    const other = itemOf(course, id);
    return id === item.id || (other?.section === item.section && other.mustPass === item.mustPass);
  };
  // It takes the place of one that the paper needs for the same reason.
  const out = progress.paper.find((q) => q.id === item.id) ?? progress.paper.find(same) ?? progress.paper[0];
  return { ...progress, paper: [{ id: item.id, answer: null }, ...progress.paper.filter((q) => q !== out)] };
}
