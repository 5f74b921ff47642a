import { expect, test, vi } from 'vitest';
import { makeCourse, SMALL } from '../../tests/hostile/module/course.ts';
import { newProgress, type Progress } from '../course/model.ts';
import { encode } from '../course/resume/decode.ts';
import { NOTHING } from '../tracking/lms/recorder.ts';
import type { Launch, LearningRecord, Tracker } from '../tracking/port/port.ts';
import { drawOn } from './app.ts';
import { openSession } from './session.ts';

const course = makeCourse(SMALL);

function open(launch: Partial<Launch>, take = () => 0) {
  const told: { record: LearningRecord; milestone: boolean }[] = [];
  const tracker = {
    update: (record: LearningRecord, milestone: boolean) => void told.push({ record, milestone }),
  } as unknown as Tracker;
  const clock = { now: () => 0, ticks: () => 0 };
  const device = { active: { elapsed: () => 0, take }, attempt: () => 'abcd1234' };
  const session = openSession({ course, tracker, launch: { ...NOTHING, ...launch }, clock, device });
  return { session, told };
}

const state = (more: Partial<Progress>) => encode(course, { ...newProgress('earlier1'), revision: 9, ...more });

test('a pass that only the LMS knows of is a pass here, and is written as one', () => {
  const { session, told } = open({ status: 'passed', score: 90, suspend: state({ best: 40 }) });
  expect(session.progress()).toMatchObject({ passed: true, best: 90 });
  expect(told[0]?.record).toMatchObject({ status: 'passed', score: 90 });
});

test('a pass that only the resume state knows of is a pass here', () => {
  const { told } = open({ status: 'incomplete', suspend: state({ best: 90, passed: true }) });
  expect(told[0]?.record).toMatchObject({ status: 'passed', score: 90 });
});

test('a state that nobody can read is not overwritten before the learner has done something', () => {
  const { session, told } = open({ status: 'incomplete', suspend: 'another tool wrote this' });
  expect(session.unreadable).toBe(true);
  expect(told[0]?.record.suspend).toBe('another tool wrote this');
  session.send({ type: 'ROLES', roles: ['staff'] });
  expect(told[1]?.record.suspend).toBe(encode(course, session.progress()));
});

test('a role answer is told as a milestone; moving about is not', () => {
  const { session, told } = open({});
  session.send({ type: 'ROLES', roles: ['staff'] });
  session.send({ type: 'GO', to: 'check' });
  expect(told.map(({ milestone }) => milestone)).toEqual([true, true, false]);
});

test('the latency of an answer is from shown to answered', () => {
  const { session } = open({});
  vi.spyOn(session.actor, 'send');
  session.send({ type: 'REST' }, -1_500);
  expect(session.actor.send).toHaveBeenCalledWith(expect.objectContaining({ latency: 1_500, at: 0, spent: 0 }));
});

test('the time an explanation was read counts when it is put away', () => {
  let taken = 0;
  const { session } = open({}, () => taken);
  session.send({ type: 'START' });
  session.send({ type: 'ANSWER', answer: 'a' });
  expect(session.actor.getSnapshot().value).toBe('explained');
  taken = 90_000;
  session.send({ type: 'NEXT' });
  expect(session.progress().seconds).toBe(90);
});

test('a declaration tells the minutes up to itself', () => {
  const { session } = open({ status: 'incomplete', suspend: state({ assessed: true, seconds: 60 }) }, () => 240_000);
  session.send({ type: 'DECLARE' });
  const { log, slots } = session.progress();
  expect(log[slots.indexOf('_d')]?.response.join()).toContain(';n:5');
});

test('what shows a part of progress is drawn at once, and again only when that part has changed', () => {
  const { session } = open({});
  const drawn = { place: 0, roles: 0 };
  drawOn(session, ['place'], () => void drawn.place++);
  drawOn(session, ['roles', 'place'], () => void drawn.roles++);
  expect(drawn).toEqual({ place: 1, roles: 1 });
  session.send({ type: 'ROLES', roles: [] });
  expect(drawn).toEqual({ place: 1, roles: 2 });
  session.send({ type: 'REST' });
  expect(drawn).toEqual({ place: 1, roles: 2 });
  session.send({ type: 'GO', to: 'finish' });
  expect(drawn).toEqual({ place: 2, roles: 3 });
});
