import type { Interaction } from '../../../src/tracking/index.ts';
import type { Engine } from '../engine.ts';
import { type OpenOptions, startOf } from '../world.ts';
import { createWorld, type Opened, recordOf, type World } from './world.ts';

/** An answer that was given. */
export const answer = (n: number): Interaction => ({
  id: `q_wrk_${String(n).padStart(3, '0')}`,
  type: 'choice',
  response: ['b'],
  pattern: ['a'],
  result: 'wrong',
  at: Date.UTC(2026, 8, 14, 9, n % 60),
  latency: 1_000 * n,
});

/** What a learner has at the end: the second revision of a record, with a pass. */
export const PASSED = recordOf(2, { rest: 'P', status: 'passed', score: 91.67, interactions: [answer(0), answer(1)] });

/** A module that is open and has its first save behind it. */
export async function begun(name: string, engine: Engine = 'chromium'): Promise<Opened & { world: World }> {
  const world = createWorld(name);
  world.browser.engine = engine;
  const opened = world.open();
  await startOf(world, opened.tracker);
  opened.tracker.update(recordOf(1), true);
  await world.clock.advance(60_000);
  return { world, ...opened };
}

/** Opens the module anew and goes on from what it has; tells the record it is expected to have. */
export async function relaunch(world: World, record = PASSED, options: OpenOptions = {}) {
  const opened = world.open(options);
  const launch = await startOf(world, opened.tracker);
  if (launch.suspend === record.suspend) opened.tracker.update(record, true);
  await world.clock.advance(20_000);
  return { ...opened, launch };
}

/** What an LMS has of a result. */
export function storedOf({ server: { stored } }: World) {
  const ids = Object.entries(stored).flatMap(([key, id]) => (/^cmi\.interactions\.\d+\.id$/.test(key) ? [id] : []));
  return {
    suspend: (stored['cmi.suspend_data'] ?? '').replace(/~+$/, ''),
    status: stored['cmi.core.lesson_status'] ?? stored['cmi.success_status'],
    score: Number(stored['cmi.core.score.raw'] ?? stored['cmi.score.raw'] ?? -1),
    ids: ids.sort(),
  };
}

/** The same for a record that has arrived whole. */
export const WHOLE = { suspend: PASSED.suspend, status: 'passed', score: 91.67, ids: ['q_wrk_000', 'q_wrk_001'] };
