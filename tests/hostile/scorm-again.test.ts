import { Scorm12API, Scorm2004API } from 'scorm-again';
import { describe, expect, test } from 'vitest';
import type { Interaction } from '../../src/tracking/port/port.ts';
import { createWorld, recordOf } from './module/world.ts';

const answer: Interaction = {
  id: 'q_wrk_001',
  type: 'matching',
  response: ['a.b', 'b.a'],
  pattern: ['a.a', 'b.b'],
  result: 'wrong',
  at: Date.UTC(2026, 8, 14, 9, 30),
  latency: 12_340,
};
const order: Interaction = {
  ...answer,
  id: 'q_wrk_002',
  type: 'sequencing',
  response: ['c', 'a'],
  pattern: ['a', 'c'],
};
const note: Interaction = {
  ...answer,
  id: 'paper_1',
  type: 'fill-in',
  response: ['v1;k:paper;r:11'],
  pattern: null,
  result: 'neutral',
};
const choice: Interaction = { ...answer, id: 'q_per_001', type: 'choice', response: ['a', 'c'], pattern: ['a'] };
const post: Interaction = {
  ...answer,
  id: 'q_brn_060',
  response: ['a.b', 'b.a', 'c.c'],
  pattern: ['a.b', 'b.a', 'c.b'],
  alsoRight: [['a.b', 'b.a', 'c.c']],
  result: 'correct',
};
const PASS = { status: 'passed', score: 91.67, interactions: [answer, order, note, choice, post] } as const;

/** The second judge: the LMS side that many players run on. Its saving can be made to fail. */
function judge(standard: 'scorm12' | 'scorm2004') {
  let works = true;
  const warnings: string[] = [];
  const service = {
    processHttpRequest: () => ({ result: works ? 'true' : 'false', errorCode: works ? 0 : 101 }),
    updateSettings() {},
  };
  const settings = {
    lmsCommitUrl: 'https://lms.example/commit',
    logLevel: 3,
    onLogMessage: (_level: unknown, message: string) => warnings.push(message),
  };
  const Api = standard === 'scorm12' ? Scorm12API : Scorm2004API;
  const api = new Api(settings, service as never);
  const window = { parent: { [standard === 'scorm12' ? 'API' : 'API_1484_11']: api } };
  return {
    api,
    window,
    warnings,
    work(on: boolean) {
      works = on;
    },
    flat: () => api.getFlattenedCMI() as Record<string, unknown>,
  };
}

describe.each(['scorm12', 'scorm2004'] as const)('scorm-again, %s', (standard) => {
  const status = standard === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.success_status';
  const name = standard === 'scorm12' ? 'spec-strict-1.2' : 'spec-strict-2004';

  test('takes every value of a launch to a pass without a word', async () => {
    const { clock, open, browser } = createWorld(name);
    browser.engine = 'blind'; // its requests are not made by a window
    const { window, warnings, flat } = judge(standard);
    const { tracker } = open({ window });
    expect((await tracker.start()).standard).toBe(standard);
    tracker.update(recordOf(1), true);
    await clock.advance(5_000);
    tracker.update(recordOf(2, PASS), true);
    await clock.advance(5_000);
    expect(tracker.state().kind).toBe('saved');
    expect(flat()).toMatchObject({
      [status]: 'passed',
      'cmi.suspend_data': recordOf(2).suspend,
      'cmi.interactions.0.id': 'q_wrk_001',
      'cmi.interactions.3.result': standard === 'scorm12' ? 'wrong' : 'incorrect',
      'cmi.interactions.4.correct_responses.1.pattern':
        standard === 'scorm12' ? 'a.b,b.a,c.c' : 'a[.]b[,]b[.]a[,]c[.]c',
    });
    const left = tracker.exit();
    await clock.advance(1_000);
    expect(await left).toEqual({ kind: 'ended', saved: true });
    // Error 403 is 2004's way of saying that an element was never set. Without an activity tree the request to suspend
    // is ignored, and that is said; with one: sequencing.test.ts.
    expect(warnings.filter((w) => !/403|suspendAll' ignored/.test(w))).toEqual([]);
  });

  test('T30 whose saving fails for a while: told, then saved', async () => {
    const { clock, open, browser } = createWorld(name);
    browser.engine = 'blind'; // its requests are not made by a window
    const { window, work, flat } = judge(standard);
    const { tracker } = open({ window });
    await tracker.start();
    tracker.update(recordOf(1), true);
    await clock.advance(5_000);
    work(false);
    tracker.update(recordOf(2, PASS), true);
    await clock.advance(20_000);
    expect(tracker.state().kind).toBe('unsaved');
    work(true);
    await clock.advance(15_000);
    expect(tracker.state().kind).toBe('saved');
    expect(flat()).toMatchObject({ [status]: 'passed', 'cmi.interactions.2.id': 'paper_1' });
  });
});
