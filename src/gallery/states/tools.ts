import type { Helper } from '../../quiz/model.ts';
import type { Hand, State } from '../state.ts';

/** The answers that lead to a question or to advice, the shortest way. @throws Error where none do */
function wayTo(helper: Helper, is: (id: string, path: string) => boolean): string {
  const ways: [string, string][] = [[helper.start, '']];
  for (const [at, path] of ways) {
    if (is(at, path)) return path;
    for (const { id, goto } of helper.questions[at]?.answers ?? []) ways.push([goto, path + id]);
  }
  throw new Error('no way through the helper leads there');
}

/** Answers the helper's questions on the way to something. */
const goTo = (is: (helper: Helper, id: string, path: string) => boolean) => async (hand: Hand) => {
  const found = hand.app.course.helper;
  if (!found) return;
  for (const letter of wayTo(found, (id, path) => is(found, id, path))) {
    const form = await hand.see('#helper form');
    await hand.press(`#helper input[value="${letter}"]`);
    await hand.press('#helper [type=submit]');
    await hand.gone(form);
  }
};

const helper = { screen: 'helper', shows: '[data-island="helper"]' } as const;
const verdicts = { go: 'go ahead', change: 'change it first', ask: 'ask first', do: 'something to do' } as const;
const search = { screen: 'search' } as const;
const searched = (words: string) => async (hand: Hand) => {
  await hand.type('#search input', words);
  await hand.press('#search [type=submit]');
  await hand.see('#search [role=status]');
};

/** What can be looked up, and the foot that leads there. */
export const tools: readonly State[] = [
  { screen: 'helper', slug: 'helper', title: 'Can I post this: the first question' },
  {
    ...helper,
    slug: 'helper-missing',
    title: 'Can I post this: nothing chosen',
    act: async (hand) => {
      await hand.press('#helper [type=submit]');
      await hand.see('.missing');
    },
  },
  {
    ...helper,
    slug: 'helper-third',
    title: 'Can I post this: the third question',
    act: goTo((helper, id, path) => path.length === 2 && id in helper.questions),
  },
  ...(Object.keys(verdicts) as (keyof typeof verdicts)[]).map(
    (verdict): State => ({
      ...helper,
      slug: `helper-${verdict}`,
      title: `Can I post this: ${verdicts[verdict]}`,
      act: goTo((helper, id) => helper.outcomes[id]?.verdict === verdict),
    }),
  ),
  {
    screen: 'helper',
    slug: 'helper-all',
    title: 'Can I post this: all of it',
    shows: '#helper .all',
    act: (hand) => hand.press('#helper .all > summary'),
  },
  { screen: 'asked', slug: 'asked', title: 'People really ask' },
  { screen: 'talk', slug: 'talk', title: 'Ten minutes with your team' },
  {
    screen: 'checklists',
    slug: 'checklists',
    title: 'Checklists, one step ticked',
    act: (hand) => hand.press('#checklists .tick input'),
  },
  { screen: 'glossary', slug: 'glossary', title: 'Glossary' },
  { ...search, slug: 'search', title: 'Search' },
  {
    ...search,
    slug: 'search-missing',
    title: 'Search, no words',
    act: async (hand) => {
      await hand.press('#search [type=submit]');
      await hand.see('.missing');
    },
  },
  { ...search, slug: 'search-none', title: 'Search, nothing found', act: searched('xyzzy') },
  { ...search, slug: 'search-some', title: 'Search, a few found', act: searched('disclaimer') },
  { slug: 'foot', title: 'The foot', shows: '.foot' },
];
