import { describe, expect, test } from 'vitest';
import type { Item } from '../../quiz/model.ts';
import { audiencesOf } from '../measure/audiences.ts';
import type { Content, Question } from '../read/content.ts';
import { loadContent } from '../read/load.ts';
import { answersBy, chances, guessers } from './guess/play.ts';
import { luckOfWords } from './guess/word-scores.ts';
import { takePapers } from './guessers.ts';

const { content } = loadContent('src/content');
if (!content) throw new Error('src/content/module.yaml cannot be used: run "npm run check".');

/** The bank with every key made the strictest option, all others free. */
const cautious = content.questions.map((q) =>
  q.data.type === 'single'
    ? {
        ...q,
        data: {
          ...q.data,
          options: q.data.options.map((o) => ({ ...o, stance: o.key ? ('stop' as const) : ('go' as const) })),
        } satisfies Question,
      }
    : q,
);
const taken = (c: Content) => {
  const [first] = audiencesOf(c);
  if (!first) throw new Error('Nobody is asked anything.');
  return takePapers(first);
};
const asIs = taken(content);
const biased = taken({ ...content, questions: cautious });
const of = (t: typeof asIs, who: string) => t.guessers.find((g) => g.who === who) ?? { singles: -1, passes: -1 };

test('who always picks the strictest is seen to pass a bank that rewards caution', () => {
  expect(of(biased, 'strictest').singles).toBeCloseTo(1);
  expect(biased.strictest70).toBeGreaterThan(0.25);
  expect(of(biased, 'freest').singles).toBe(0);
});

test('nobody passes by lot, and who knows most of it does pass, surely once missed rules are asked again', () => {
  expect(of(asIs, 'random').passes).toBeLessThan(0.01);
  expect(of(asIs, 'random').singles).toBeCloseTo(0.25, 1);
  expect(asIs.knower.before).toBeGreaterThan(0.5);
  // Ten, eleven or twelve of twelve at nine in ten: 0.889 by the binomial distribution.
  expect(Math.abs(asIs.knower.played - 0.889)).toBeLessThan(0.025);
});

test('the same papers and the same luck on every machine', () => {
  expect(taken(content)).toEqual(asIs);
});

const base = {
  id: 'q_fir_001',
  section: 'fir',
  clauses: [],
  routes: [],
  level: 'applied',
  stem: 'Which two?',
} as const;
const option = (id: string, stance: 'go' | 'change' | 'ask' | 'stop', key = false) => ({
  id,
  text: id,
  because: '',
  stance,
  ...(key ? { key: true } : {}),
});
const play = (who: string, item: Item) => {
  const guesser = guessers([item])[who];
  if (!guesser) throw new Error(who);
  return { answers: answersBy(guesser, item), ...chances(guesser, item) };
};

describe('who always holds back does so everywhere', () => {
  const bins = [
    { id: 'ok', text: 'Fine', stance: 'go' },
    { id: 'no', text: 'Leave it', stance: 'stop' },
  ] as const;
  const things = ['a', 'b', 'c'].map((id) => ({ id, text: id, because: '', bin: id === 'a' ? 'ok' : 'no' }));

  test('sorting: all into the strictest group, which lets nothing through', () => {
    const item: Item = { ...base, type: 'classify', bins, items: things };
    expect(play('strictest', item)).toEqual({ answers: ['bbb'], right: 0, through: 0 });
    expect(play('freest', item)).toEqual({ answers: ['aaa'], right: 0, through: 1 });
    expect(play('longest', item).answers).toHaveLength(8);
  });

  test('a post to write: the strictest wording of each place, the right ones among equals by lot', () => {
    const place = (id: string, key: string) => ({
      id,
      ask: id,
      wordings: [option('a', 'go', key === 'a'), option('b', 'stop', key === 'b'), option('c', 'stop')],
    });
    const item: Item = {
      ...base,
      type: 'write',
      stage: 'feed',
      from: { name: 'You' },
      post: '{x} {y}',
      places: [place('x', 'b'), place('y', 'a')],
    };
    expect(play('strictest', item)).toMatchObject({ answers: ['bb', 'bc', 'cb', 'cc'], right: 0 });
    expect(play('freest', item)).toMatchObject({ answers: ['aa'], right: 0, through: 1 });
  });

  test('several options: as many of the strictest as are asked for', () => {
    const options = [option('a', 'stop', true), option('b', 'go'), option('c', 'stop', true), option('d', 'change')];
    expect(play('strictest', { ...base, type: 'multiple', choose: 2, options })).toMatchObject({
      answers: ['ac'],
      right: 1,
    });
    expect(play('random', { ...base, type: 'multiple', choose: 2, options }).right).toBeCloseTo(1 / 6);
  });

  test('a post to look over: all of it is marked, others mark as many parts as the question says', () => {
    const parts = ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      text: id,
      because: '',
      ...(id < 'c' ? { breach: true } : {}),
    }));
    const item: Item = { ...base, type: 'spot', stage: 'feed', parts };
    expect(play('strictest', item)).toEqual({ answers: ['abcd'], right: 0, through: 0 });
    expect(play('longest', item).right).toBeCloseTo(1 / 6);
  });
});

test('a classifier of words finds a word that only keys have, and by luck far less', () => {
  const bank = Array.from({ length: 40 }, (_, n): Item => {
    const options = ['a', 'b', 'c'].map((id) => ({
      id,
      text: id === 'b' ? `perhaps ${n}` : `certainly ${n} ${id}`,
      because: '',
      ...(id === 'b' ? { key: true } : {}),
    }));
    return { ...base, id: `q_fir_${100 + n}`, type: 'single', options };
  });
  const read = guessers(bank)['option words'];
  expect(bank.every((item) => read && chances(read, item).right === 1)).toBe(true);
  const offered = bank.map((i) => ({ item: i.id, stem: '', options: i.type === 'single' ? i.options : [] }));
  const luck = luckOfWords(offered, () => 1);
  expect(luck).toBeGreaterThan(1 / 3);
  expect(luck).toBeLessThan(0.7);
});
