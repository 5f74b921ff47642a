import { expect, test } from 'vitest';
import { runCampaign } from './campaign.ts';
import { ourModule } from './module/module.ts';

test('500 seeded journeys with faults: every promise kept, no pass lost, nothing lowered', async () => {
  const { broken, passes } = await runCampaign(ourModule, 500, 1);
  expect(broken).toEqual([]);
  // A campaign in which hardly anybody passes would prove nothing.
  expect(passes).toBeGreaterThan(300);
}, 120_000);
