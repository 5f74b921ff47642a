import { expect, test } from 'vitest';
import { createWorld, recordOf } from './module/world.ts';
import { profiles } from './profiles.ts';
import { callsOf } from './world.ts';

test.each(profiles.map((p) => p.name))('%s: a clean launch to a pass ends saved and stored', async (name) => {
  const { clock, server, open, profile } = createWorld(name);
  const { tracker, leave } = open();
  const launch = await tracker.start();
  expect(launch).toMatchObject({ standard: profile.standard, access: 'record', status: 'none', suspend: '' });
  tracker.update(recordOf(1), true);
  await clock.advance(20_000);
  expect(tracker.state().kind).toBe('saved');
  const it = {
    id: 'q_per_014',
    type: 'choice',
    response: ['a', 'c'],
    pattern: ['a'],
    result: 'wrong',
    at: clock.now(),
    latency: 4321,
  } as const;
  tracker.update(recordOf(2, { interactions: [it] }), true);
  await clock.advance(20_000);
  tracker.update(recordOf(3, { interactions: [it], status: 'passed', score: 91.67 }), true);
  await clock.advance(5_000);
  expect(tracker.state().kind).toBe('saved');
  leave();
  const status = profile.standard === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.success_status';
  expect(server.stored[status]).toBe('passed');
  expect(server.stored['cmi.suspend_data']).toBe(recordOf(3).suspend);
  expect(server.stored['cmi.interactions.0.id']).toBe('q_per_014');
  expect(server.violations).toEqual([]);
  expect(callsOf(server, /Finish|Terminate/)).toHaveLength(1);
  expect(callsOf(server, /Initialize/)).toHaveLength(1);
});
