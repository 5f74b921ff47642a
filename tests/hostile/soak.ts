/**
 * The fault campaign at length: `npm run soak`. JOURNEYS (20,000) and SEED (1) from the environment. Ends with
 * `N journeys, N faults, 0 violations`, or with the seeds that show a violation and a non-zero exit.
 */
import { runCampaign } from './campaign.ts';
import { ourModule } from './module/module.ts';

/** A whole number from the environment. @throws when it is none */
function setting(name: string, fallback: number): number {
  const text = process.env[name];
  const n = Number(text ?? fallback);
  if (!Number.isSafeInteger(n) || n < 0) throw new Error(`${name} is "${text}": give a whole number.`);
  return n;
}

let escaped = 0;
for (const type of ['unhandledRejection', 'uncaughtException']) process.on(type, () => escaped++);

const { journeys, faults, passes, broken } = await runCampaign(
  ourModule,
  setting('JOURNEYS', 20_000),
  setting('SEED', 1),
);
for (const { seed, profile, engine, violations } of broken.slice(0, 20)) {
  console.error(`SEED=${seed} JOURNEYS=1 (${profile}, ${engine}): ${violations.join('; ')}`);
}
console.info(`${passes} of ${journeys} journeys earned a pass`);
console.info(`${journeys} journeys, ${faults} faults, ${broken.length} violations`);
if (escaped > 0) console.error(`${escaped} errors that nobody caught`);
process.exitCode = broken.length + escaped > 0 ? 1 : 0;
