import { isAnswer } from '../quiz/marking.ts';
import { walk } from '../quiz/scenario-machine.ts';
import type { Asked, Course, Progress, Story } from './model.ts';
import { newProgress } from './model.ts';
import { itemOf } from './paper.ts';
import { refill } from './refill.ts';
import { seal, unseal } from './resume-header.ts';
import { screenOf } from './way.ts';

/** What came out of a resume state. */
export type Resumed =
  | { readonly kind: 'new' }
  /** Read. `changed`: it was written by another version of the content. */
  | { readonly kind: 'read'; readonly progress: Progress; readonly changed: boolean }
  /** Not ours, newer, cut or damaged: the learner is told and nothing is overwritten before the first real progress. */
  | { readonly kind: 'unreadable' };

const base36 = (n: number) => Math.max(0, Math.round(n)).toString(36);
const number36 = (s: string) => {
  const n = Number.parseInt(s, 36);
  return Number.isSafeInteger(n) && n >= 0 ? n : null;
};

/** Two-character codes run together. */
const pairs = (s: string) => s.match(/../g) ?? [];

function names(course: Course, prefix: string): Map<string, string> {
  const entries = Object.entries(course.codes).filter(([name]) => name.startsWith(prefix));
  return new Map(entries.map(([name, code]) => [code, name.slice(prefix.length)]));
}

/**
 * Progress as resume state (suspend data): ASCII, starts with a letter, permanent codes instead of positions, so
 * that a package replaced under a learner keeps all that still exists (decisions.md, Resume state).
 */
export function encode(course: Course, progress: Progress): string {
  const code = (name: string) => course.codes[name] ?? '';
  const codes = (prefix: string, ids: readonly string[]) => ids.map((id) => code(prefix + id)).join('');
  const asked = (list: readonly Asked[]) => list.map((q) => code(`question.${q.id}`) + (q.answer ?? '')).join('.');
  const stories = Object.entries(progress.stories)
    .filter(([id]) => code(`scenario.${id}`))
    .map(([id, s]) => code(`scenario.${id}`) + s.path + (s.done ? '*' : ''))
    .join('.');
  // Questions with a slot or in the paper are seen anyway: only the others are listed.
  const told = new Set([...progress.slots, ...progress.paper.map((q) => code(`question.${q.id}`))]);
  const alsoSeen = progress.seen.map((id) => code(`question.${id}`)).filter((c) => !told.has(c));
  const fields: [string, string | null][] = [
    ['p', progress.place],
    ['R', progress.roles && codes('role.', progress.roles)],
    ['L', codes('part.', progress.read)],
    ['K', codes('part.', progress.known)],
    ['S', stories],
    ['I', progress.slots.join('')],
    ['n', base36(progress.papers)],
    ['Q', asked(progress.paper)],
    ['A', asked(progress.reasks)],
    ['V', alsoSeen.join('')],
    ['b', progress.best === null ? '' : base36(progress.best * 100)],
    ['a', progress.assessed ? '1' : ''],
    ['d', progress.declared ? `${base36(progress.declared.at)}.${progress.declared.edition}` : ''],
    ['t', base36(progress.seconds)],
    ['P', progress.passed ? '1' : ''],
  ];
  const kept = fields.filter(([key, value]) => value || (key === 'R' && value === '')).map(([k, v]) => `${k}:${v}`);
  const { attempt, revision } = progress;
  const { module, edition, fingerprint } = course;
  return seal({ module, edition, fingerprint, attempt, revision }, kept);
}

function readStories(course: Course, text: string): Record<string, Story> {
  const byCode = names(course, 'scenario.');
  const stories: Record<string, Story> = {};
  for (const entry of text ? text.split('.') : []) {
    const id = byCode.get(entry.slice(0, 2));
    const scenario = id && course.scenarios[id];
    if (!scenario) continue;
    const done = entry.endsWith('*');
    stories[scenario.id] = { path: walk(scenario, entry.slice(2, done ? -1 : undefined)).path, done };
  }
  return stories;
}

function readAsked(course: Course, text: string): Asked[] {
  const byCode = names(course, 'question.');
  return (text ? text.split('.') : []).flatMap((entry): Asked[] => {
    const id = byCode.get(entry.slice(0, 2));
    const item = id ? itemOf(course, id) : undefined;
    const given = entry.slice(2);
    // An answer that no longer fits its item is asked again rather than marked wrong.
    return item ? [{ id: item.id, answer: isAnswer(item, given) ? given : null }] : [];
  });
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
  const paper = readAsked(course, get('Q'));
  const reasks = readAsked(course, get('A'));
  const slots = pairs(get('I'));
  const byCode = names(course, 'question.');
  const best = value.has('b') ? number36(get('b')) : null;
  const [declaredAt = '', edition = ''] = get('d').split(/\.(.*)/s);
  const at = number36(declaredAt);
  const progress: Progress = {
    ...newProgress(header.attempt),
    revision: header.revision,
    place: screenOf(course, get('p')) ? get('p') : 'start',
    roles: value.has('R') ? list('role.', 'R') : null,
    read: list('part.', 'L'),
    known: list('part.', 'K'),
    stories: readStories(course, get('S')),
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
    ],
    best: best === null ? null : Math.min(100, best / 100),
    assessed: value.has('a'),
    declared: at !== null && edition ? { at, edition } : null,
    seconds: number36(get('t')) ?? 0,
    passed: value.has('P'),
    slots,
  };
  const asked = get('Q') ? get('Q').split('.') : [];
  const open = asked.some((entry) => entry.length === 2) || paper.length < asked.length;
  const whole = open ? refill(course, progress) : progress;
  return { kind: 'read', progress: whole, changed: header.fingerprint !== course.fingerprint };
}
