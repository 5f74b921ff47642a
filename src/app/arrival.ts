import { stepsDone } from '../course/completion.ts';
import type { Course, Progress } from '../course/model.ts';
import { hasBegun, nextThing } from '../course/next.ts';
import { firstScene } from '../course/way.ts';
import { type App, drawOn, sayIn } from './app.ts';

/** What a learner did before the module came to life; `public/assets/early.js` marks it in the document. */
export interface Early {
  /** The screen that a link or the address has shown; null: none, so the start screen shows. */
  readonly here: string | null;
  /** Something was pressed, chosen or scrolled there. */
  readonly did: boolean;
}

/** Where the learner is put. `offer`: the place of the last visit, to go on at; `told`: that they are there now. */
export interface Arrival {
  readonly to: string;
  readonly told?: true;
  readonly offer?: string;
}

/** Parts whose lesson was read to its end before the module came to life. */
export const readEarly = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-read][data-early]')].map((link) => link.dataset['read'] ?? '');

/** Whether anything was done on the screen on show: pressed, typed, chosen, or scrolled past its heading. */
export function didEarly(screen: HTMLElement | null): boolean {
  const heading = screen?.querySelector('h1');
  return (
    document.documentElement.dataset['did'] !== undefined ||
    screen?.querySelector('input:checked, details[open]:not([data-fold])') !== null ||
    (heading?.getBoundingClientRect().bottom ?? 0) < 0
  );
}

/**
 * A learner who comes back and has done nothing yet is taken to their place; whoever has begun to read stays, with the
 * place as an offer. Any other screen was asked for by its address, or in this visit.
 */
export function arrivalOf(course: Course, { place }: Progress, { here, did }: Early): Arrival {
  const shown = here ?? 'start';
  if (place === 'start' || place === shown) return { to: shown };
  if (did) return { to: shown, offer: place };
  return here === null || here === firstScene(course) ? { to: place, told: true } : { to: shown };
}

/** Empties the islands drawn at the build that this learner has answered or read past, on the screens not on show. */
export function dropStills({ read, roles, passed }: Progress): void {
  for (const place of document.querySelectorAll<HTMLElement>('.screen:not([data-shown]) [data-island]')) {
    const { island, name = '' } = place.dataset;
    if (island === 'opening' ? read.includes(name) : island === 'roles' && (roles !== null || passed))
      place.replaceChildren();
  }
}

const titleOf = (id: string) => document.querySelector(`#${CSS.escape(id)} h1`)?.textContent?.trim() ?? id;

/** Says in one line over the page's foot what came of the arrival; it moves nothing, and goes with the next step. */
export function tellArrival(app: App, { told, offer }: Arrival): void {
  const line = document.getElementById('arrival');
  const [text, link, stay] = line?.children ?? [];
  if (!line || !(text instanceof HTMLElement) || !(link instanceof HTMLAnchorElement) || !(told || offer)) return;
  const say = sayIn(app.course);
  const page = document.documentElement;
  const away = new AbortController();
  const close = () => {
    line.hidden = true;
    delete page.dataset['arrival'];
    away.abort();
  };
  const on = (target: EventTarget, name: string) => target.addEventListener(name, close, { signal: away.signal });
  text.textContent = say(told ? 'start.told' : 'start.offer');
  link.hidden = told === true;
  stay?.toggleAttribute('hidden', told === true);
  link.setAttribute('href', `#${offer ?? ''}`);
  link.textContent = offer ? say('start.continue', { title: titleOf(offer) }) : '';
  line.hidden = false;
  page.dataset['arrival'] = told ? 'told' : 'offer';
  on(window, 'hashchange');
  if (stay) on(stay, 'click');
  if (told) for (const name of ['pointerdown', 'keydown', 'wheel']) on(document, name);
}

/**
 * The start screen of someone who has begun: how far they are, what is next, and one button, which leads to where they
 * were. Nothing below it moves while the screen is on show.
 */
export function startStart(app: App): void {
  const box = document.querySelector<HTMLElement>('.way-in');
  const [first, again] = (box?.children ?? []) as Iterable<HTMLElement>;
  const line = again?.querySelector('p');
  const button = again?.querySelector('a');
  if (!box || !first || !again || !line || !button) return;
  const { course } = app;
  const say = sayIn(course);
  let was = '';
  const draw = (progress: Progress) => {
    if (progress.place !== 'start') was = progress.place;
    const next = nextThing(course, progress).screen;
    const to = progress.passed ? 'finish' : was || next;
    if (!was && !hasBegun(progress)) return;
    if (!box.closest('.screen[data-shown]')) box.style.minHeight = '';
    else if (!first.hidden) box.style.minHeight = `${box.offsetHeight}px`;
    first.hidden = true;
    again.hidden = false;
    const done = say('progress.done', stepsDone(course, progress));
    line.textContent = to === next ? done : say('start.so.far', { done, title: titleOf(next) });
    button.setAttribute('href', `#${to}`);
    button.textContent = progress.passed ? say('start.result') : say('start.continue', { title: titleOf(to) });
  };
  const asked = course.diagnostic || course.cases ? (['paper', 'reasks'] as const) : [];
  const way = ['place', 'roles', 'read', 'known', 'rechecked', 'stories', 'papers', 'assessed', 'declared'] as const;
  drawOn(app, [...way, ...asked, 'passed'], draw);
}
