import type { Peek } from '../../../src/tracking/index.ts';
import type { Leftovers } from '../subject.ts';

/** FNV-1a of the learner's id, as version 0.1.0 made it: its keys must be found for ever. */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}

/** Where version 0.1.0 kept the copy of an attempt. */
export const oldKey = (attempt: string, learner = 'ab12345') => `pkg.journal.${hash(learner)}.${attempt}`;

/** Texts that are no copies of ours, or not any more. @param at now */
export function brokenCopies(at: number): string[] {
  const entry = { attempt: 'zzzz9999', revision: 99, at, suspend: 's1.zzzz9999.99.!15', claimed: false, pending: [] };
  const answer = {
    id: 'q_wrk_001',
    type: 'matching',
    response: ['a.b'],
    pattern: ['a.a'],
    result: 'wrong',
    at,
    latency: 1,
  };
  const variants = [
    { pending: [[0, { ...answer, alsoRight: 7 }]] },
    { pending: [[0, { ...answer, alsoRight: ['a.c', null] }]] },
    { pending: [null] },
    { pending: [[0]] },
    { pending: [[0, null]] },
    { pending: [['x', {}]] },
    { pending: { length: 1 } },
    { pending: null },
    { suspend: 's1.zzz' },
    { suspend: 'm1~another~2026~00000001~zzzz9999~z;a!00000000' },
    { revision: 'many' },
    { at: 1e15 },
    { v: 99, pending: 'a format of the future' },
    { v: 99, suspend: 7 },
  ];
  const whole = variants.map((variant) => JSON.stringify({ ...entry, ...variant }));
  return ['', '{', 'null', '[]', '"text"', '7', whole[0]?.slice(0, 60) ?? '', ...whole];
}

/** What our tracker leaves in a browser, or has left. @param peek reads a module's resume states */
export const leftovers = (peek: Peek): Leftovers => ({
  isCopy: (key) => !key.endsWith('.tab'), // a heartbeat is none
  // Under keys of this learner, of others and of other modules.
  broken: (at) =>
    brokenCopies(at).flatMap((text, i) =>
      [oldKey(`zzzz9${i}`), oldKey(`zzzz9${i}`, 'other'), `another.journal.x.zzzz9${i}`].map(
        (key) => [key, text] as const,
      ),
    ),
  // As version 0.1.0 left it: no version, all interactions pending.
  older(record, at) {
    const { attempt = '', revision = 0 } = peek(record.suspend) ?? {};
    const pending = record.interactions.flatMap((it, slot) => (it ? [[slot, it]] : []));
    const entry = { attempt, revision, at, suspend: record.suspend, claimed: true, pending };
    return [oldKey(attempt), JSON.stringify(entry)];
  },
});
