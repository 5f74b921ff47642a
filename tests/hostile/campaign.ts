import { type Outcome, runJourney } from './journey.ts';
import type { Module, Started } from './subject.ts';

/** What a campaign came to. */
export interface Campaign {
  readonly journeys: number;
  readonly faults: number;
  /** Journeys that ended in a pass: a campaign in which nobody passes proves nothing. */
  readonly passes: number;
  /** Journeys in which something was lost, lowered or wrongly promised. */
  readonly broken: readonly Outcome[];
}

/**
 * Judges a module and its tracker: runs journeys with the seeds `seed`, `seed + 1`, … The same seed is the same journey.
 * @param journeys how many
 */
export async function runCampaign<S extends Started>(
  module: Module<S>,
  journeys: number,
  seed: number,
): Promise<Campaign> {
  let faults = 0;
  let passes = 0;
  const broken: Outcome[] = [];
  for (let i = 0; i < journeys; i++) {
    const outcome = await runJourney(module, seed + i);
    faults += outcome.faults;
    if (outcome.passed) passes++;
    if (outcome.violations.length > 0) broken.push(outcome);
  }
  return { journeys, faults, passes, broken };
}
