import type { Course } from '../../course/model.ts';
import { keyOf } from '../../quiz/marking.ts';
import type { Item } from '../../quiz/model.ts';
import { facing, wrongTo } from '../progress.ts';
import type { Hand, State } from '../state.ts';

export const types = ['single', 'multiple', 'classify', 'order', 'spot', 'write'] as const;
type Type = (typeof types)[number];

export const titles: Readonly<Record<Type, string>> = {
  single: 'One of several',
  multiple: 'Several of several',
  classify: 'Sort',
  order: 'Bring into order',
  spot: 'Spot the problem',
  write: 'Write it',
};

const length = (item: Item) => JSON.stringify(item).length;

/** The longest question that fits: what has room there has room everywhere. @throws Error where none does */
export function longest(course: Course, fits: (item: Item) => boolean): Item {
  const opens = new Set(course.parts.map((p) => p.opens));
  const all = course.bank.filter((i) => !i.for && !opens.has(i.id) && fits(i));
  const [item] = all.sort((a, b) => length(b) - length(a) || a.id.localeCompare(b.id));
  if (!item) throw new Error('no question of the bank is fit for this state');
  return item;
}

const facingA = (fits: (item: Item) => boolean) => (course: Course) => facing(course, longest(course, fits));

/** The question that waits. */
const asked = ({ app }: Hand): Item => {
  const id = app.progress().paper[0]?.id;
  const item = app.course.bank.find((i) => i.id === id);
  if (!item) throw new Error('no question waits');
  return item;
};

const answer = async (hand: Hand, given: string, sure: boolean) => {
  hand.app.send({ type: 'ANSWER', answer: given, sure });
  await hand.see('.why');
};

/** Presses every other control of the question: half an answer. */
const half = async (hand: Hand) => {
  await hand.see('.question input, .question .moves button');
  const rows = [...hand.screen.querySelectorAll<HTMLElement>('.question input')];
  rows[0]?.click();
};

const show = { screen: 'check', shows: '.question' } as const;

const states = types.flatMap((type, i): State[] => {
  const progress = facingA((item) => item.type === type);
  // Every other one is answered with certainty, so that each word on it is seen.
  const sure = i % 2 === 0;
  const dark = type === 'single' || type === 'write' ? ({ dark: true } as const) : {};
  return [
    { ...show, slug: `${type}-unanswered`, title: `${titles[type]}, unanswered`, progress },
    // Steps are always in some order: there nothing can be missing.
    ...(type === 'order'
      ? []
      : [
          {
            ...show,
            slug: `${type}-missing`,
            title: `${titles[type]}, something of the answer missing`,
            progress,
            act: async (hand: Hand) => {
              if (type !== 'single' && type !== 'spot') await half(hand);
              await hand.press('.certainty button');
              await hand.see('.missing');
            },
          },
        ]),
    {
      ...show,
      slug: `${type}-right`,
      title: `${titles[type]}, right, ${sure ? 'certain' : 'not certain'}`,
      progress,
      act: (hand) => answer(hand, keyOf(asked(hand)), sure),
    },
    {
      ...show,
      ...dark,
      slug: `${type}-wrong`,
      title: `${titles[type]}, wrong, ${sure ? 'certain' : 'not certain'}`,
      progress,
      act: (hand) => answer(hand, wrongTo(asked(hand)), sure),
    },
  ];
});

const options = (item: Item) => (item.type === 'single' ? item.options : []);

export const questions: readonly State[] = [
  ...states,
  { ...show, slug: 'chosen', title: 'An option chosen', progress: facingA((i) => i.type === 'single'), act: half },
  {
    ...show,
    slug: 'cost',
    title: 'Feedback that says what it costs to be too strict',
    shows: '.why',
    progress: facingA((i) => options(i).some((o) => o.cost)),
    act: (hand) => answer(hand, options(asked(hand)).find((o) => o.cost)?.id ?? '', true),
  },
  {
    ...show,
    slug: 'ground',
    title: 'Feedback that says on what ground something is allowed',
    shows: '.why',
    progress: facingA((i) => options(i).some((o) => o.ground)),
    act: (hand) => answer(hand, keyOf(asked(hand)), false),
  },
  {
    ...show,
    slug: 'every-reason',
    title: 'Feedback with every other reason opened',
    shows: '.why',
    progress: facingA((i) => i.type === 'single'),
    act: async (hand) => {
      await answer(hand, keyOf(asked(hand)), true);
      await hand.press('.why summary');
    },
  },
];
