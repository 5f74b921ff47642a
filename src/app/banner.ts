import type { NoticeKey } from '../course/words.ts';
import type { SaveState } from '../tracking/port/port.ts';
import { type App, sayIn } from './app.ts';

/** What a banner's button does. */
export type Help = 'saveNow' | 'takeOver' | 'reopen';

/** The banner a state of saving asks for: key of the sentence (`.word` after it: of the word), and what can be done. */
export function bannerOf(state: SaveState): { key: NoticeKey; action?: Help } | null {
  switch (state.kind) {
    case 'local':
    case 'review':
      return { key: `banner.${state.kind}` };
    case 'ended':
      return { key: state.saved ? 'banner.endedSaved' : 'banner.ended', action: 'reopen' };
    case 'notStarted':
      return { key: 'banner.notStarted', action: 'reopen' };
    case 'elsewhere':
      return { key: 'banner.elsewhere', action: 'takeOver' };
    case 'unsaved': {
      // "Save now" cannot work there: the page's own session is dead, and only a new one can save.
      const dead = state.reason === 'signedOut' || state.reason === 'refused';
      if (!state.kept) return { key: dead ? 'banner.unsaved.noCopy' : 'banner.unsaved.notKept', action: 'saveNow' };
      return { key: `banner.unsaved.${state.reason}`, action: dead ? 'reopen' : 'saveNow' };
    }
    default:
      return null;
  }
}

/** Whether an element has a place on the page; Safari before 17.4 has no `checkVisibility`. */
const isShown = (e: HTMLElement) => e.checkVisibility?.() ?? e.getClientRects().length > 0;

/**
 * Says in plain words what the learner must know about saving, and offers what helps. It stands at the top of the page
 * and covers nothing; the word in the header leads to it, and once all is well again the learner is put back.
 */
export function startBanner(app: App): void {
  const say = sayIn(app.course);
  const banner = document.getElementById('banner');
  const text = banner?.querySelector('p');
  const name = banner?.querySelector('b');
  const button = banner?.querySelector('button');
  const word = document.querySelector('#saved button');
  if (!banner || !text || !name || !button) return;
  let action: Help | undefined;
  /** Where the learner was before they came to the banner. */
  let left: HTMLElement | null = null;
  let y: number | null = null;
  const putBack = () => {
    const place = left && isShown(left) ? left : document.querySelector<HTMLElement>('.screen[data-shown] h1');
    place?.focus({ preventScroll: true });
    if (y !== null) scrollTo(0, y);
    y = null;
  };

  const draw = () => {
    const state = app.tracker.state();
    const found = bannerOf(state) ?? (app.unreadable ? { key: 'banner.unreadable' as const } : null);
    const held = banner.contains(document.activeElement);
    banner.hidden = !found;
    if (!found && held) putBack();
    banner.dataset['kind'] = state.kind === 'ended' && state.saved ? 'closed' : state.kind;
    action = found && 'action' in found ? found.action : undefined;
    if (action === 'reopen' && !app.tracker.canReopen()) action = undefined;
    const words = found ? say(found.key) : '';
    if (text.textContent !== words) {
      text.textContent = words;
      name.textContent = found ? say(`${found.key}.word`) : '';
    }
    button.hidden = !action;
    if (action) button.textContent = say(action);
  };

  button.addEventListener('click', () => {
    if (action === 'takeOver') void app.tracker.takeOver();
    else if (action === 'reopen') app.tracker.reopen();
    else void app.tracker.saveNow();
  });
  word?.addEventListener('click', () => {
    y = scrollY;
    banner.focus({ preventScroll: true });
    scrollTo(0, 0);
  });
  document.getElementById('main')?.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) [left, y] = [target, null];
  });
  app.tracker.subscribe(draw);
  draw();
}
