import type { Course } from '../../course/model.ts';
import type { Scenario, StageKind } from '../../quiz/model.ts';
import { fresh } from '../progress.ts';
import type { Hand, State } from '../state.ts';

/** Every kind of stage that a story plays in, with what the gallery calls it. */
const kinds: Readonly<Partial<Record<StageKind, string>>> = {
  feed: 'Feed',
  thread: 'Thread',
  group: 'Group chat',
  inbox: 'Inbox',
  profile: 'Profile',
  wiki: 'Wiki',
  comments: 'Comments',
};

/** The first story of the module that plays in such a place. @throws Error where there is none */
function storyIn(course: Course, kind: StageKind): Scenario {
  const story = Object.values(course.scenarios).find((s) => s.stage === kind);
  if (!story) throw new Error(`no story plays in ${kind}`);
  return story;
}

/** At a story, past the decisions given. */
const told = (story: (course: Course) => Scenario, path: (story: Scenario) => string) => (course: Course) => {
  const found = story(course);
  const stories = { [found.id]: { path: path(found), done: false } };
  return { ...fresh(course), cold: [], dealt: [], roles: [], stories };
};

const first = ({ start, situations }: Scenario, best: boolean) =>
  situations[start]?.choices.find((c) => (c.best ?? false) === best)?.id ?? '';

/** Takes the decision that waits. */
const decide = (best: boolean, story: (course: Course) => Scenario) => async (hand: Hand) => {
  await hand.press(`.decision input[value="${first(story(hand.app.course), best)}"]`);
  await hand.press('.decision .button');
  await hand.see('.consequence');
};

const byKind = (Object.keys(kinds) as StageKind[]).flatMap((kind, i): State[] => {
  const story = (course: Course) => storyIn(course, kind);
  const at = { screen: (course: Course) => story(course).id, shows: '.screen[data-shown]' };
  const best = i % 2 === 1;
  const dark = kind === 'feed' || kind === 'group' ? ({ dark: true } as const) : {};
  return [
    {
      ...at,
      ...dark,
      slug: `${kind}-before`,
      title: `${kinds[kind]}, a decision waits`,
      progress: told(story, () => ''),
    },
    {
      ...at,
      ...dark,
      slug: `${kind}-decided`,
      title: `${kinds[kind]}, what came of ${best ? 'a good' : 'a poor'} decision`,
      progress: told(story, () => ''),
      act: decide(best, story),
    },
    {
      ...at,
      slug: `${kind}-ended`,
      title: `${kinds[kind]}, ended`,
      shows: '.ended',
      progress: told(story, (s) => s.exemplar.join('')),
    },
  ];
});

const feed = (course: Course) => storyIn(course, 'feed');
const hard = (course: Course) => Object.values(course.scenarios).find((s) => s.note) ?? feed(course);
/** A learner whose first dealt section is this state's. */
const coldStory = (course: Course) =>
  course.parts.find((p) => p.id === fresh(course).dealt?.[0])?.scenarios[0] ?? 'start';

export const stage: readonly State[] = [
  ...byKind,
  {
    slug: 'nothing-chosen',
    title: 'Nothing chosen yet',
    screen: (course) => feed(course).id,
    progress: told(feed, () => ''),
    shows: '.decision',
    act: async (hand) => {
      await hand.press('.decision .button');
      await hand.see('.missing');
    },
  },
  {
    slug: 'further-on',
    title: 'In the middle of a story, come back to',
    screen: (course) => feed(course).id,
    progress: told(feed, (s) => first(s, true)),
    shows: '.screen[data-shown]',
  },
  {
    slug: 'may-be-hard',
    title: 'A story that may be hard to read, and may be passed over',
    screen: (course) => hard(course).id,
    progress: told(hard, () => ''),
    shows: '.screen[data-shown]',
  },
  { slug: 'cold', title: 'A question met cold', screen: coldStory, progress: fresh, shows: '.cold' },
  {
    slug: 'cold-explained',
    title: 'A question met cold, explained',
    screen: coldStory,
    progress: fresh,
    shows: '.cold',
    act: async (hand) => {
      await hand.press('.cold input');
      for (const group of hand.screen.querySelectorAll('.cold fieldset fieldset'))
        group.querySelector('input')?.click();
      await hand.press('.cold [type=submit]');
      await hand.see('.why');
    },
  },
];
