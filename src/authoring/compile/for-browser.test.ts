import { describe, expect, test } from 'vitest';
import { Learner } from '../../../tests/support/learner.ts';
import { realCourse } from '../../../tests/support/real-course.ts';
import { newProgress } from '../../course/model.ts';
import { recordOf } from '../../course/record/record.ts';
import { forBrowser } from './for-browser.ts';

/** Learns everything, answers everything (one section wrong, then again), declares. */
function record(course: ReturnType<typeof realCourse>, attempt: string) {
  const parts = course.parts.map((p) => p.id);
  const learner = new Learner(course, newProgress(attempt)).do({ type: 'START' });
  learner.answerAll((i) => i.section !== 'wrk').learn(...parts);
  for (let n = 0; n < 3; n++) learner.do({ type: 'START' }).answerAll(() => true);
  return recordOf(course, learner.do({ type: 'DECLARE' }).progress);
}

describe.each(['induction', 'refresher'] as const)('%s', (route) => {
  const course = realCourse(route);
  const bare = forBrowser(course);

  test('what the browser gets asks the same questions and records the same', () => {
    for (const attempt of ['abcd1234', 'zz9zz9zz', '00000001', 'k2j4h6g8']) {
      expect(record(bare, attempt)).toEqual(record(course, attempt));
    }
  });

  test('of questions on the rule’s words and applied ones it draws the same, whatever the attempt', () => {
    const bank = course.bank.map((i, n) => (n % 2 === 0 ? ({ ...i, level: 'recall' } as const) : i));
    const mixed = { ...course, bank };

    const drawn = (from: typeof course, n: number) =>
      new Learner(from, newProgress(`attempt${n}`)).do({ type: 'START' }).progress.paper.map((q) => q.id);
    for (let n = 0; n < 40; n++) expect(drawn(forBrowser(mixed), n)).toEqual(drawn(mixed, n));
  });

  test('the browser gets no notes that are for authors', () => {
    const text = JSON.stringify(bare);
    expect(text).not.toContain('"misconception"');
    expect(text).not.toContain('"outOfScope"');
  });
});
