import type { Course } from '../../course/model.ts';
import { firstScene } from '../../course/way.ts';
import { fresh, passed, sectionsDone } from '../progress.ts';
import type { Hand, State } from '../state.ts';

const noRole = (hand: Hand) => hand.press('.roles input', hand.app.course.roles.length);

/** The first screen. */
export const start: readonly State[] = [
  { slug: 'first-visit', title: 'First visit', dark: true },
  { slug: 'first-visit-refresher', title: 'First visit, refresher', route: 'refresher' },
  {
    slug: 'role-missing',
    title: 'The role question, nothing chosen',
    screen: firstScene,
    shows: '[data-island="roles"]',
    act: async (hand) => {
      await hand.press('.roles [type=submit]');
      await hand.see('.missing');
    },
  },
  {
    slug: 'role-chosen',
    title: 'The role question, a role chosen',
    screen: firstScene,
    shows: '[data-island="roles"]',
    act: noRole,
  },
  { slug: 'return', title: 'Return', progress: (course) => sectionsDone(course, 3) },
  {
    slug: 'role-changed',
    title: 'Return, the role changed',
    shows: '[data-island="roles"]',
    progress: (course) => sectionsDone(course, 3),
    act: async (hand) => {
      await hand.press('[data-island="roles"] summary');
      await hand.press('.roles input');
      await hand.press('.roles [type=submit]');
      await hand.see('.kept:not(:empty)');
    },
  },
  {
    slug: 'taken-there',
    title: 'Return, taken to the place of the last visit',
    screen: (course) => course.parts[3]?.id ?? 'start',
    told: true,
    progress: (course) => sectionsDone(course, 3),
    shows: '#arrival',
  },
  {
    slug: 'display',
    title: 'How it is displayed: the reader’s choices',
    shows: '#reading',
    dark: true,
    act: async (hand) => {
      await hand.press('[data-opens="reading"]');
      await hand.see('#reading[open]');
    },
  },
  { slug: 'passed', title: 'Passed', progress: passed },
];

const first = (course: Course) => course.parts[0]?.id ?? 'start';
const opening = (course: Course) => course.parts.find((p) => p.opens)?.id ?? first(course);
/** A section with a story: its lesson marks what the story's decision turned on. */
const withStory = (course: Course) => course.parts.find((p) => p.scenarios.length > 0)?.id ?? first(course);
const openingShown = { screen: opening, progress: fresh, shows: '.opening' } as const;

/** A lesson and what stands in it. */
export const lesson: readonly State[] = [
  { slug: 'lesson', title: 'A lesson', screen: withStory, progress: sectionsDone },
  { ...openingShown, slug: 'opening', title: 'The question that opens a lesson' },
  {
    ...openingShown,
    slug: 'opening-missing',
    title: 'The same, something missing',
    act: async (hand) => {
      await hand.press('.opening [type=submit]');
      await hand.see('.missing');
    },
  },
  {
    ...openingShown,
    slug: 'opening-answered',
    title: 'The same, answered',
    act: async (hand) => {
      for (const group of hand.screen.querySelectorAll('.opening fieldset fieldset')) {
        group.querySelector('input')?.click();
        await null; // a person's next press comes when this one is drawn
      }
      await hand.press('.opening [type=submit]');
      await hand.see('.why');
    },
  },
  {
    slug: 'rules',
    title: 'The rules in full',
    screen: withStory,
    progress: sectionsDone,
    shows: '.screen[data-shown] .rules',
    act: (hand) => hand.press('.screen[data-shown] .rules summary'),
  },
  {
    slug: 'for-role',
    title: 'A note for a role',
    screen: (course) => document.querySelector('.for-role')?.closest('.screen')?.id ?? first(course),
    progress: (course) => ({ ...sectionsDone(course), roles: course.roles.map((r) => r.id) }),
    shows: '.screen[data-shown] .for-role',
  },
  {
    slug: 'term',
    title: 'A word explained in place',
    screen: (course) => document.querySelector('.lesson .term')?.closest('.screen')?.id ?? first(course),
    progress: sectionsDone,
    shows: '.term-note:popover-open',
    act: (hand) => hand.press('.screen[data-shown] .term'),
  },
  {
    slug: 'known',
    title: 'A lesson of the refresher that is known already',
    route: 'refresher',
    screen: first,
    progress: passed,
    shows: '.screen[data-shown] .known-note',
  },
  { slug: 'changes', title: 'What changed', route: 'refresher', screen: 'changes', progress: fresh },
];
