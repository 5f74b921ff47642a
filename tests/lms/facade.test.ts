import { Scorm12API, Scorm2004API } from 'scorm-again';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../lms/player/accepts.ts';
import { type Call, facade, type Outgoing, type ScormObject } from '../../lms/player/facade.ts';
import { type Answer, send, type Wire } from '../../lms/player/transport.ts';

/** The player's API over scorm-again, as in the browser, with a server that can be made to fail. */
function player(standard: 'scorm12' | 'scorm2004', cmi: Record<string, string> = {}, strict = false) {
  const sent: Outgoing[] = [];
  const calls: Call[] = [];
  const server = { up: true };
  const settings = { autocommit: false, lmsCommitUrl: 'here', logLevel: 5 as const, autoCompleteLessonStatus: true };
  const service = {
    processHttpRequest: (...args: unknown[]) => {
      const outgoing = front.outgoing((args[5] as { isTerminateCommit?: boolean }).isTerminateCommit === true);
      if (!server.up) return { result: 'false', errorCode: 101 };
      sent.push(outgoing);
      front.sent(outgoing);
      return { result: 'true', errorCode: 0 };
    },
    updateSettings: () => undefined,
  };
  const inner = standard === 'scorm12' ? new Scorm12API(settings, service) : new Scorm2004API(settings, service);
  inner.loadFromFlattenedJSON(cmi);
  const onCall = (call: Call) => calls.push(call);
  const front = facade({ standard, strict, inner: inner as unknown as ScormObject, onCall });
  const call = (name: string, ...args: string[]) => front.api[name]?.(...args);
  return { call, sent, calls, server, front };
}

describe('SCORM 1.2', () => {
  test('only what the module set is sent: at a commit what is new, at the finish everything', () => {
    const p = player('scorm12', {
      'cmi.core.lesson_status': 'incomplete',
      'cmi.suspend_data': 'v1',
      'cmi.core.entry': 'resume',
    });
    expect(p.call('LMSInitialize', '')).toBe('true');
    expect(p.call('LMSGetValue', 'cmi.suspend_data')).toBe('v1');
    expect(p.call('LMSGetValue', 'cmi.core.entry')).toBe('resume');
    p.call('LMSSetValue', 'cmi.suspend_data', 'v2');
    expect(p.call('LMSCommit', '')).toBe('true');
    p.call('LMSSetValue', 'cmi.core.exit', 'suspend');
    p.call('LMSCommit', '');
    p.call('LMSFinish', '');
    expect(p.sent.map((s) => [s.sequence, s.finish, s.cmi])).toEqual([
      [1, false, { 'cmi.suspend_data': 'v2' }],
      [2, false, { 'cmi.core.exit': 'suspend' }],
      [3, true, { 'cmi.suspend_data': 'v2', 'cmi.core.exit': 'suspend' }],
    ]);
    expect(p.sent[2]?.calls).toEqual({ LMSInitialize: 1, LMSGetValue: 2, LMSSetValue: 2, LMSCommit: 2, LMSFinish: 1 });
  });

  test('a failed commit says so, keeps the values and sends them at the next', () => {
    const p = player('scorm12');
    p.call('LMSInitialize', '');
    p.call('LMSSetValue', 'cmi.core.lesson_status', 'passed');
    p.server.up = false;
    expect(p.call('LMSCommit', '')).toBe('false');
    expect(p.call('LMSGetLastError')).toBe('101');
    p.server.up = true;
    expect(p.call('LMSCommit', '')).toBe('true');
    expect(p.sent[0]?.cmi).toEqual({ 'cmi.core.lesson_status': 'passed' });
  });

  test('strict lengths: 4,096 and 255 pass, one more is "false" with 405', () => {
    const p = player('scorm12', {}, true);
    p.call('LMSInitialize', '');
    expect(p.call('LMSSetValue', 'cmi.suspend_data', 'v'.repeat(4096))).toBe('true');
    expect(p.call('LMSSetValue', 'cmi.suspend_data', 'v'.repeat(4097))).toBe('false');
    expect(p.call('LMSGetLastError')).toBe('405');
    expect(p.call('LMSGetErrorString', '405')).not.toBe('');
    expect(p.call('LMSGetLastError')).toBe('405');
    expect(p.call('LMSGetValue', 'cmi.suspend_data')).toHaveLength(4096);
    expect(p.call('LMSGetLastError')).toBe('0');
    expect(p.call('LMSSetValue', 'cmi.core.lesson_location', 'x'.repeat(256))).toBe('false');
    const lax = player('scorm12');
    lax.call('LMSInitialize', '');
    expect(lax.call('LMSSetValue', 'cmi.suspend_data', 'v'.repeat(4097))).toBe('true');
  });

  test('write-only elements cannot be read back, slots of earlier sessions are counted', () => {
    const p = player('scorm12', { 'cmi.interactions.0.id': 'q_1', 'cmi.interactions.1.id': 'q_2' });
    p.call('LMSInitialize', '');
    expect(p.call('LMSGetValue', 'cmi.interactions._count')).toBe('2');
    p.call('LMSGetValue', 'cmi.core.exit');
    expect(p.call('LMSGetLastError')).toBe('404');
  });
});

describe('SCORM 2004', () => {
  test('everything set in the session is sent every time; defaults never are', () => {
    const p = player('scorm2004', { 'cmi.entry': 'ab-initio', 'cmi.mode': 'normal', 'cmi.credit': 'credit' });
    expect(p.call('Initialize', '')).toBe('true');
    p.call('SetValue', 'cmi.exit', 'suspend');
    p.call('Commit', '');
    p.call('SetValue', 'cmi.suspend_data', 'v2');
    p.call('Commit', '');
    expect(p.sent.map((s) => s.cmi)).toEqual([
      { 'cmi.exit': 'suspend' },
      { 'cmi.exit': 'suspend', 'cmi.suspend_data': 'v2' },
    ]);
    expect(p.call('Terminate', '')).toBe('true');
    expect(p.sent[2]?.finish).toBe(true);
    expect(p.call('Initialize', '')).toBe('false');
    expect(p.call('GetLastError')).toBe('104');
  });

  test('a request to suspend before Terminate is taken, goes out with the finish, and leads nowhere', () => {
    const p = player('scorm2004');
    p.call('Initialize', '');
    p.call('SetValue', 'cmi.completion_status', 'completed');
    expect(p.call('SetValue', 'adl.nav.request', 'suspendAll')).toBe('true');
    expect(p.call('Terminate', '')).toBe('true');
    expect(p.sent).toHaveLength(1);
    expect(p.sent[0]).toMatchObject({ finish: true, cmi: { 'cmi.completion_status': 'completed' } });
    expect(p.calls.map((c) => c.error)).toEqual(['0', '0', '0', '0']);
  });

  test('what Moodle refuses is refused, though scorm-again would take it', () => {
    const p = player('scorm2004');
    p.call('Initialize', '');
    p.call('SetValue', 'cmi.interactions.0.id', 'q_1');
    p.call('SetValue', 'cmi.interactions.0.type', 'choice');
    expect(p.call('SetValue', 'cmi.interactions.0.learner_response', 'a-b')).toBe('false');
    expect(p.call('GetLastError')).toBe('406');
    expect(p.call('SetValue', 'cmi.interactions.0.learner_response', 'a[,]b')).toBe('true');
    expect(p.call('SetValue', 'cmi.interactions.0.timestamp', '2026-11-22T08:54:07.123Z')).toBe('false');
    expect(p.call('SetValue', 'cmi.interactions.0.timestamp', '2026-11-22T08:54:07.12Z')).toBe('true');
  });
});

test.each([
  ['scorm12', 'cmi.core.exit', 'normal', 405],
  ['scorm12', 'cmi.core.exit', 'suspend', 0],
  ['scorm12', 'cmi.core.lesson_status', 'not attempted', 405],
  ['scorm12', 'cmi.interactions.0.result', 'incorrect', 405],
  ['scorm12', 'cmi.interactions.0.result', 'wrong', 0],
  ['scorm12', 'cmi.interactions.0.id', 'has blank', 405],
  ['scorm12', 'cmi.interactions.0.time', '09:05:07.5', 0],
  ['scorm12', 'cmi.interactions.0.latency', '00:00:07.123', 405],
  ['scorm12', 'cmi.core.session_time', '0:10:00', 405],
  ['scorm12', 'cmi.core.score.raw', '1e2', 405],
  ['scorm2004', 'cmi.score.scaled', '1e-7', 406],
  ['scorm2004', 'cmi.score.scaled', '0.9167', 0],
  ['scorm2004', 'cmi.interactions.0.timestamp', '2026-11-22T08:54:07', 0],
  ['scorm2004', 'cmi.interactions.0.timestamp', '2026-11-22T08:54:07Z', 406],
  ['scorm2004', 'cmi.interactions.0.timestamp', '2026-11-22T08:54:07+01:00', 406],
  ['scorm2004', 'cmi.interactions.0.description', 'two\nlines', 406],
  ['scorm2004', 'cmi.interactions.0.latency', 'PT3.5S', 0],
  ['scorm2004', 'cmi.session_time', 'PT', 406],
  ['scorm2004', 'cmi.location', 'x'.repeat(1001), 406],
  ['scorm2004', 'adl.nav.request', 'suspendAll', 0],
  ['scorm2004', 'adl.nav.request', '_none_', 406],
] as const)('Moodle’s verdict: %s %s = %j → %i', (standard, element, value, code) => {
  expect(refusal(standard, false, element, value, () => undefined)).toBe(code);
});

test.each([
  ['choice', '', 406],
  ['choice', 'a b', 406],
  ['matching', 'a[.]c[,]b[.]d', 0],
  ['matching', 'a.c', 406],
  ['sequencing', 'b[,]a', 0],
  ['fill-in', 'v1;k:paper;r:11', 0],
] as const)('2004 response of type %s: %j → %i', (type, value, code) => {
  expect(refusal('scorm2004', false, 'cmi.interactions.3.learner_response', value, () => type)).toBe(code);
});

const offline = (): never => {
  throw new Error('offline');
};
const wires: [string, Partial<Wire>, Answer][] = [
  ['stored', {}, { ok: true, flags: 0, by: 'request' }],
  ['flagged', { post: () => '{"result":true,"flags":2}' }, { ok: true, flags: 2, by: 'request' }],
  ['refused', { post: () => '{"result":false}' }, { ok: false, flags: 0, by: 'request' }],
  ['server error', { post: () => null }, { ok: false, flags: 0, by: 'request' }],
  ['a login page instead of an answer', { post: () => '<html>' }, { ok: false, flags: 0, by: 'request' }],
  ['offline: a beacon, and "true" though nothing is saved', { post: offline }, { ok: true, flags: 0, by: 'beacon' }],
  ['page left', { leaving: () => true }, { ok: true, flags: 0, by: 'beacon' }],
  ['beacon too large', { leaving: () => true, beacon: () => false }, { ok: false, flags: 0, by: 'beacon' }],
];
test.each(wires)('the wire, as Moodle’s: %s', (_, change, answer) => {
  const good: Wire = { post: () => '{"result":true,"flags":0}', beacon: () => true, leaving: () => false };
  expect(send({ ...good, ...change }, '/x', '{}')).toEqual(answer);
});
