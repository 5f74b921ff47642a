import type { Launch, Standard, Tracker } from '../../src/tracking/index.ts';
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
import type { Started, Subject } from './subject.ts';

/** A learner's machine and the LMS: everything one test needs. */
export interface World<S extends Started = Started> {
  readonly clock: VirtualClock;
  readonly profile: Profile;
  readonly server: Server;
  readonly browser: Browser;
  /** What else the LMS's window asks for. */
  noise: Noise;
  /** Milliseconds a request of an asynchronous LMS takes. */
  latency: () => number;
  /** Opens the module once more, as a click in the LMS does. */
  open(options?: OpenOptions): Opened<S>;
}

export interface OpenOptions {
  readonly browser?: Browser;
  readonly session?: FakeStore;
  /** The window the module finds itself in, instead of one whose parent has the API. */
  readonly window?: object;
  readonly standard?: Standard;
  /** Loads the module again inside this open launch. */
  readonly inside?: FakeLaunch;
}

/** An open page: what its script has made, and what can be done to it. */
export type Opened<S extends Started = Started> = S & {
  readonly page: Page;
  readonly fake: FakeLaunch;
  /** Hides, shows or leaves the page the way a browser does it, beacons included. */
  hide(): void;
  show(): void;
  leave(): void;
};

/** @param name a profile's @param subject what is opened in it */
export function createWorld<S extends Started>(name: string, subject: Subject<S>): World<S> {
  const clock = createClock();
  const which = profile(name);
  const server = newServer();
  const own = createBrowser(clock);
  /** The module's page in each launch: the newest one, where it was loaded again inside. */
  const pages = new Map<FakeLaunch, Page>();
  /** When the LMS's page of each launch was loaded. */
  const loaded = new Map<FakeLaunch, number>();
  const latencyOf = () => world.latency();
  const world: World<S> = {
    clock,
    profile: which,
    server,
    browser: own,
    noise: 'none',
    latency: () => 150,
    open({ browser = own, session = createStore(), window, standard = which.standard, inside } = {}) {
      loadPage({ browser });
      const isLms = (frame: unknown): boolean => frame === holder || Object.values(frame ?? {}).includes(fake.api);
      const page = openPage(
        browser,
        (url) => probeAnswer(server, subject.probe, url),
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
      const started = subject.open({ window: place as Window & typeof globalThis, standard, environment: page.env });
      return {
        ...started,
        page,
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
export async function startOf({ clock }: Pick<World, 'clock'>, tracker: Tracker): Promise<Launch> {
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
