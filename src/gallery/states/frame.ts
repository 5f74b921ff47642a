import type { SaveState } from '../../tracking/port/port.ts';
import { checked, NOW, sectionsDone } from '../progress.ts';
import type { Hand, State } from '../state.ts';

const at = NOW;
const unsaved = (reason: 'offline' | 'server' | 'signedOut' | 'refused' | 'unproven', kept = true): SaveState => ({
  kind: 'unsaved',
  since: at,
  kept,
  reason,
});

/** A dialog that came by itself is put away: the learner looks around. */
const lookAround = async (hand: Hand) => {
  await hand.press('#leaving [data-leave="stay"]');
};

const top = { shows: '.top, #banner', progress: sectionsDone } as const;
const behind = { ...top, shut: true, act: lookAround } as const;

/** The header with each state of saving and the banner that belongs to it, then with each state of the thread. */
export const header: readonly State[] = [
  { ...top, slug: 'connecting', title: 'Connecting', save: { kind: 'connecting' } },
  { ...top, slug: 'saving', title: 'Saving', save: { kind: 'saving' } },
  { ...top, slug: 'saved', title: 'Saved', dark: true },
  { ...top, slug: 'local', title: 'Kept in this browser only', save: { kind: 'local' } },
  { ...top, slug: 'review', title: 'Review: nothing is recorded', save: { kind: 'review' }, dark: true },
  { ...top, slug: 'elsewhere', title: 'Open in another tab', save: { kind: 'elsewhere' } },
  { ...top, slug: 'offline', title: 'Not saved: no answer', save: unsaved('offline'), dark: true },
  { ...top, slug: 'server', title: 'Not saved: an error for an answer', save: unsaved('server') },
  { ...top, slug: 'signed-out', title: 'Not saved: signed out', save: unsaved('signedOut') },
  { ...top, slug: 'refused', title: 'Not saved: refused', save: unsaved('refused') },
  { ...top, slug: 'unproven', title: 'Not saved: unproven', save: unsaved('unproven') },
  { ...top, slug: 'not-kept', title: 'Not saved and not kept here', save: unsaved('offline', false) },
  { ...top, slug: 'no-copy', title: 'Not saved, signed out, no copy', save: unsaved('signedOut', false) },
  { ...behind, slug: 'ended', title: 'Session over, all saved', save: { kind: 'ended', saved: true } },
  { ...behind, slug: 'ended-unsaved', title: 'Session over, not saved', save: { kind: 'ended', saved: false } },
  { ...behind, slug: 'not-started', title: 'No session', save: { kind: 'notStarted' } },
  { shows: '.top, #banner', slug: 'unreadable', title: 'A saved place that cannot be read', suspend: 'not-ours' },
  { shows: '.top', slug: 'thread-begun', title: 'Thread: nothing done yet' },
  {
    shows: '.top',
    slug: 'thread-half',
    title: 'Thread: three sections done, in the fourth',
    screen: (course) => course.parts[3]?.id ?? 'start',
    progress: (course) => sectionsDone(course, 3),
    dark: true,
  },
  {
    shows: '.top',
    slug: 'thread-role',
    title: 'Thread: with the section of a role',
    progress: (course) => ({ ...sectionsDone(course), roles: course.roles.map((r) => r.id) }),
  },
  {
    shows: '.top',
    slug: 'thread-known',
    title: 'Thread: the refresher, some sections known',
    route: 'refresher',
    progress: (course) => checked(course, (_, n) => n !== 5),
  },
];

const dialog = {
  shows: '#leaving',
  act: async (hand: Hand) => {
    await hand.press('#exit');
    await hand.see('#leaving[open]');
  },
} as const;
/** The dialog that comes by itself. */
const notice = {
  shows: '#leaving',
  act: async (hand: Hand) => {
    await hand.see('#leaving[open]');
  },
} as const;

/** What is said at the end of a session. */
export const leaving: readonly State[] = [
  {
    ...dialog,
    slug: 'saved',
    title: 'Saved, and the session ended',
    leaves: { kind: 'ended', saved: true },
    dark: true,
  },
  {
    ...dialog,
    slug: 'saved-shut',
    title: 'The same, nothing to open again',
    leaves: { kind: 'ended', saved: true },
    shut: true,
  },
  { ...dialog, slug: 'saved-open', title: 'Saved, the session still open' },
  { ...dialog, slug: 'local', title: 'Kept in this browser only', save: { kind: 'local' } },
  { ...dialog, slug: 'review', title: 'Review', save: { kind: 'review' } },
  { ...dialog, slug: 'elsewhere', title: 'Open in another tab', save: { kind: 'elsewhere' } },
  { ...dialog, slug: 'unsaved', title: 'Not saved, a copy is kept', leaves: unsaved('offline'), dark: true },
  { ...dialog, slug: 'not-kept', title: 'Not saved, no copy', leaves: unsaved('offline', false) },
  { ...dialog, slug: 'ended-unsaved', title: 'Left without saving', leaves: { kind: 'ended', saved: false } },
  {
    ...dialog,
    slug: 'lost',
    title: 'Left without saving, no copy',
    save: unsaved('offline', false),
    leaves: { kind: 'ended', saved: false },
  },
  { ...notice, slug: 'over', title: 'The session is over by itself', save: { kind: 'ended', saved: true } },
  { ...notice, slug: 'over-unsaved', title: 'The same, not saved', save: { kind: 'ended', saved: false } },
  { ...notice, slug: 'not-started', title: 'No session', save: { kind: 'notStarted' } },
];

/** The document before it runs, and where it cannot. */
export const loading: readonly State[] = [
  { slug: 'loading', title: 'Before the scripts have come', start: 'loading', shows: 'body' },
  { slug: 'failed', title: 'The interactive part could not load', start: 'failed', shows: 'body' },
  { slug: 'no-script', title: 'A browser without scripts', start: 'no-script', shows: 'body' },
];
