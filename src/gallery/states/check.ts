import type { Course } from '../../course/model.ts';
import type { Item } from '../../quiz/model.ts';
import { after, answered, checked, facing, fresh, sectionsDone } from '../progress.ts';
import type { Hand, State } from '../state.ts';
import { longest, titles, types } from './questions.ts';

const check = { screen: 'check' } as const;
const judgement = { screen: 'check', shows: '.judgement' } as const;

/** All right, but for one rule that must be known. */
const missed = (course: Course) => checked(course, ({ mustPass }) => mustPass !== course.blueprint.mustPass[0]);

/** The check around its questions: before, after, and the picture of judgement. */
export const assessment: readonly State[] = [
  { ...check, slug: 'start', title: 'Before it, sections still open', progress: (c) => sectionsDone(c, 5) },
  { ...check, slug: 'start-ready', title: 'Before it, all sections done', progress: sectionsDone },
  { ...check, slug: 'passed', title: 'Passed, all right', progress: (c) => checked(c, () => true) },
  { ...check, slug: 'failed', title: 'Not passed', progress: (c) => checked(c, (_, n) => n % 3 === 0), dark: true },
  {
    ...check,
    slug: 'rule-missed',
    title: 'Enough right, a rule missed that must be known',
    progress: missed,
  },
  {
    ...check,
    slug: 'rule-mended',
    title: 'Passed once the rule was asked again',
    progress: (c) => answered(c, after(c, missed(c), { type: 'START' }), () => true),
  },
  {
    ...check,
    slug: 'practice',
    title: 'Practice',
    progress: (c) => checked(c, () => true),
    act: (hand) => hand.press('.button.second'),
  },
  {
    ...judgement,
    slug: 'picture-all-right',
    title: 'Picture of judgement, all right',
    progress: (c) => checked(c, () => true),
  },
  {
    ...judgement,
    slug: 'picture-mixed',
    title: 'Picture of judgement, mixed',
    progress: (c) => checked(c, (_, n) => n % 4 > 0),
    dark: true,
  },
  {
    ...judgement,
    slug: 'picture-long',
    title: 'Picture of judgement, all wrong',
    progress: (c) => checked(c, () => false),
  },
  ...types.map((type): State => {
    const is = (course: Course) => longest(course, (item) => item.type === type && !item.mustPass);
    return {
      ...check,
      slug: `review-${type}`,
      title: `An answer looked at again: ${titles[type].toLowerCase()}`,
      progress: (course) => answered(course, facing(course, is(course)), (item) => item.id !== is(course).id),
      shows: '.again > li:first-child',
      act: (hand) => hand.press('.again summary'),
    };
  }),
];

const refresher = { route: 'refresher', screen: 'check' } as const;
/** All right but in two groups. */
const weakIn = (course: Course) => {
  const groups = course.diagnostic?.groups.slice(1, 3).flatMap((g) => g.sections) ?? [];
  return (item: Item) => !groups.includes(item.section);
};
const weak = (course: Course) => checked(course, weakIn(course));
/** The weak sections read, and their stories told. */
const reread = (course: Course) => ({
  ...weak(course),
  read: course.parts.map((p) => p.id),
  stories: sectionsDone(course).stories,
});
const again = async (hand: Hand) => {
  await hand.press('.groups [data-state="recheck"] button');
  await hand.see('.question');
};

/** The refresher's questions and what comes of them. */
export const refresherStates: readonly State[] = [
  { ...refresher, slug: 'start', title: 'Before the questions', progress: fresh },
  {
    ...refresher,
    slug: 'question',
    title: 'A question, with the lesson instead',
    progress: (c) => after(c, { ...fresh(c), roles: [], place: 'check' }, { type: 'START' }),
  },
  { ...refresher, slug: 'weak', title: 'Two groups to read again', progress: weak, dark: true },
  { ...refresher, slug: 'all-right', title: 'All known', progress: (c) => checked(c, () => true) },
  { ...refresher, slug: 'reread', title: 'Read again, fresh questions wait', progress: reread },
  {
    ...refresher,
    slug: 'answers',
    title: 'The answers of a group opened',
    progress: weak,
    shows: '.groups > li:nth-child(2)',
    act: (hand) => hand.press('.groups > li:nth-child(2) > details > summary'),
  },
  { ...refresher, slug: 'fresh-question', title: 'A fresh question', progress: reread, act: again },
];

const followUp = { route: 'followup', dark: true } as const;
const cases = (right: (n: number) => boolean) => (course: Course) => checked(course, (_, n) => right(n));

/** A few cases, weeks later. */
export const followUpStates: readonly State[] = [
  { ...followUp, slug: 'start', title: 'First visit' },
  { ...followUp, slug: 'before', title: 'Before the first case', screen: 'check', progress: fresh },
  { ...followUp, slug: 'all-right', title: 'All judged right', screen: 'finish', progress: cases(() => true) },
  { ...followUp, slug: 'some-wrong', title: 'Two judged wrong', screen: 'finish', progress: cases((n) => n > 2) },
];
