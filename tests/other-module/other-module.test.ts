import { describe, expect, test } from 'vitest';
import type { Tracker } from '../../src/tracking/index.ts';
import { type Place, runCampaign } from '../hostile/index.ts';
import { fireModule, ours } from './fire.ts';
import { naiveTracker } from './naive-tracker.ts';

/* The tracker and the hostile LMS, used from outside by a module that they know nothing of. */

test('its passes reach the LMS whatever goes wrong, and every "saved" is true', async () => {
  const { broken, faults, passes } = await runCampaign(fireModule(), 150, 1);
  expect(broken).toEqual([]);
  expect(faults).toBeGreaterThan(300);
  expect(passes).toBeGreaterThan(75);
});

test('completion without assessment reaches the LMS as well, never as a pass, and is never taken back', async () => {
  const { broken, faults, passes } = await runCampaign(fireModule(ours, 'completed'), 150, 1);
  expect(broken).toEqual([]);
  expect(faults).toBeGreaterThan(300);
  expect(passes).toBeGreaterThan(75);
});

describe('the hostile LMS convicts a tracker that', () => {
  /** Of what it is found guilty, each charge once. */
  async function charges(createIts: (place: Place) => Tracker): Promise<string> {
    const { broken } = await runCampaign(fireModule(createIts), 60, 1);
    return [...new Set(broken.flatMap((journey) => journey.violations))].join('\n');
  }

  test('says "saved" as soon as it was told, without proof', async () => {
    const hasty = (place: Place): Tracker => {
      const tracker = ours(place);
      return {
        ...tracker,
        state: () => (tracker.state().kind === 'unsaved' ? { kind: 'saved', at: 0 } : tracker.state()),
      };
    };
    expect(await charges(hasty)).toMatch(/told "saved" while the LMS lacks .*the pass/);
  });

  test('keeps the pass to itself', async () => {
    const silent = (place: Place): Tracker => {
      const tracker = ours(place);
      return {
        ...tracker,
        update: (record, milestone) => tracker.update({ ...record, status: 'incomplete' }, milestone),
      };
    };
    expect(await charges(silent)).toMatch(/an earned pass came without the pass/);
  });

  test('believes what the LMS answers, and has nothing but the LMS', async () => {
    const found = await charges(naiveTracker);
    expect(found).toMatch(/told "saved" of a pass that is not there/);
    expect(found).toMatch(/an earned pass came without the pass/);
  });
});
