import type { Launch, LearningRecord, Peek, Tracker } from '../../src/course/port.ts';
import { createTracker, type Standard } from '../../src/tracking/index.ts';
import { type Browser, createBrowser, createStore, type FakeStore, openPage, type Page } from './browser.ts';
import { createClock, type VirtualClock } from './clock.ts';
import { type FakeLaunch, newServer, openFake, type Server } from './fake-lms.ts';
import { type Profile, profile } from './profiles.ts';
import { ruleOf } from './rules.ts';

/** A learner's machine and the LMS: everything one test needs. */
export interface World {
  readonly clock: VirtualClock;
  readonly profile: Profile;
  readonly server: Server;
  readonly browser: Browser;
  /** Opens the module once more, as a click in the LMS does. */
  open(options?: OpenOptions): Opened;
}

export interface OpenOptions {
  readonly browser?: Browser;
  readonly session?: FakeStore;
  /** The window the module finds itself in, instead of one whose parent has the API. */
  readonly window?: object;
  readonly standard?: Standard;
  readonly peek?: Peek;
  /** Loads the module again inside this open launch. */
  readonly inside?: FakeLaunch;
}

export interface Opened {
  readonly page: Page;
  readonly tracker: Tracker;
  readonly fake: FakeLaunch;
  /** Hides, shows or leaves the page the way a browser does it, beacons included. */
  hide(): void;
  show(): void;
  leave(): void;
}

/** Header of the test states: `s1.<attempt>.<revision>.<anything>!<length>`; the length finds cuts. */
export const peekTest: Peek = (suspend) => {
  const [, attempt, revision, length] = /^s1\.(\w+)\.(\d+)\..*!(\d+)$/s.exec(suspend) ?? [];
  if (!attempt || Number(length) !== suspend.lastIndexOf('!')) return null;
  return { module: 'm', edition: 'e', fingerprint: 'f', attempt, revision: Number(revision) };
};

/** A resume state of the tests. */
export function suspendOf(attempt: string, revision: number, rest = ''): string {
  const body = `s1.${attempt}.${revision}.${rest}`;
  return `${body}!${body.length}`;
}

/** A record of the tests. */
export const recordOf = (
  revision: number,
  more: Partial<LearningRecord> & { attempt?: string; rest?: string } = {},
) => {
  const { attempt = 'aaaa1111', rest = '', ...fields } = more;
  const base: LearningRecord = {
    status: 'incomplete',
    score: null,
    location: `p_${revision}`,
    suspend: suspendOf(attempt, revision, rest),
    interactions: [],
  };
  return { ...base, ...fields };
};

/** The answer of the server to the probe. */
export async function probeAnswer(server: Server): Promise<{ status: number; body: string }> {
  if (server.net === 'offline' || server.net === 'drop') throw new TypeError('Failed to fetch');
  if (server.net === 'hang') return new Promise(() => {});
  if (server.net === 'flaky' && ++server.requests % 2 === 0) throw new TypeError('Failed to fetch');
  if (server.net === 'error') return { status: 503, body: '<h1>Service unavailable</h1>' };
  if (server.net === 'signedOut') return { status: 200, body: '<!doctype html><title>Log in</title>' };
  return { status: 200, body: 'ready' };
}

/** @param name a profile's */
export function createWorld(name: string): World {
  const clock = createClock();
  const which = profile(name);
  const server = newServer();
  const own = createBrowser(clock);
  return {
    clock,
    profile: which,
    server,
    browser: own,
    open({ browser = own, session = createStore(), window, standard = which.standard, peek = peekTest, inside } = {}) {
      const fake = inside ?? openFake(which, ruleOf, server, { block: clock.block });
      inside?.reloaded();
      const page = openPage(
        browser,
        () => probeAnswer(server),
        () => server.net !== 'offline',
        session,
      );
      const object = which.standard === 'scorm12' ? 'API' : 'API_1484_11';
      const place = window ?? { parent: { [object]: fake.api }, opener: null };
      const tracker = createTracker({
        window: place as Window & typeof globalThis,
        standard,
        peek,
        packageId: 'pkg',
        probeUrl: 'probe.txt',
        environment: page.env,
      });
      return {
        page,
        tracker,
        fake,
        hide() {
          fake.leaving(true);
          page.fire('hidden');
        },
        show() {
          fake.leaving(false);
          page.fire('visible');
        },
        leave() {
          fake.leaving(true);
          page.fire('hidden');
          page.fire('pagehide');
        },
      };
    },
  };
}

/** Starts a tracker and lets the time pass that it may need for that. */
export async function startOf({ clock }: World, tracker: Tracker): Promise<Launch> {
  const starting = tracker.start();
  await clock.advance(300);
  return starting;
}

/** Calls of one function in the log of a server. */
export const callsOf = (server: Server, fn: RegExp) => server.log.filter((call) => fn.test(call.fn));
