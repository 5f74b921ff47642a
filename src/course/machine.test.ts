import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anyMoves, play, returned } from '../../tests/support/any.ts';
import { Learner } from '../../tests/support/learner.ts';
import { realCourse } from '../../tests/support/real-course.ts';
import { smallCourse } from '../../tests/support/small-course.ts';
import { keyOf } from '../quiz/marking.ts';
import { advance } from './machine.ts';
import { newProgress } from './model.ts';

vi.mock('./advance.ts', async (original) => {
  const real = await original<typeof import('./advance.ts')>();
  return { ...real, advance: vi.fn(real.advance) };
});

const course = realCourse();

describe('the course actor', () => {
  it.each(['induction', 'refresher', 'followup'] as const)(
    'of the %s opens in the very state it was left in',
    (route) => {
      const course = realCourse(route);
      fc.assert(
        fc.property(anyMoves(course), (moves) => {
          const progress = play(course, moves);
          const stayed = new Learner(course, progress);
          const back = new Learner(course, returned(course, progress));
          expect(back.state).toBe(stayed.state);
          expect(back.question).toBe(stayed.question);
          expect(back.progress.place).toBe(progress.place);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('lets the learner go to every screen at any time, and stays where it is for one that is not there', () => {
    const learner = new Learner(course).do({ type: 'START' });
    for (const to of ['finish', 'declare', 'con', 'rent_hour', 'check', 'start']) {
      expect(learner.do({ type: 'GO', to }).progress.place).toBe(to);
    }
    expect(learner.do({ type: 'GO', to: 'nowhere' }).progress.place).toBe('start');
  });

  it.each(['induction', 'refresher', 'followup'] as const)('of the %s works out each event once', (route) => {
    const learner = new Learner(realCourse(route)).do({ type: 'START' });
    for (let left = 3; left > 0 && learner.question; left--) {
      vi.mocked(advance).mockClear();
      learner.do({ type: 'ANSWER', answer: '' });
      expect(advance).toHaveBeenCalledTimes(1);
      expect(learner.state).toBe('asking');
      learner.answer(true);
      expect(advance).toHaveBeenCalledTimes(route === 'refresher' ? 2 : 3);
    }
  });

  it('draws nothing more once the assessment is passed, and says so', () => {
    const learner = new Learner(smallCourse()).do({ type: 'START' }).answerAll(() => true);
    const { progress } = learner;
    expect(learner.state).toBe('assessed');
    expect(learner.do({ type: 'START' }).progress).toBe(progress);
  });

  it('keeps the explanation on screen until it is put away, whatever else is pressed', () => {
    const learner = new Learner(course).do({ type: 'START' });
    const item = learner.question;
    learner.do({ type: 'ANSWER', answer: item ? keyOf(item) : '' });
    const { paper } = learner.progress;
    learner.do({ type: 'ANSWER', answer: 'a' }, { type: 'START' }, { type: 'GO', to: 'start' });
    expect(learner.state).toBe('explained');
    expect(learner.progress.paper).toEqual(paper);
    expect(learner.do({ type: 'NEXT' }).state).toBe('asking');
  });

  it('takes no declaration before the assessment is passed, and only the first one after', () => {
    const learner = new Learner(smallCourse()).do({ type: 'DECLARE' });
    expect(learner.progress.declared).toBeNull();
    learner.do({ type: 'START' }).answerAll(() => true);
    const { declared } = learner.do({ type: 'DECLARE' }).progress;
    expect(declared).toMatchObject({ edition: '2026' });
    expect(learner.do({ type: 'DECLARE' }).progress.declared).toBe(declared);
  });

  it('lets roles change until the pass, and not after', () => {
    const tea = smallCourse();
    const learner = new Learner(tea).do({ type: 'ROLES', roles: ['keeper', 'nobody'] });
    expect(learner.progress.roles).toEqual(['keeper']);
    learner.learn('tea', 'cup').do({ type: 'START' });
    learner.answerAll(() => true).do({ type: 'DECLARE' });
    expect(learner.progress.passed).toBe(false);
    learner.do({ type: 'ROLES', roles: [] });
    expect(learner.progress).toMatchObject({ passed: true, roles: [] });
    expect(learner.do({ type: 'ROLES', roles: ['keeper'] }).progress.roles).toEqual([]);
  });
});

it('counts active time, and never backwards (how much of it counts is decided where it is measured)', () => {
  const rest = (spent: number) => ({ type: 'REST', at: 0, latency: 0, spent }) as const;
  const progress = advance(course, newProgress('abcd1234'), rest(90));
  expect(progress.seconds).toBe(90);
  expect(advance(course, progress, rest(-50)).seconds).toBe(90);
  expect(advance(course, progress, rest(600)).seconds).toBe(690);
});
