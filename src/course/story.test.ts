import { describe, expect, it } from 'vitest';
import { Learner } from '../../tests/support/learner.ts';
import { smallCourse, story } from '../../tests/support/small-course.ts';
import { isPartDone } from './completion.ts';
import { isMilestone } from './milestone.ts';

const kettle = story('kettle', 'tea');
const course = smallCourse({
  scenarios: { kettle: { ...kettle, skippable: true }, lock: story('lock', 'key') },
});
const skip = { type: 'SKIP', scenario: 'kettle' } as const;
const choose = (choice: string) => ({ type: 'CHOOSE', scenario: 'kettle', choice }) as const;
const tea = course.parts[0];
if (!tea) throw new Error('no part');

describe('a story that may be passed over', () => {
  it('counts as done without a decision, at once, and nothing of it is recorded', () => {
    const learner = new Learner(course).do({ type: 'READ', part: 'tea' });
    const before = learner.progress;
    expect(isPartDone(tea, before)).toBe(false);
    const after = learner.do(skip).progress;
    expect(after.stories.kettle).toEqual({ path: '', done: true });
    expect(isPartDone(tea, after)).toBe(true);
    expect([after.slots, after.log]).toEqual([before.slots, before.log]);
    expect(isMilestone(before, after)).toBe(true);
    expect(learner.do(skip).progress).toBe(after);
  });

  it('can still be played afterwards, and is recorded then', () => {
    const learner = new Learner(course).do(skip, choose('a'), choose('a'));
    expect(learner.progress.stories.kettle).toEqual({ path: 'aa', done: true });
    expect(learner.progress.slots).toEqual(['d1', 'd2'].map((d) => course.codes[`decision.kettle.${d}`]));
  });

  it('keeps the decisions that were taken before', () => {
    const learner = new Learner(course).do(choose('b'), skip);
    expect(learner.progress.stories.kettle).toEqual({ path: 'b', done: true });
    expect(learner.progress.slots).toHaveLength(1);
  });
});

it('no other story can be passed over, nor one that is not there', () => {
  const learner = new Learner(course);
  const before = learner.progress;
  expect(learner.do({ type: 'SKIP', scenario: 'lock' }, { type: 'SKIP', scenario: 'nowhere' }).progress).toBe(before);
});

describe('a decision taken again', () => {
  const facts = { washed: { title: 'You washed up' } };
  const d1 = kettle.situations.d1;
  if (!d1) throw new Error('no decision');
  const washing = {
    ...d1,
    choices: d1.choices.map((c) => (c.id === 'a' ? { ...c, sets: ['washed'], goto: 'd2' } : { ...c, goto: 'd2' })),
  };
  const d2 = {
    ...d1,
    arrives: [{ kind: 'event', text: 'The sink is empty.', when: 'washed' } as const],
    choices: d1.choices.map((c) => ({ ...c, goto: 'end' })),
  };
  const good = { id: 'good', when: ['washed'], text: 'Clean.' } as const;
  const remembers = smallCourse({
    scenarios: {
      kettle: {
        ...kettle,
        facts,
        situations: { d1: washing, d2 },
        endings: [good, { id: 'poor', text: 'Dirty.' }],
      },
      lock: story('lock', 'key'),
    },
  });

  it('changes how the story goes on, and the record keeps the first', () => {
    const learner = new Learner(remembers).do(choose('b'), choose('a'));
    const { log, slots } = learner.progress;
    const replayed = learner.do({ type: 'REWIND', scenario: 'kettle', step: 0 }, choose('a'), choose('a')).progress;
    expect(replayed.stories.kettle).toEqual({ path: 'aa', done: true });
    expect([replayed.log, replayed.slots]).toEqual([log, slots]);
    expect(log[0]).toMatchObject({ response: ['b'], result: 'wrong' });
  });
});
