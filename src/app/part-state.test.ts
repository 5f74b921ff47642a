import { expect, test } from 'vitest';
import { Learner } from '../../tests/support/learner.ts';
import { realCourse } from '../../tests/support/real-course.ts';
import { partState, stateWords } from './part-state.ts';

const course = realCourse('refresher');
const of = (learner: Learner, id: string) => {
  const part = course.parts.find((p) => p.id === id);
  if (!part) throw new Error(`no part ${id}`);
  return [partState(course, part, learner.progress), stateWords(course, part, learner.progress)];
};

test('a section is needed only once the questions have shown it, and done once its fresh questions are right', () => {
  const learner = new Learner(course).do({ type: 'START' });
  expect(of(learner, 'wrk')).toEqual(['open', 'state.ifNeeded']);
  learner.answerAll((i) => i.section !== 'wrk');
  expect(of(learner, 'wrk')).toEqual(['open', 'state.open']);
  learner.do({ type: 'READ', part: 'wrk' });
  expect(of(learner, 'wrk')).toEqual(['started', 'state.started']);
  learner.play('desk_photo');
  expect(of(learner, 'wrk')).toEqual(['started', 'state.started']);
  learner.do({ type: 'START' }).answerAll(() => true);
  expect(of(learner, 'wrk')).toEqual(['done', 'state.done']);
});

test('a section answered right is known, not done; one that no question asks about is open to read', () => {
  const learner = new Learner(course).do({ type: 'START' }).answerAll(() => true);
  expect(of(learner, 'con')).toEqual(['known', 'state.known']);
  expect(of(learner, 'pur')).toEqual(['known', 'state.unasked']);
  expect(of(learner, 'run')).toEqual(['open', 'state.open']);
});
