import type { SnapshotFrom } from 'xstate';
import type { SaveState } from '../port/port.ts';
import type { Kept } from './copies.ts';
import type { Reason, saverMachine } from './machine.ts';

/** A new session is what helps: a copy only counts where a new log-in leaves it. */
export const NEEDS_LOGIN: readonly Reason[] = ['signedOut', 'refused'];
const REASONS: readonly Reason[] = ['offline', 'server', 'signedOut', 'refused', 'unproven'];

/** What the learner is told: a function of the chart's tags, and of where the copy is. */
export function stateOf(snapshot: SnapshotFrom<typeof saverMachine>, kept: Kept): SaveState {
  if (snapshot.hasTag('ended')) return { kind: 'ended', saved: snapshot.hasTag('endedSaved') };
  if (snapshot.hasTag('elsewhere')) return { kind: 'elsewhere' };
  const { since, savedAt } = snapshot.context;
  if (snapshot.hasTag('unsaved')) {
    const reason = REASONS.find((r) => snapshot.hasTag(`why:${r}`)) ?? 'unproven';
    const isKept = kept === 'deep' || (kept === 'local' && !NEEDS_LOGIN.includes(reason));
    return { kind: 'unsaved', since, kept: isKept, reason };
  }
  if (snapshot.hasTag('saving') || savedAt === null) return { kind: 'saving' };
  return { kind: 'saved', at: savedAt };
}
