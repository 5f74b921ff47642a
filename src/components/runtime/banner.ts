import type { SaveState } from '../../course/port.ts';
import { type App, sayIn } from './app.ts';

/** The banner a state of saving asks for: a key of the words, and what can be done about it. */
function bannerOf(state: SaveState): { key: string; action?: 'saveNow' | 'takeOver' } | null {
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

/** Says in plain words what the learner must know about saving, and offers what helps. */
export function startBanner(app: App): void {
  const say = sayIn(app.course);
  const banner = document.getElementById('banner');
  const text = banner?.querySelector('p');
  const button = banner?.querySelector('button');
  if (!banner || !text || !button) return;
  let action: 'saveNow' | 'takeOver' | undefined;

  const draw = () => {
    const state = app.tracker.state();
    const found = bannerOf(state) ?? (app.unreadable ? { key: 'banner.unreadable' } : null);
    banner.hidden = !found;
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
  app.tracker.subscribe(draw);
  draw();
}
