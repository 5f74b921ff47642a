import { type Outcome, runJourney } from './journey.ts';

/** What a campaign came to. */
export interface Campaign {
  readonly journeys: number;
  readonly faults: number;
  /** Journeys that ended in a pass: a campaign in which nobody passes proves nothing. */
  readonly passes: number;
  readonly broken: readonly Outcome[];
}

/** Runs journeys with the seeds `seed`, `seed + 1`, … */
export async function runCampaign(journeys: number, seed: number): Promise<Campaign> {
  let faults = 0;
  let passes = 0;
  const broken: Outcome[] = [];
  for (let i = 0; i < journeys; i++) {
    const outcome = await runJourney(seed + i);
    faults += outcome.faults;
    if (outcome.passed) passes++;
    if (outcome.violations.length > 0) broken.push(outcome);
  }
  return { journeys, faults, passes, broken };
}
