import { walk } from '../../quiz/scenario-machine.ts';
import type { Course, Progress, Story } from '../model.ts';
import { newProgress } from '../model.ts';
import { screenOf } from '../way.ts';
import { unseal } from './header.ts';
import { readAsked, readRounds } from './rounds.ts';
import { names, number36, pairs } from './spelling.ts';

export { encode } from './encode.ts';

/** What came out of a resume state. */
export type Resumed =
  | { readonly kind: 'new' }
  /** Read. `changed`: it was written by another version of the content. */
  | { readonly kind: 'read'; readonly progress: Progress; readonly changed: boolean }
  /** Not ours, newer, cut or damaged: the learner is told and nothing is overwritten before the first real progress. */
  | { readonly kind: 'unreadable' };

/** The story that took the place of one that is told no more, by that one's id. */
const successors = (course: Course) =>
  new Map(Object.values(course.scenarios).flatMap((s) => (s.replaces ? [[s.replaces, s.id] as const] : [])));

/**
 * Stories by code, path and `*` for done. Of one that is told no more, only that it is done goes on in the one that took
 * its place; half told, that one begins anew.
 */
function readStories(course: Course, text: string): Record<string, Story> {
  const byCode = names(course, 'scenario.');
  const after = successors(course);
  const entries = (text ? text.split('.') : []).flatMap((entry) => {
    const id = byCode.get(entry.slice(0, 2));
    const done = entry.endsWith('*');
    return id ? [{ id, done, path: entry.slice(2, done ? -1 : undefined) }] : [];
  });
  const stories: Record<string, Story> = {};
  for (const { id, done, path } of entries) {
    const scenario = course.scenarios[id];
    const next = after.get(id);
    if (scenario) stories[id] = { path: walk(scenario, path).path, done: done || (stories[id]?.done ?? false) };
    else if (next && stories[next]) stories[next] = { ...stories[next], done: done || stories[next].done };
    else if (next) stories[next] = { path: '', done, ...(done ? {} : { anew: true }) };
  }
  return stories;
}

/**
 * The stories of a text that is older than dealt sections, and those that came to sections read there and may be passed
 * over: what was done before stays done.
 */
function withLater(course: Course, read: readonly string[], stories: Record<string, Story>): Record<string, Story> {
  const own = course.parts.filter((p) => read.includes(p.id)).flatMap((p) => p.scenarios);
  const later = own.filter((id) => course.scenarios[id]?.skippable && !stories[id]);
  return { ...stories, ...Object.fromEntries(later.map((id) => [id, { path: '', done: true }])) };
}

/**
 * Reads a resume state. Unknown codes and fields are passed over; parts, scenarios and questions that are new are
 * simply not done yet; what was passed stays passed. Never throws, whatever the text.
 */
export function decode(course: Course, text: string): Resumed {
  if (!text) return { kind: 'new' };
  const sealed = unseal(text);
  if (!sealed || sealed.header.module !== course.module) return { kind: 'unreadable' };
  const { header, fields } = sealed;
  const value = new Map(fields.map((f) => [f.slice(0, 1), f.slice(2)] as const));
  const get = (key: string) => value.get(key) ?? '';
  const list = (prefix: string, key: string) => {
    const byCode = names(course, prefix);
    return pairs(get(key)).flatMap((c) => byCode.get(c) ?? []);
  };
  const { paper, reasks, refill } = readRounds(course, get('Q'), get('A'));
  const slots = pairs(get('I'));
  const place = successors(course).get(get('p')) ?? get('p');
  const byCode = names(course, 'question.');
  const read = list('part.', 'L');
  const stories = readStories(course, get('S'));
  const changed = header.fingerprint !== course.fingerprint;
  const best = value.has('b') ? number36(get('b')) : null;
  const [declaredAt = '', edition = ''] = get('d').split(/\.(.*)/s);
  const at = number36(declaredAt);
  const dealt = value.has('D') ? list('part.', 'D') : null;
  const cold = readAsked(course, get('F'), null);
  const progress: Progress = {
    ...newProgress(header.attempt),
    revision: header.revision,
    place: screenOf(course, place) ? place : 'start',
    roles: value.has('R') ? list('role.', 'R') : null,
    read,
    known: list('part.', 'K'),
    rechecked: list('part.', 'C'),
    stories: changed && !dealt ? withLater(course, read, stories) : stories,
    dealt,
    cold,
    papers: number36(get('n')) ?? 0,
    paper,
    reasks,
    seen: [
      ...new Set([
        ...slots.flatMap((c) => byCode.get(c) ?? []),
        ...paper.map((q) => q.id),
        ...reasks.map((q) => q.id),
        ...list('question.', 'V'),
      ]),
    ].filter((id) => !cold.some((q) => q.id === id)),
    best: best === null ? null : Math.min(100, best / 100),
    assessed: value.has('a'),
    declared: at !== null && edition ? { at, edition } : null,
    seconds: number36(get('t')) ?? 0,
    passed: value.has('P'),
    slots,
  };
  return { kind: 'read', progress: refill(course, progress), changed };
}
