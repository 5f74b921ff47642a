import { and, assign, not, raise, setup, stateIn } from 'xstate';

/** Why something is not saved. `refused`: the LMS answers and does not take it. `unproven`: nobody can tell. */
export type Reason = 'offline' | 'server' | 'signedOut' | 'refused' | 'unproven';

/** What the chart needs to know of its surroundings. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds that never go back. */
  ticks(): number;
  visible(): boolean;
  online(): boolean;
}

export type SaverEvent =
  /** Something must be committed at once, or need not be. */
  | { readonly type: 'MILESTONE' }
  | { readonly type: 'SMALL' }
  /** "Save now", and what does the same. */
  | { readonly type: 'SAVE' }
  /** The page is hidden; it goes; it is back, or the network is. */
  | { readonly type: 'HIDE' }
  | { readonly type: 'LEAVE' }
  | { readonly type: 'WAKE' }
  /** Copy and server are ready for a commit. */
  | { readonly type: 'READY' }
  /** What came of a commit: "true", nothing to say, "true" while the page was going (which means nothing), "false". */
  | { readonly type: 'COMMITTED' }
  | { readonly type: 'NOTHING' }
  | { readonly type: 'SENT' }
  | { readonly type: 'FAILED' }
  /** All that was committed is stored for certain. `whole`: and the LMS takes all of it. */
  | { readonly type: 'PROVEN'; readonly whole: boolean }
  /** Something that was committed may be lost, or cannot be committed. Also whatever threw. */
  | { readonly type: 'DOUBT'; readonly reason: Reason }
  /** The LMS session has ended; we ended it; another tab records. */
  | { readonly type: 'OVER' }
  | { readonly type: 'FINISHED'; readonly saved: boolean }
  | { readonly type: 'YIELD' };

interface Context {
  readonly around: Surroundings;
  /** Wall clock of the last proven commit. */
  readonly savedAt: number | null;
  /** Wall clock and ticks of when the trouble began, and tries since. */
  readonly since: number;
  readonly sinceTicks: number;
  readonly tries: number;
  /** Milliseconds until moving about alone is saved; grows each time. `ticks` of the last commit. */
  readonly gap: number;
  readonly committedTicks: number;
}

/** Retries: 2 s, 5 s, then every 10 s while visible for ten minutes, then every minute. */
const FIRST = [2_000, 5_000];
const OFTEN = 10_000;
const SELDOM = 60_000;
const LONG = 600_000;
/** Moving about alone waits two minutes at first, then ever longer. */
const QUIET = 120_000;
const GROWTH = 4;

type Args = { context: Context };

const reasons = ['offline', 'server', 'signedOut', 'refused', 'unproven'] as const;

const inDoubt = stateIn({ open: { trust: 'doubted' } });

/** What the learner is told follows from these. Each state of `trust` has one of the first three. */
export type Tag = 'saving' | 'saved' | 'unsaved' | 'busy' | 'elsewhere' | 'ended' | 'endedSaved' | `why:${Reason}`;

/**
 * Saving as a statechart. It calls nothing itself: its actions are given to it by the saver, and everything they come
 * to is an event. Three regions: what no commit has carried (`news`), what is known of what was committed (`trust`),
 * what is being done (`work`).
 */
export const saverMachine = setup({
  types: { context: {} as Context, input: {} as Surroundings, events: {} as SaverEvent, tags: {} as Tag },
  actions: {
    /** Waits for copy and server; sends READY or DOUBT. */
    prepare: () => {},
    /** Asks the server before a commit in trouble; sends READY or DOUBT. */
    ask: () => {},
    /** Commits what differs; sends COMMITTED, NOTHING, FAILED or OVER, and later PROVEN or DOUBT. */
    commit: () => {},
    /** The same while the page is hidden or going. Sends SENT, NOTHING, FAILED or OVER. */
    beacon: () => {},
    /** What is not proven counts as never sent. */
    forget: () => {},
    /** All is stored: copies go. */
    settle: () => {},
    /** Saves for the tab that takes over. */
    handOver: () => {},
    saved: assign({ savedAt: ({ context }) => context.around.now() }),
    troubled: assign(({ context: { around, tries, since, sinceTicks } }) => ({
      tries: tries + 1,
      since: tries ? since : around.now(),
      sinceTicks: tries ? sinceTicks : around.ticks(),
    })),
    untroubled: assign({ tries: 0 }),
    partly: assign({ since: ({ context }) => context.around.now() }),
    committed: assign({ committedTicks: ({ context }) => context.around.ticks() }),
    slower: assign({ gap: ({ context }) => context.gap * GROWTH }),
  },
  guards: {
    isOffline: ({ context }: Args) => !context.around.online(),
    isHidden: ({ context }: Args) => !context.around.visible(),
    /** A hidden page may save what is small when that was not done for a while. */
    isLongAgo: ({ context: { around, committedTicks, gap } }: Args) => around.ticks() - committedTicks >= gap / 4,
    isWhole: (_: Args, whole: boolean) => whole,
    is: (_: Args, pair: { reason: Reason; wanted: Reason }) => pair.reason === pair.wanted,
  },
  delays: {
    quiet: ({ context }: Args) => context.gap,
    retry: ({ context: { around, tries, sinceTicks } }: Args) =>
      FIRST[tries - 1] ?? (around.visible() && around.ticks() - sinceTicks < LONG ? OFTEN : SELDOM),
  },
}).createMachine({
  id: 'saver',
  context: ({ input }) => ({
    around: input,
    savedAt: null,
    since: 0,
    sinceTicks: 0,
    tries: 0,
    gap: QUIET,
    committedTicks: input.ticks(),
  }),
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      on: {
        OVER: '#saver.ended.unsaved',
        FINISHED: [
          { guard: { type: 'isWhole', params: ({ event }) => event.saved }, target: '#saver.ended.saved' },
          { target: '#saver.ended.unsaved' },
        ],
        YIELD: { actions: 'handOver', target: '#saver.elsewhere' },
      },
      states: {
        news: {
          initial: 'none',
          on: { COMMITTED: '.none', NOTHING: '.none', SENT: '.none' },
          states: {
            none: {
              on: { SMALL: 'small', MILESTONE: 'milestone', LEAVE: { guard: inDoubt, actions: 'beacon' } },
            },
            small: {
              after: { quiet: { actions: raise({ type: 'SAVE' }) } },
              on: {
                MILESTONE: 'milestone',
                COMMITTED: { target: 'none', actions: 'slower' },
                HIDE: { guard: and([not(inDoubt), 'isLongAgo']), actions: 'beacon' },
                LEAVE: { actions: 'beacon' },
              },
            },
            milestone: {
              tags: 'saving',
              // In trouble a hidden page waits: what it would send could be half of a result. A page that goes does not.
              on: { HIDE: { guard: not(inDoubt), actions: 'beacon' }, LEAVE: { actions: 'beacon' } },
            },
          },
        },
        trust: {
          initial: 'fresh',
          on: {
            DOUBT: reasons.map((wanted) => ({
              guard: { type: 'is' as const, params: ({ event }) => ({ reason: event.reason, wanted }) },
              target: `.doubted.${wanted}` as const,
            })),
            // The first time nobody knows yet why; the next try comes right after a good answer of the server.
            FAILED: [
              { guard: stateIn({ open: { work: 'trying' } }), target: '.doubted.refused' },
              { target: '.doubted.unproven' },
            ],
            PROVEN: [
              { guard: { type: 'isWhole', params: ({ event }) => event.whole }, target: '.proven', actions: 'saved' },
              { target: '.partial' },
            ],
            SENT: '.beacon',
          },
          states: {
            /** Nothing was committed in this launch. */
            fresh: { tags: 'saving', on: { COMMITTED: 'claimed', NOTHING: 'claimed' } },
            /** The LMS says "true". */
            claimed: { tags: ['saving', 'busy'] },
            /** The page was hidden: "true" was a beacon's. What it carried is sent once more when the page is back. */
            beacon: {
              tags: 'saving',
              on: {
                COMMITTED: 'claimed',
                NOTHING: 'claimed',
                WAKE: { actions: raise({ type: 'SAVE' }) },
                // Proof of an earlier commit says nothing about this one.
                PROVEN: {},
              },
            },
            proven: { tags: 'saved', entry: ['untroubled', 'settle'], on: { COMMITTED: 'claimed' } },
            /** Stored, but for what this LMS will not take: said until it does. */
            partial: {
              tags: ['unsaved', 'why:refused'],
              entry: ['untroubled', 'partly'],
              on: { COMMITTED: 'claimed' },
            },
            doubted: {
              tags: 'unsaved',
              initial: 'refused',
              states: {
                offline: { tags: 'why:offline' },
                server: { tags: 'why:server' },
                signedOut: { tags: 'why:signedOut' },
                refused: { tags: 'why:refused' },
                unproven: { tags: 'why:unproven' },
              },
              // What a page sent while going does not end a doubt.
              on: { SENT: {} },
            },
          },
        },
        work: {
          initial: 'resting',
          on: {
            DOUBT: { target: '.waiting', actions: ['forget', 'troubled'] },
            FAILED: { target: '.waiting', actions: ['forget', 'troubled'] },
          },
          states: {
            resting: {
              on: {
                MILESTONE: [{ guard: 'isOffline', target: 'asking' }, { target: 'preparing' }],
                SAVE: [{ guard: 'isOffline', target: 'asking' }, { target: 'preparing' }],
              },
            },
            preparing: {
              tags: 'busy',
              entry: 'prepare',
              on: { READY: { target: 'committing', actions: ['committed', 'commit'] } },
            },
            /** What came of it is told at once. */
            committing: { tags: 'busy', on: { COMMITTED: 'resting', NOTHING: 'resting', SENT: 'resting' } },
            /** In trouble: the next try is set. */
            waiting: {
              after: { retry: [{ guard: 'isHidden', target: 'waiting', reenter: true }, { target: 'asking' }] },
              on: {
                MILESTONE: 'asking',
                SAVE: 'asking',
                WAKE: 'asking',
                PROVEN: 'resting',
                DOUBT: { actions: 'forget' },
              },
            },
            asking: {
              tags: 'busy',
              entry: 'ask',
              on: { READY: { target: 'trying', actions: ['committed', 'commit'] } },
            },
            /** Committed in trouble: proof decides. What comes meanwhile goes with all that is not proven, or a pass could go alone. */
            trying: {
              tags: 'busy',
              on: {
                PROVEN: 'resting',
                MILESTONE: { target: 'asking', actions: 'forget' },
                SAVE: { target: 'asking', actions: 'forget' },
              },
            },
          },
        },
      },
    },
    /** Another tab of this browser records. */
    elsewhere: { tags: 'elsewhere' },
    ended: {
      tags: 'ended',
      initial: 'unsaved',
      states: { saved: { tags: 'endedSaved' }, unsaved: {} },
    },
  },
});
