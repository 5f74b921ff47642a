import { describe, expect, it } from 'vitest';
import { returned } from '../../../tests/support/any.ts';
import { Learner } from '../../../tests/support/learner.ts';
import { realCourse } from '../../../tests/support/real-course.ts';
import { smallCourse } from '../../../tests/support/small-course.ts';
import { keyOf } from '../../quiz/marking.ts';
import { outstanding, resultOf } from './paper.ts';

const course = realCourse();
const start = { type: 'START' } as const;
const ids = (l: Learner) => l.progress.paper.map((q) => q.id);
const mustPass = (l: Learner) => l.question?.mustPass;

describe('a paper', () => {
  it('passes with ten of twelve, and not with nine', () => {
    for (const [wrong, state] of [
      [2, 'assessed'],
      [3, 'failed'],
    ] as const) {
      let left = wrong;
      const learner = new Learner(course).do(start).answerAll((item) => item.mustPass !== undefined || left-- <= 0);
      expect(learner.state).toBe(state);
      expect(resultOf(course, learner.progress.paper).right).toBe(12 - wrong);
      expect(learner.progress.best).toBe(wrong === 2 ? 83.33 : 75);
    }
  });

  it('stays the same while it is open, however often the learner leaves or starts', () => {
    let learner = new Learner(course).do(start);
    const drawn = ids(learner);
    for (let n = 0; n < 12; n++) {
      learner = new Learner(course, returned(course, learner.progress));
      expect(learner.state).toBe('asking');
      expect(ids(learner.do(start))).toEqual(drawn);
      expect(learner.question?.id).toBe(drawn[n]);
      learner.answer(n % 2 === 0);
    }
    expect(learner.progress.papers).toBe(1);
  });

  it('names the sections and rules that were missed, and the next one asks other questions', () => {
    const learner = new Learner(course).do(start).answerAll((i) => !['wrk', 'con'].includes(i.section));
    expect(resultOf(course, learner.progress.paper)).toMatchObject({ enough: false, weak: ['wrk', 'con'] });
    expect(resultOf(course, learner.progress.paper).missed).toEqual(['WRK-3', 'CON-6']);
    const before = ids(learner);
    learner.do(start);
    expect(ids(learner).filter((id) => before.includes(id))).toEqual([]);
    expect(learner.progress).toMatchObject({ papers: 2, best: 58.33, assessed: false });
  });

  it('can be taken for ever: a bank that is used up starts over, and the best score stands', () => {
    const learner = new Learner(course);
    learner.do(start).answerAll((i) => i.section !== 'wrk');
    for (let n = 0; n < 80; n++) learner.do(start).answerAll(() => false);
    expect(ids(learner)).toHaveLength(12);
    expect(new Set(ids(learner)).size).toBe(12);
    expect(learner.progress).toMatchObject({ papers: 81, best: 75 });
    expect(learner.do(start).answerAll(() => true).state).toBe('assessed');
  });
});

describe('a must-pass rule missed in a passing paper', () => {
  const missing = (...clauses: string[]) =>
    new Learner(course).do(start).answerAll((i) => !clauses.includes(i.mustPass ?? ''));

  it('is asked again in another form until it is right; only then the assessment is passed', () => {
    const learner = missing('PER-3');
    expect(learner.state).toBe('mending');
    expect(outstanding(course, learner.progress)).toEqual(['PER-3']);
    let last = ids(learner).find((id) => course.bank.find((i) => i.id === id)?.mustPass === 'PER-3');
    for (let n = 0; n < 12; n++) {
      learner.do(start);
      expect(mustPass(learner)).toBe('PER-3');
      expect(learner.question?.id).not.toBe(last);
      last = learner.question?.id;
      learner.answer(false);
      expect(learner.state).toBe('mending');
    }
    expect(learner.progress.assessed).toBe(false);
    learner.do(start).answer(true);
    expect(learner.state).toBe('assessed');
    expect(learner.progress.best).toBe(91.67);
  });

  it('uses every form before one comes back', () => {
    const learner = missing('CON-6');
    const forms = course.bank.filter((i) => i.mustPass === 'CON-6').map((i) => i.id);
    const asked = ids(learner).filter((id) => forms.includes(id));
    while (asked.length < forms.length) {
      learner.do(start);
      asked.push(learner.question?.id ?? '');
      learner.answer(false);
    }
    expect(new Set(asked).size).toBe(forms.length);
  });

  it('waits where it was after leaving, one rule after the other', () => {
    let learner = missing('WRK-3', 'CON-6').do(start);
    const open = learner.question?.id;
    learner = new Learner(course, returned(course, learner.progress));
    expect(learner.state).toBe('asking');
    expect(learner.do(start).question?.id).toBe(open);
    learner.answer(true);
    expect(learner.state).toBe('mending');
    learner = new Learner(course, returned(course, learner.progress));
    expect(outstanding(course, learner.progress)).toHaveLength(1);
    expect(learner.do(start).answer(true).state).toBe('assessed');
  });
});

it('an answer that is incomplete or comes when none is asked for changes nothing', () => {
  const learner = new Learner(course);
  const fresh = learner.progress;
  expect(learner.do({ type: 'ANSWER', answer: 'a' }).progress).toBe(fresh);
  const open = learner.do(start).progress;
  for (const answer of ['', '-', 'zz', 'aa']) expect(learner.do({ type: 'ANSWER', answer }).progress).toBe(open);
  expect(learner.state).toBe('asking');
});

it('the explanation stays on screen until the learner goes on', () => {
  const learner = new Learner(smallCourse()).do(start);
  const item = learner.question;
  if (!item) throw new Error('no question');
  const explained = learner.do({ type: 'ANSWER', answer: keyOf(item) });
  expect(explained.state).toBe('explained');
  const { paper } = explained.progress;
  expect(explained.do({ type: 'ANSWER', answer: 'b' }).progress.paper).toBe(paper);
  expect(explained.do({ type: 'NEXT' }).state).toBe('asking');
});
