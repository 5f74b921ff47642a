import { type ActiveTime, startActiveTime } from '../../src/app/active-time.ts';
import { createTracker, type Standard } from '../../src/tracking/index.ts';
import type { Launch, LearningRecord, Peek, Tracker } from '../../src/tracking/port/port.ts';
import { type Browser, createBrowser, openPage, type Page } from './browser.ts';
import { createClock, type VirtualClock } from './clock.ts';
import { type FakeLaunch, newServer, type Server } from './fake-lms.ts';
import { scriptOf } from './lms.ts';
import { hooksOf, probeAnswer } from './network.ts';
import { makeNoise, type Noise } from './noise.ts';
import { type Profile, profile } from './profiles.ts';
import { ruleOf } from './rules.ts';
import { loadPage } from './sessions.ts';
import { createStore, type FakeStore } from './storage.ts';

/** A learner's machine and the LMS: everything one test needs. */
export interface World {
  readonly clock: VirtualClock;
  readonly profile: Profile;
  readonly server: Server;
  readonly browser: Browser;
  /** What else the LMS's window asks for. */
  noise: Noise;
  /** Milliseconds a request of an asynchronous LMS takes. */
  latency: () => number;
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
  readonly packageId?: string;
  /** Loads the module again inside this open launch. */
  readonly inside?: FakeLaunch;
}

export interface Opened {
  readonly page: Page;
  readonly active: ActiveTime;
  readonly tracker: Tracker;
  readonly fake: FakeLaunch;
  /** Hides, shows or leaves the page the way a browser does it, beacons included. */
  hide(): void;
  show(): void;
  leave(): void;
}

/** Header of the test states: `s1.<attempt>.<revision>.<anything>!<length>`; the length finds cuts, a P is a pass with 91.67. */
export const peekTest: Peek = (suspend) => {
  const [, attempt, revision, length] = /^s1\.(\w+)\.(\d+)\..*!(\d+)$/s.exec(suspend) ?? [];
  if (!attempt || Number(length) !== suspend.lastIndexOf('!')) return null;
  const passed = /\.P/.test(suspend);
  const known = { passed, best: passed ? 91.67 : null };
  return { module: 'm', edition: 'e', fingerprint: 'f', attempt, revision: Number(revision), ...known };
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

/** @param name a profile's */
export function createWorld(name: string): World {
  const clock = createClock();
  const which = profile(name);
  const server = newServer();
  const own = createBrowser(clock);
  /** The module's page in each launch: the newest one, where it was loaded again inside. */
  const pages = new Map<FakeLaunch, Page>();
  /** When the LMS's page of each launch was loaded. */
  const loaded = new Map<FakeLaunch, number>();
  const latencyOf = () => world.latency();
  const world: World = {
    clock,
    profile: which,
    server,
    browser: own,
    noise: 'none',
    latency: () => 150,
    open({
      browser = own,
      session = createStore(),
      window,
      standard = which.standard,
      peek = peekTest,
      packageId = 'pkg',
      inside,
    } = {}) {
      loadPage({ browser });
      const isLms = (frame: unknown): boolean => frame === holder || Object.values(frame ?? {}).includes(fake.api);
      const page = openPage(
        browser,
        () => probeAnswer(server),
        () => server.net !== 'offline',
        session,
        isLms,
      );
      const fake: FakeLaunch =
        inside ??
        scriptOf(which)(
          which,
          ruleOf,
          server,
          hooksOf(clock, () => pages.get(fake)),
          latencyOf,
        );
      pages.set(fake, page);
      const loadedAt = inside ? (loaded.get(inside) ?? 0) : clock.now();
      loaded.set(fake, loadedAt);
      Object.assign(page.env, { loadedAt: () => loadedAt });
      if (inside) {
        inside.reloaded();
        inside.leaving(false);
      }
      const holder = { [which.standard === 'scorm12' ? 'API' : 'API_1484_11']: fake.api };
      const place = window ?? { parent: holder, opener: null };
      makeNoise(world.noise, page, server);
      const active = startActiveTime(page.env, page.env);
      const tracker = createTracker({
        window: place as Window & typeof globalThis,
        standard,
        peek,
        packageId,
        probeUrl: 'probe.txt',
        elapsed: active.elapsed,
        environment: page.env,
      });
      return {
        page,
        active,
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
  return world;
}

/** Starts a tracker and lets the time pass that it needs for that. @throws when it takes longer than 6 s */
export async function startOf({ clock }: World, tracker: Tracker): Promise<Launch> {
  let launch: Launch | null = null;
  const starting = tracker.start().then((its) => {
    launch = its;
    return its;
  });
  for (let waited = 0; waited < 6_000 && (!launch || waited < 300); waited += 100) await clock.advance(100);
  if (!launch) throw new Error('the launch hangs');
  return starting;
}

/** Calls of one function in the log of a server. */
export const callsOf = (server: Server, fn: RegExp) => server.log.filter((call) => fn.test(call.fn));
