import { expect, test } from 'vitest';
import { Learner } from '../../tests/support/learner.ts';
import { realCourse } from '../../tests/support/real-course.ts';
import { newProgress } from './model.ts';
import { endWords, nextThing, partsLeft } from './next.ts';

const induction = realCourse();
const refresher = realCourse('refresher');
const left = (l: Learner) => partsLeft(l.course, l.progress).map((p) => p.id);
const place = (l: Learner) => nextThing(l.course, l.progress).screen;

test('induction: on to the first thing that is not done', () => {
  const learner = new Learner(induction).learn('int');
  // A section opens with its story's first decision; then its lesson, then the story goes on.
  expect(place(learner)).toBe('limes_notice');
  expect(left(learner)).not.toContain('int');
  learner.do({ type: 'CHOOSE', scenario: 'limes_notice', choice: 'a' });
  expect(place(learner)).toBe('sta');
  learner.do({ type: 'READ', part: 'sta' });
  expect(place(learner)).toBe('limes_notice');
  learner.learn(...induction.parts.filter((p) => !p.role).map((p) => p.id));
  expect(place(learner)).toBe('check');
  expect(left(learner)).toEqual([]);
});

test('refresher: no section is left to do before the questions have shown it', () => {
  const learner = new Learner(refresher);
  expect(left(learner)).toEqual([]);
  expect(place(learner)).toBe('check');
  learner.do({ type: 'START' }).answerAll((i) => i.section !== 'per');
  expect(left(learner)).toEqual(['per']);
  expect(place(learner)).toBe('per');
  learner.do({ type: 'ROLES', roles: ['runs_account'] });
  expect(left(learner)).toEqual(['per', 'run']);
  learner
    .learn('per', 'run')
    .do({ type: 'START' })
    .answerAll(() => true);
  expect(left(learner)).toEqual([]);
  expect(place(learner)).toBe('declare');
});

test('a button at a section’s end says where it leads, in words that exist', () => {
  for (const course of [induction, refresher]) {
    const words = (from: string, to: string) => endWords(course, newProgress('abcd1234'), from, to);
    for (const to of ['check', 'declare', 'wrk']) expect(course.strings).toHaveProperty([words('sta', to)]);
  }
  expect(refresher.strings[endWords(refresher, new Learner(refresher).progress, 'sta', 'check')]).toBe(
    'Done, go to the questions',
  );
  expect(induction.strings[endWords(induction, new Learner(induction).progress, 'sta', 'wrk')]).toBe(
    'Done, next section',
  );
  // The second story of a section is no next section.
  expect(induction.strings[endWords(induction, new Learner(induction).progress, 'lathe_channel', 'flood_blog')]).toBe(
    'Done, go on',
  );
});
