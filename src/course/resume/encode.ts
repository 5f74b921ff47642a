import type { Asked, Course, Progress, Story } from '../model.ts';
import { seal } from './header.ts';
import { base36, NONE_DEALT, NOT_SURE, SURE } from './spelling.ts';

/**
 * Progress as resume state (suspend data): ASCII, starts with a letter, permanent codes instead of positions, so
 * that a package replaced under a learner keeps all that still exists (docs/standards/resume-state.md, Format).
 */
export function encode(course: Course, progress: Progress): string {
  const code = (name: string) => course.codes[name] ?? '';
  const codes = (prefix: string, ids: readonly string[]) => ids.map((id) => code(prefix + id)).join('');
  const felt = ({ sure }: Asked) => (sure === undefined ? '' : sure ? SURE : NOT_SURE);
  const asked = (list: readonly Asked[]) =>
    list.map((q) => code(`question.${q.id}`) + (q.answer ?? '') + felt(q)).join('.');
  // A story still to begin anew is left under the code of the one whose place it takes, so that this is not forgotten.
  const told = (id: string, s: Story) => code(`scenario.${(s.anew && course.scenarios[id]?.replaces) || id}`);
  const stories = Object.entries(progress.stories)
    .filter(([id, s]) => told(id, s))
    .map(([id, s]) => told(id, s) + s.path + (s.done ? '*' : ''))
    .join('.');
  // Questions with a slot or in the paper are seen anyway: only the others are listed.
  const listed = new Set([...progress.slots, ...progress.paper.map((q) => code(`question.${q.id}`))]);
  const alsoSeen = progress.seen.map((id) => code(`question.${id}`)).filter((c) => !listed.has(c));
  const fields: [string, string | null][] = [
    ['p', progress.place],
    ['R', progress.roles && codes('role.', progress.roles)],
    ['L', codes('part.', progress.read)],
    ['K', codes('part.', progress.known)],
    ['C', codes('part.', progress.rechecked)],
    ['S', stories],
    ['D', progress.dealt && (codes('part.', progress.dealt) || NONE_DEALT)],
    ['F', asked(progress.cold)],
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
