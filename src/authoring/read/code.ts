import type { Content } from './content.ts';

/** A permanent code: a letter, then a letter or digit; 52 × 62 = 3,224 for each group of things that share a list. */
export const codePattern = /^[A-Za-z][A-Za-z0-9]$/;

/** Author ids that need a code: `part.wrk`, `role.manages`, `scenario.x`, `decision.x.d1`, `question.q_per_014`. */
export function wantedCodes(c: Content): string[] {
  return [
    ...c.module.data.parts.map((p) => `part.${p.id}`),
    ...c.module.data.roles.map((r) => `role.${r.id}`),
    ...c.scenarios.flatMap(({ data: s }) => [
      `scenario.${s.id}`,
      ...Object.keys(s.situations).map((d) => `decision.${s.id}.${d}`),
    ]),
    ...c.questions.map((q) => `question.${q.data.id}`),
  ];
}

/** Codes are unique in a group: decisions and questions stand in one list of the resume state, the others in lists of their own. */
export function codeGroup(key: string): string {
  const kind = key.split('.')[0] ?? '';
  return kind === 'decision' || kind === 'question' ? 'decision or question' : kind;
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const all = [...letters].flatMap((a) => [...letters, ...'0123456789'].map((b) => a + b));

/**
 * The next free code for a key: one that nothing uses, else one that nothing of its group uses.
 * @throws Error when all codes of the group are taken.
 */
export function nextCode(key: string, taken: ReadonlyMap<string, string>): string {
  const used = new Set(taken.values());
  const ofGroup = new Set([...taken].filter(([k]) => codeGroup(k) === codeGroup(key)).map(([, code]) => code));
  const code = all.find((x) => !used.has(x)) ?? all.find((x) => !ofGroup.has(x));
  if (!code)
    throw new Error(
      `All ${all.length} codes for ${codeGroup(key)} are taken: widen the codes to three characters in src/authoring/read/code.ts.`,
    );
  return code;
}
