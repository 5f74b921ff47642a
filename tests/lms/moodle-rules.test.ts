import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDuration, addTimespan, readDuration, readTimespan } from '../../lms/moodle/finish.ts';
import { lastAttempt, storedRecord } from '../../lms/store/attempts.ts';
import { flagsOf } from '../../lms/store/flags.ts';
import { lms, play } from './client.ts';

let running: Awaited<ReturnType<typeof lms>>;
beforeAll(async () => {
  running = await lms();
});
afterAll(() => running.stop());

const again = (username: string, activity: string, fresh = false) => play(running, username, activity, fresh);
const old = 'induction-scorm12';
const later = 'induction-scorm2004';

describe('SCORM 1.2 entry and exit, as Moodle does them', () => {
  test('the first launch is ab-initio, normal, for credit, with the username as id and "First Last" as name', async () => {
    const { begun } = await again('coneill', old);
    expect(begun).toMatchObject({ entry: 'ab-initio', mode: 'normal', credit: 'credit' });
    expect(begun.cmi['cmi.core.student_id']).toBe('coneill');
    expect(begun.cmi['cmi.core.student_name']).toBe('Chloë O’Neill-Müller');
  });

  test('data are kept whatever the exit was; entry is "resume" only after suspend, else empty', async () => {
    const first = await again('kboateng', old);
    await first.commit({ 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': 'v1', 'cmi.core.exit': '' });
    const second = await again('kboateng', old);
    expect(second.begun.entry).toBe('');
    expect(second.begun.cmi['cmi.suspend_data']).toBe('v1');
    await second.commit({ 'cmi.core.exit': 'suspend' });
    const third = await again('kboateng', old);
    expect(third.begun.entry).toBe('resume');
    expect(third.begun.cmi['cmi.suspend_data']).toBe('v1');
  });

  test('initialise and finish without a status is stored as completed, so the next launch is a review', async () => {
    const first = await again('falhassan', old);
    await first.commit({}, true);
    const { begun } = await again('falhassan', old);
    expect(begun.mode).toBe('review');
    expect(begun.cmi['cmi.core.lesson_status']).toBe('completed');
  });

  test('a commit that the finish overtook still counts: incomplete is not left as completed', async () => {
    const p = await again('mokafor', 'refresher-scorm12');
    await p.send({}, { finish: true, sequence: 2 });
    expect((await p.send({ 'cmi.core.lesson_status': 'incomplete' }, { sequence: 1 })).status).toBe(200);
    expect((await again('mokafor', 'refresher-scorm12')).begun.mode).toBe('normal');
  });

  test('time is added at finish, once, and not before', async () => {
    const p = await again('sprys', old);
    await p.commit({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.session_time': '00:10:00.50' });
    expect((await again('sprys', old)).begun.cmi['cmi.core.total_time']).toBeUndefined();
    await p.commit({ 'cmi.core.session_time': '00:12:00' }, true);
    await p.send({ 'cmi.core.session_time': '00:12:00' }, { finish: true, sequence: 2 });
    const second = await again('sprys', old);
    expect(second.begun.cmi['cmi.core.total_time']).toBe('00:12:00');
    await second.commit({}, true);
    expect((await again('sprys', old)).begun.cmi['cmi.core.total_time']).toBe('00:12:00');
  });
});

describe('SCORM 2004 entry and exit, as Moodle does them', () => {
  test('without a committed suspend the next launch is blank', async () => {
    const first = await again('kboateng', later);
    expect(first.begun.entry).toBe('ab-initio');
    await first.commit({ 'cmi.completion_status': 'incomplete', 'cmi.suspend_data': 'v1' }, true);
    const second = await again('kboateng', later);
    expect(second.begun.entry).toBe('ab-initio');
    expect(second.begun.cmi['cmi.suspend_data']).toBeUndefined();
  });

  test('with it everything comes back, also when the session never finished', async () => {
    const first = await again('coneill', later);
    await first.commit({ 'cmi.exit': 'suspend', 'cmi.suspend_data': 'v7', 'cmi.interactions.0.id': 'q_per_014' });
    const second = await again('coneill', later);
    expect(second.begun.entry).toBe('resume');
    expect(second.begun.cmi).toMatchObject({ 'cmi.suspend_data': 'v7', 'cmi.interactions.0.id': 'q_per_014' });
  });

  test('a failure that is not completed keeps the attempt open; completed opens for review', async () => {
    const first = await again('sprys', later);
    await first.commit({
      'cmi.exit': 'suspend',
      'cmi.success_status': 'failed',
      'cmi.completion_status': 'incomplete',
    });
    const second = await again('sprys', later);
    expect(second.begun.mode).toBe('normal');
    await second.commit({ 'cmi.success_status': 'passed', 'cmi.completion_status': 'completed' }, true);
    expect((await again('sprys', later)).begun).toMatchObject({ mode: 'review', credit: 'no-credit' });
  });
});

test('a navigation request is no part of the record: not stored, not flagged, not given back', async () => {
  const p = await again('wli', later);
  const values = { 'cmi.exit': 'suspend', 'cmi.completion_status': 'incomplete', 'cmi.suspend_data': 'v1' };
  expect(await p.commit({ ...values, 'adl.nav.request': 'suspendAll' }, true)).toEqual({ result: true, flags: 0 });
  const { id } = lastAttempt(running.db, 'wli', later) ?? { id: 0 };
  expect(Object.fromEntries(storedRecord(running.db, id))).toEqual(values);
  const { begun } = await again('wli', later);
  expect(begun).toMatchObject({ mode: 'normal', entry: 'resume', cmi: { 'cmi.suspend_data': 'v1' } });
  expect(begun.cmi['adl.nav.request']).toBeUndefined();
});

describe('after the end', () => {
  test.each(['passed', 'completed', 'failed'])('1.2 %s opens for review without credit', async (status) => {
    const who = { passed: 'pnair', completed: 'tzielinski', failed: 'wli' }[status] ?? '';
    const p = await again(who, old);
    await p.commit({ 'cmi.core.lesson_status': status }, true);
    expect((await again(who, old)).begun).toMatchObject({ mode: 'review', credit: 'no-credit' });
  });

  test('a module that writes in review is caught: the write is stored, as in Moodle, and flagged', async () => {
    const p = await again('pnair', 'refresher-scorm12');
    await p.commit({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '90' }, true);
    const review = await again('pnair', 'refresher-scorm12');
    const answer = await review.commit({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '10' });
    expect(answer).toEqual({ result: true, flags: 3 });
    const id = Number(
      running.db.prepare("select id from attempts where username = 'pnair' and activity = 'refresher-scorm12'").get()?.[
        'id'
      ],
    );
    expect(flagsOf(running.db, id).map((f) => [f.kind, f.element, f.was, f.became])).toEqual([
      ['commit', '', '', '2 values'],
      ['change', 'cmi.core.lesson_status', 'passed', 'incomplete'],
      ['change', 'cmi.core.score.raw', '90', '10'],
    ]);
    expect(await (await fetch(`${running.url}attempts/${id}`)).text()).toContain('Written in review');
    expect(await (await fetch(`${running.url}completions`)).text()).toContain('written in review');
  });

  test('a module that only reads and finishes in review leaves no flag', async () => {
    const p = await again('mokafor', later);
    await p.commit(
      { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed', 'cmi.exit': 'suspend' },
      true,
    );
    const review = await again('mokafor', later);
    expect(await review.commit({}, true)).toEqual({ result: true, flags: 0 });
  });

  test('a new attempt is blank and leaves the passed one as it is', async () => {
    const p = await again('tzielinski', 'refresher-scorm12');
    await p.commit({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '88' }, true);
    const second = await again('tzielinski', 'refresher-scorm12', true);
    expect(second.begun).toMatchObject({ mode: 'normal', entry: 'ab-initio' });
    await second.commit({ 'cmi.core.lesson_status': 'incomplete' });
    const csv = await (await fetch(`${running.url}completions.csv`)).text();
    expect(csv).toMatch(/tzielinski.*refresher,SCORM 1\.2,1,passed,88/);
    expect(csv).toMatch(/tzielinski.*refresher,SCORM 1\.2,2,incomplete,,/);
  });
});

describe('time', () => {
  const part = fc.integer({ min: 0, max: 59 });
  const two = (n: number) => String(n).padStart(2, '0');
  test('sums of timespans and durations are exact and well-formed', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 4000 }), part, part, fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(span, span, (a, b) => {
        const old = (s: number[]) => `${two(s[0] ?? 0)}:${two(s[1] ?? 0)}:${two(s[2] ?? 0)}.${two(s[3] ?? 0)}`;
        const late = (s: number[]) => `PT${s[0]}H${s[1]}M${s[2]}.${two(s[3] ?? 0)}S`;
        const sum = (readTimespan(old(a)) ?? Number.NaN) + (readTimespan(old(b)) ?? Number.NaN);
        expect(readTimespan(addTimespan(old(a), old(b)) ?? 'x')).toBe(sum);
        expect(readDuration(addDuration(late(a), late(b)) ?? 'x')).toBe(sum);
      }),
    );
  });
  test('nonsense is refused, not added', () => {
    expect(addTimespan('00:01:00', 'PT1M')).toBeNull();
    expect(addDuration('PT1M', '00:01:00')).toBeNull();
    expect(addTimespan('', '00:01:00')).toBe('00:01:00');
  });
});
