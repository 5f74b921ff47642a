import { checked, NOW, passed, sectionsDone } from '../progress.ts';
import type { State } from '../state.ts';

const assessed = (course: Parameters<typeof checked>[0]) => checked(course, () => true);
const declare = { screen: 'declare' } as const;

/** The declaration. */
export const declaration: readonly State[] = [
  { ...declare, slug: 'not-yet', title: 'The check comes first', progress: sectionsDone },
  { ...declare, slug: 'open', title: 'Open', progress: assessed },
  {
    ...declare,
    slug: 'missing',
    title: 'Not ticked',
    progress: assessed,
    act: async (hand) => {
      await hand.press('#declare [type=submit]');
      await hand.see('.missing');
    },
  },
  { ...declare, slug: 'made', title: 'Made', progress: passed },
];

const finish = { screen: 'finish', progress: passed } as const;

/** The end, by where the result is. */
export const end: readonly State[] = [
  { screen: 'finish', slug: 'open', title: 'Things left to do', progress: (c) => sectionsDone(c, 6) },
  { ...finish, slug: 'recorded', title: 'Passed and recorded', dark: true },
  { ...finish, slug: 'saving', title: 'Passed, being saved', save: { kind: 'saving' } },
  {
    ...finish,
    slug: 'unsaved',
    title: 'Passed, not saved',
    save: { kind: 'unsaved', since: NOW, kept: true, reason: 'offline' },
  },
  { ...finish, slug: 'not-recorded', title: 'Passed, without a learning system', save: { kind: 'local' } },
  { ...finish, slug: 'review', title: 'Passed, looked at again', save: { kind: 'review' } },
  {
    ...finish,
    slug: 'named',
    title: 'The receipt with a name',
    shows: '.receipt',
    act: (hand) => hand.press('.receipt input'),
  },
];
