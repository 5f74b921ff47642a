import { startStart } from '../app/arrival.ts';
import { startBanner } from '../app/banner.ts';
import { startDoubleClicks } from '../app/double-click.ts';
import { startHeader } from '../app/header.ts';
import { startIslands } from '../app/islands.ts';
import { startLeaving } from '../app/leave.ts';
import { startPreferences } from '../app/preferences.ts';
import { startAtStake, startForRole, startReading } from '../app/reading.ts';
import { startRouter } from '../app/router.ts';
import type { Session } from '../app/session.ts';
import { startTools } from '../app/tools.ts';
import type { Course } from '../course/model.ts';
import { screenOf } from '../course/way.ts';
import { stateAt } from './families.ts';
import { openAt } from './session.ts';
import type { Hand, State } from './state.ts';
import { apply, switchesOf } from './switches.ts';

/** Where a document of the site is; in a pseudo-language where the address of the state asks for one. */
const at = (file: string) => {
  const lang = new URLSearchParams(location.search).get('lang');
  return import.meta.env.BASE_URL + file + (lang ? `?lang=${lang}` : '');
};
const root = () => document.documentElement;

/** Puts the real document of a route in the place of this one, without its scripts. */
async function become(route: string): Promise<void> {
  const text = await (await fetch(at(route))).text();
  const real = new DOMParser().parseFromString(text, 'text/html');
  // Read by a parser that runs no scripts, what is meant for browsers without them would show.
  for (const element of real.querySelectorAll('script, noscript')) element.remove();
  root().replaceWith(document.adoptNode(real.documentElement));
}

/** The document as a browser without scripts shows it: as high as a window. */
function withoutScripts(route: string): Promise<unknown> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.setAttribute('style', 'display:block;width:100%;height:1200px;border:0');
  frame.title = route;
  frame.src = at(route);
  document.body.replaceChildren(frame);
  document.body.id = 'start';
  return new Promise((done) => frame.addEventListener('load', done));
}

/** Everything that `src/components/live.ts` starts. */
function bringToLife(app: Session): void {
  startDoubleClicks(document);
  startTools(app);
  startForRole(app);
  startBanner(app);
  startStart(app);
  startRouter(app);
  startHeader(app);
  startLeaving(app);
  startReading(app);
  startAtStake(app);
  startIslands(app, () => import('../components/islands/mount.tsx'));
  startPreferences(document);
}

/** Waits until something is there. */
async function until<T>(get: () => T | null | undefined | false, what: string): Promise<T> {
  for (const end = performance.now() + 10_000; performance.now() < end; ) {
    const found = get();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 8));
  }
  throw new Error(`${location.search}: ${what} does not come`);
}

function handOf(app: Session): Hand {
  const shown = () => document.querySelector<HTMLElement>('.screen[data-shown]');
  const find = (selector: string, n = 0) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((e) => e.getClientRects().length > 0)[n];
  const see = (selector: string, n?: number) => until(() => find(selector, n), selector);
  return {
    app,
    get screen() {
      return shown() ?? document.body;
    },
    see,
    gone: async (element) => void (await until(() => !element.isConnected, 'a new question')),
    press: async (selector, n) => (await see(selector, n)).click(),
    async type(selector, text) {
      const field = (await see(selector)) as HTMLInputElement;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}

async function show(state: State): Promise<void> {
  const route = state.route ?? 'induction';
  if (state.start === 'no-script') {
    await withoutScripts(route);
    return;
  }
  const [course] = await Promise.all([
    fetch(at(`${route}.json`)).then((answer) => answer.json() as Promise<Course>),
    become(route),
  ]);
  apply(switchesOf(new URLSearchParams(location.search)));
  if (state.start === 'failed') document.body.setAttribute('data-failed', '');
  if (state.start) return;
  const screen = typeof state.screen === 'function' ? state.screen(course) : (state.screen ?? 'start');
  const place = screenOf(course, screen) ? screen : 'start';
  const progress = state.progress && ((c: Course) => ({ ...state.progress?.(c), place }) as never);
  if (screen !== 'start' && !state.told) history.replaceState(null, '', `#${screen}`);
  const app = openAt(course, { ...state, ...(progress && { progress }) });
  // Some islands stand in the document before their script has come, and are drawn anew.
  const still = [...document.querySelectorAll('[data-island] > *')];
  bringToLife(app);
  const hand = handOf(app);
  const drawn = (island: Element) => island.firstChild && !still.some((e) => island.contains(e));
  await until(
    () => hand.screen.id === screen && [...hand.screen.querySelectorAll('[data-island]')].every(drawn),
    `the screen ${screen}`,
  );
  await state.act?.(hand);
}

/** Waits until what was drawn has done all that follows: focus and scrolling come with effects. */
async function settled(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  await new Promise((done) => requestIdleCallback(done));
}

/** What the chance of the page brings is always the same. */
Math.random = () => 0.4;

// The tests look at a state in many ways without putting it there anew.
Object.assign(window, { gallery: { apply } });

const state = stateAt(new URLSearchParams(location.search).get('state') ?? '');
if (state) {
  try {
    await show(state);
    await document.fonts.ready;
    await settled();
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
    root().dataset['ready'] = '';
  } catch (error) {
    root().dataset['ready'] = String(error);
    throw error;
  }
  if (parent !== window) parent.postMessage({ gallery: root().scrollHeight }, '*');
}
