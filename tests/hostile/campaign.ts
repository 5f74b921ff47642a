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

/** A whole number from the environment. @throws when it is none */
function setting(name: string, fallback: number): number {
  const text = process.env[name];
  const n = Number(text ?? fallback);
  if (!Number.isSafeInteger(n) || n < 0) throw new Error(`${name} is "${text}": give a whole number.`);
  return n;
}

if (import.meta.main) {
  const { journeys, faults, passes, broken } = await runCampaign(setting('JOURNEYS', 20_000), setting('SEED', 1));
  for (const { seed, profile, violations } of broken.slice(0, 20)) {
    console.error(`SEED=${seed} JOURNEYS=1 (${profile}): ${violations.join('; ')}`);
  }
  console.info(`${passes} of ${journeys} journeys earned a pass`);
  console.info(`${journeys} journeys, ${faults} faults, ${broken.length} violations`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}
