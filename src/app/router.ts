import { screenOf } from '../course/way.ts';
import type { App } from './app.ts';
import { bringFrameUp } from './around.ts';
import { arrivalOf, didEarly, dropStills, readEarly, tellArrival } from './arrival.ts';
import { keepClear } from './keep-clear.ts';

/** The id an address names. What is no valid escape, as in `#100%`, is taken as it stands. */
export function idOf(hash: string): string {
  const name = hash.slice(1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const hashId = () => idOf(location.hash);

/** The screen an address means: itself, or the screen around the element it names. */
function screenAt(id: string): string | null {
  const screen = id ? document.getElementById(id)?.closest('.screen') : null;
  return screen?.id || null;
}

/** Shows one screen. */
function show(id: string): HTMLElement | null {
  const screen = document.getElementById(id);
  if (!screen) return null;
  for (const other of document.querySelectorAll('.screen[data-shown]')) other.removeAttribute('data-shown');
  screen.setAttribute('data-shown', '');
  const heading = screen.querySelector<HTMLElement>('h1');
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.foot nav a')) {
    if (link.hash === `#${id}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.title = [heading?.textContent?.trim(), document.body.dataset['title']].filter(Boolean).join(' · ');
  return heading;
}

/** Puts focus on a new screen's heading, so that a screen reader and the keyboard start there. */
export function focusOn(target: HTMLElement | null): void {
  if (!target) return;
  // A rule lies in a folded list: an address opens it.
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'start' });
}

/** Focuses a new screen's heading and shows the screen from the top of the page, or from its own where little fits. */
function begin(heading: HTMLElement | null): void {
  // A story that was left in its middle goes on where it was.
  const here = heading?.closest('.screen')?.querySelector<HTMLElement>('[data-here]');
  if (here) {
    focusOn(here);
    return;
  }
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
  scrollTo(0, 0);
  if (heading && heading.getBoundingClientRect().bottom > innerHeight)
    heading.closest('.screen')?.scrollIntoView({ block: 'start' });
}

/** Where a link to a place inside another screen was followed: the way back to it. */
interface CameFrom {
  readonly id: string;
  readonly y: number;
  readonly link: HTMLElement | null;
}

/** In a lesson, a link back to where a rule was asked for; hidden for whoever came another way. */
function offerReturn(screen: HTMLElement | null, from: CameFrom | null): void {
  for (const back of document.querySelectorAll<HTMLAnchorElement>('a[data-came-from]')) {
    const here = from !== null && screen?.contains(back) === true;
    back.hidden = !here;
    if (here) back.hash = from.id;
  }
}

/**
 * Keeps address, course and screen in step: links and Back and Forward change the address, the course follows,
 * the screen is shown and its heading focused. Screens that are only there to read (glossary …) change the address
 * alone.
 */
export function startRouter(app: App): void {
  const place = () => app.actor.getSnapshot().context.progress.place;
  let shown = '';
  /** Where on the learner's way a screen beside it was opened. */
  let left = { id: '', y: 0 };
  let cameFrom: CameFrom | null = null;
  /** The link pressed last: by the time the address has changed it has lost the focus. */
  let followed: Omit<CameFrom, 'id'> = { y: 0, link: null };
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLElement>('a[href]') : null;
    // Asked only where it matters: to be asked is to lay the page out.
    followed = { y: link ? scrollY : 0, link };
  });

  const arrive = (id: string, target: string) => {
    const moved = id !== shown;
    const beside = !screenOf(app.course, shown);
    if (moved && !beside) left = { id: shown, y: scrollY };
    const returned = moved && target === id && cameFrom?.id === id ? cameFrom : null;
    if (moved) {
      document.documentElement.dataset['moved'] = '';
      cameFrom = target === id ? null : { id: shown, ...followed };
      offerReturn(document.getElementById(id), cameFrom);
    }
    shown = id;
    const heading = moved ? show(id) : null;
    const element = target !== id ? document.getElementById(target) : null;
    if (element) focusOn(element);
    else if (returned?.link?.isConnected) {
      returned.link.focus({ preventScroll: true });
      scrollTo(0, returned.y);
    } else if (moved) {
      begin(heading);
      if (beside && id === left.id) scrollTo(0, left.y);
    }
    if (moved) bringFrameUp();
  };

  const follow = () => {
    const target = hashId() || 'start';
    const id = screenAt(target);
    if (!id) return;
    if (screenOf(app.course, id) && id !== place()) app.send({ type: 'GO', to: id });
    arrive(id, target);
  };

  const here = screenAt(hashId());
  const seen = document.getElementById(here ?? 'start');
  const arrival = arrivalOf(app.course, app.progress(), { here, did: didEarly(seen) });
  const top = seen?.getBoundingClientRect().top ?? 0;
  for (const part of readEarly()) app.send({ type: 'READ', part });
  shown = arrival.to;
  if (shown !== (here ?? 'start')) history.replaceState(null, '', `#${shown}`);
  // Who has begun at the start screen keeps the place they had, until they leave it.
  if (screenOf(app.course, shown) && shown !== 'start' && shown !== place()) app.send({ type: 'GO', to: shown });
  keepClear();
  document.documentElement.classList.add('live');
  const heading = show(shown);
  dropStills(app.progress());
  // What is being read stays where it is. On a return the learner is put at the heading of the place.
  if (document.getElementById(shown) !== seen) begin(heading);
  else scrollBy(0, (seen?.getBoundingClientRect().top ?? top) - top);
  tellArrival(app, arrival);

  addEventListener('hashchange', follow);
  let known = place();
  app.actor.subscribe(({ context: { progress } }) => {
    // Only a new place moves the screen: saving, say, must not close a screen beside the way.
    if (progress.place === known) return;
    known = progress.place;
    const current = screenAt(hashId()) ?? 'start';
    if (progress.place !== shown && progress.place !== current) location.hash = progress.place;
  });
}
