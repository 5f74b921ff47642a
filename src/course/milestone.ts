import type { Progress } from './model.ts';

/**
 * Whether a change must be committed at once (docs/standards/saving.md, When it saves): a decision, an answer, a
 * section done, a paper, the declaration. Mere moving about waits for the debounce.
 */
export function isMilestone(before: Progress, after: Progress): boolean {
  return (
    before.slots.length !== after.slots.length ||
    before.read.length !== after.read.length ||
    before.known.length !== after.known.length ||
    before.stories !== after.stories ||
    before.cold !== after.cold ||
    before.paper !== after.paper ||
    before.reasks !== after.reasks ||
    before.declared !== after.declared ||
    before.passed !== after.passed
  );
}
