import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../lms/people.ts';
import { lastAttempt, storedRecord } from '../../lms/store/attempts.ts';
import { flagsOf } from '../../lms/store/flags.ts';
import { lms, type Player, play } from './client.ts';

let running: Awaited<ReturnType<typeof lms>>;
beforeAll(async () => {
  running = await lms();
});
afterAll(() => running.stop());

const late = 'A newer session of this attempt has saved since.';

/** What a module writes, by standard. */
const values = {
  scorm12: {
    begun: (at: string) => ({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.suspend_data': at,
      'cmi.core.exit': 'suspend',
    }),
    passed: (at: string) => ({
      'cmi.core.score.raw': '92',
      'cmi.core.lesson_status': 'passed',
      'cmi.suspend_data': at,
      'cmi.core.exit': 'suspend',
    }),
    pass: { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '92' },
    time: ['cmi.core.session_time', '00:05:00', 'cmi.core.total_time', '00:10:00'],
  },
  scorm2004: {
    begun: (at: string) => ({
      'cmi.success_status': 'unknown',
      'cmi.completion_status': 'incomplete',
      'cmi.suspend_data': at,
      'cmi.exit': 'suspend',
    }),
    passed: (at: string) => ({
      'cmi.score.raw': '92',
      'cmi.success_status': 'passed',
      'cmi.completion_status': 'completed',
      'cmi.suspend_data': at,
      'cmi.exit': 'suspend',
    }),
    pass: { 'cmi.success_status': 'passed', 'cmi.completion_status': 'completed', 'cmi.score.raw': '92' },
    time: ['cmi.session_time', 'PT5M', 'cmi.total_time', 'PT0H10M0S'],
  },
} as const;

let next = 0;
describe.each(['scorm12', 'scorm2004'] as const)('two sessions of one attempt, %s', (standard) => {
  const { begun, passed, pass, time } = values[standard];
  const activity = `refresher-${standard}`;

  /** An older session that has begun, and a newer one. */
  async function two() {
    const username = people[next++ % people.length]?.username ?? '';
    const older = await play(running, username, activity);
    await older.commit(begun('v1'));
    const newer = await play(running, username, activity);
    const id = lastAttempt(running.db, username, activity)?.id ?? 0;
    return {
      username,
      older,
      newer,
      stored: () => Object.fromEntries(storedRecord(running.db, id)),
      flags: () => flagsOf(running.db, id),
      page: async (path = `attempts/${id}`) => (await fetch(`${running.url}${path}`)).text(),
    };
  }
  const finish = (p: Player, cmi: object) => p.commit({ ...cmi, [time[0]]: time[1] }, true);

  test('a late beacon of the older one does not undo the pass of the newer one, and is shown', async () => {
    const { older, newer, stored, flags, page } = await two();
    await newer.commit(passed('v3'));
    expect(await older.commit(begun('v2'))).toEqual({ result: false, message: late });
    expect(stored()).toEqual(passed('v3'));
    const said = flags().map((f) => [f.kind, f.element, f.was, f.became]);
    expect(said).toContainEqual(['late', 'cmi.suspend_data', 'v3', 'v2']);
    expect(said.filter(([, element]) => element?.includes('status')).length).toBeGreaterThan(0);
    expect(await page()).toContain('From an older session');
    expect(await page()).not.toContain('Written in review');
    expect(await page('completions')).toContain('late commit');
  });

  test('a late pass is taken, the newer place and answers stay, and what the newer one says then does not undo it', async () => {
    const { username, older, newer, stored, flags } = await two();
    await newer.commit({ ...begun('v3'), 'cmi.interactions.0.id': 'q_new' });
    const answer = await older.commit({ ...passed('v2'), 'cmi.interactions.0.id': 'q_old' });
    expect(answer).toEqual({ result: false, message: late });
    expect(stored()).toEqual({ ...begun('v3'), 'cmi.interactions.0.id': 'q_new', ...pass });
    expect(flags().map((f) => [f.element, f.was, f.became])).toEqual([
      ['cmi.suspend_data', 'v3', 'v2'],
      ['cmi.interactions', '', '1 values'],
    ]);
    expect(await newer.commit(begun('v4'))).toMatchObject({ result: true });
    expect(stored()).toEqual({ ...begun('v4'), 'cmi.interactions.0.id': 'q_new', ...pass });
    expect((await play(running, username, activity)).begun.mode).toBe('review');
  });

  test('while the newer one has saved nothing, the older one goes on: a second window that only looks', async () => {
    const { older, stored, flags } = await two();
    expect(await older.commit(begun('v2'))).toEqual({ result: true, flags: 0 });
    expect(await older.commit(passed('v3'))).toEqual({ result: true, flags: 0 });
    expect(stored()).toEqual(passed('v3'));
    expect(flags()).toEqual([]);
  });

  test('the same values again are no fault, and do not make the older one the newest', async () => {
    const { older, newer, stored } = await two();
    await newer.commit(begun('v3'));
    expect(await older.commit(begun('v3'))).toEqual({ result: true, flags: 0 });
    expect(await older.commit(begun('v2'))).toMatchObject({ result: false });
    expect(stored()).toEqual(begun('v3'));
  });

  test('the time of a session that finishes late is counted', async () => {
    const { older, newer, stored } = await two();
    await finish(newer, passed('v3'));
    await finish(older, begun('v2'));
    expect(stored()).toMatchObject({ ...pass, 'cmi.suspend_data': 'v3', [time[2]]: time[3] });
  });

  test('one session may write otherwise and back, as a module does after a failed save', async () => {
    const { newer, stored, flags } = await two();
    await newer.commit(passed('v3'));
    await newer.commit(begun('v3'));
    expect(await newer.commit(passed('v4'))).toEqual({ result: true, flags: 0 });
    expect(stored()).toEqual(passed('v4'));
    expect(flags()).toEqual([]);
  });
});
