import type { Environment } from '../environment.ts';
import type { Note } from '../saving/note.ts';
import type { Api, Names } from './link.ts';

/**
 * Enough frames for any LMS; with the visited set only a guard against loops (docs/standards/scorm.md, Finding the
 * API).
 */
const DEPTH = 50;
const POLL = 200;
/** So that a learner whom no LMS hears is told within five seconds. */
const GIVE_UP = 4_000;
/** How long an LMS may take that is not there by then. */
const LATEST = 30_000;

type Frame = Partial<Record<string, unknown>>;

/** Reads a property of a window that may belong to another site: then any property but parent and opener throws. */
function peep(frame: Frame, name: string): unknown {
  try {
    return frame[name];
  } catch {
    return undefined;
  }
}

/** All eight functions must be callable: an element or a frame named "API" is a window property, too. */
function isApi(value: unknown, names: Names): value is Api {
  if (typeof value !== 'object' && typeof value !== 'function') return false;
  return value !== null && names.required.every((name) => typeof peep(value as Frame, name) === 'function');
}

function inFrame(frame: Frame, names: Names): Api | null {
  const own = peep(frame, names.object);
  if (isApi(own, names)) return own;
  const document = peep(frame, 'document'); // Plateau hangs the API on the document
  const hung = document ? peep(document as Frame, names.object) : null;
  return isApi(hung, names) ? hung : null;
}

/** An API and the window it was found in. */
export interface Found {
  readonly api: Api;
  readonly frame: unknown;
}

/** One look: own window, its parents, then the opener of each with its own parents. Foreign frames are climbed past. */
export function findApi(start: unknown, names: Names): Found | null {
  const seen = new Set<unknown>();
  const starts: unknown[] = [start];
  for (let root = starts.shift(); root && seen.size < DEPTH; root = starts.shift()) {
    for (let frame: unknown = root; frame && !seen.has(frame) && seen.size < DEPTH; ) {
      seen.add(frame);
      const api = inFrame(frame as Frame, names);
      if (api) return { api, frame };
      const opener = peep(frame as Frame, 'opener');
      if (opener) starts.push(opener);
      frame = peep(frame as Frame, 'parent');
    }
  }
  return null;
}

/** A window with neither parent nor opener can have no LMS. */
function isAlone(window: unknown): boolean {
  const parent = peep(window as Frame, 'parent');
  return (!parent || parent === window) && !peep(window as Frame, 'opener');
}

/** Looks every 200 ms. */
async function lookUntil(window: unknown, names: Names, env: Environment, until: number): Promise<Found | null> {
  for (;;) {
    const found = findApi(window, names);
    if (found || env.ticks() >= until) return found;
    await new Promise<void>((done) => env.after(POLL, done));
  }
}

/** Looks until the LMS has put its API up (Open edX loads it after the content), at most 4 s. */
export function discover(window: unknown, names: Names, env: Environment): Promise<Found | null> {
  return lookUntil(window, names, env, isAlone(window) ? 0 : env.ticks() + GIVE_UP);
}

/**
 * After a search in vain: goes on looking for half a minute, and loads the page again when an LMS has come after
 * all. Never twice in a tab, whatever the LMS does at each load.
 */
export async function awaitLateLms(window: unknown, names: Names, env: Environment, note: Note): Promise<void> {
  if (note.take() || isAlone(window)) return;
  if ((await lookUntil(window, names, env, env.ticks() + LATEST)) && note.leave()) env.reload();
}
