import type { SaveState } from '../../course/port.ts';
import { type App, sayIn } from './app.ts';

/** The banner a state of saving asks for: a key of the words, and what can be done about it. */
export function bannerOf(state: SaveState): { key: string; action?: 'saveNow' | 'takeOver' } | null {
  switch (state.kind) {
    case 'local':
    case 'review':
    case 'ended':
      return { key: `banner.${state.kind}` };
    case 'elsewhere':
      return { key: 'banner.elsewhere', action: 'takeOver' };
    case 'unsaved':
      return { key: state.kept ? `banner.unsaved.${state.reason}` : 'banner.unsaved.notKept', action: 'saveNow' };
    default:
      return null;
  }
}

/**
 * Says in plain words what the learner must know about saving, and offers what helps. It stands at the top of the page
 * and covers nothing; the word in the header leads to it, and once all is well again the learner is put back.
 */
export function startBanner(app: App): void {
  const say = sayIn(app.course);
  const banner = document.getElementById('banner');
  const text = banner?.querySelector('p');
  const button = banner?.querySelector('button');
  const word = document.querySelector('#saved button');
  if (!banner || !text || !button) return;
  let action: 'saveNow' | 'takeOver' | undefined;
  /** Where the learner was before they came to the banner. */
  let left: HTMLElement | null = null;
  let y: number | null = null;
  const putBack = () => {
    const place = left?.checkVisibility() ? left : document.querySelector<HTMLElement>('.screen[data-shown] h1');
    place?.focus({ preventScroll: true });
    if (y !== null) scrollTo(0, y);
    y = null;
  };

  const draw = () => {
    const state = app.tracker.state();
    const found = bannerOf(state) ?? (app.unreadable ? { key: 'banner.unreadable' } : null);
    const held = banner.contains(document.activeElement);
    banner.hidden = !found;
    if (!found && held) putBack();
    banner.dataset['kind'] = state.kind;
    action = found && 'action' in found ? found.action : undefined;
    const words = found ? say(found.key) : '';
    if (text.textContent !== words) text.textContent = words;
    button.hidden = !action;
    if (action) button.textContent = say(action);
  };

  button.addEventListener('click', () => {
    if (action === 'takeOver') void app.tracker.takeOver();
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
