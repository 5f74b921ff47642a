import type { Content } from './content.ts';

/** A permanent code: a letter, then a letter or digit; 52 × 62 = 3,224 for each kind of thing. */
export const codePattern = /^[A-Za-z][A-Za-z0-9]$/;

/** Author ids that need a code, in the order of the content: `part.wrk`, `scenario.x`, `decision.x.d1`, `question.q_per_014`. */
export function wantedCodes(c: Content): string[] {
  return [
    ...c.module.data.parts.map((p) => `part.${p.id}`),
    ...c.scenarios.flatMap(({ data: s }) => [
      `scenario.${s.id}`,
      ...Object.keys(s.situations).map((d) => `decision.${s.id}.${d}`),
    ]),
    ...c.questions.map((q) => `question.${q.data.id}`),
  ];
}

/** `question` of `question.q_per_014`. */
export const codeKind = (key: string): string => key.split('.')[0] ?? '';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const all = [...letters].flatMap((a) => [...letters, ...'0123456789'].map((b) => a + b));

/**
 * The next free code for a key: one that nothing uses, else one that nothing of its kind uses.
 * @throws Error when all codes of the kind are taken.
 */
export function nextCode(key: string, taken: ReadonlyMap<string, string>): string {
  const used = new Set(taken.values());
  const ofKind = new Set([...taken].filter(([k]) => codeKind(k) === codeKind(key)).map(([, code]) => code));
  const code = all.find((x) => !used.has(x)) ?? all.find((x) => !ofKind.has(x));
  if (!code)
    throw new Error(
      `All ${all.length} codes for ${codeKind(key)} are taken: widen the codes to three characters in src/load/code.ts.`,
    );
  return code;
}
