import type { SaveState } from '../../course/port.ts';
import { type App, sayIn } from './app.ts';

/** Which words belong to what came of leaving. `before`: the state when it was asked for. */
function outcome(state: SaveState, before: SaveState): { key: string; safe: boolean } {
  if (state.kind === 'local') return { key: 'local', safe: true };
  if (state.kind === 'review') return { key: 'review', safe: true };
  if (state.kind === 'elsewhere') return { key: 'elsewhere', safe: true };
  const saved = state.kind === 'saved' || (state.kind === 'ended' && state.saved);
  if (saved) return { key: 'saved', safe: true };
  const lost = [state, before].some((s) => s.kind === 'unsaved' && !s.kept);
  if (state.kind === 'ended') return { key: lost ? 'unsaved.lost' : 'unsaved', safe: false };
  return { key: lost ? 'unsaved.notKept' : 'unsaved', safe: false };
}

/**
 * "Save and exit": saves, ends the session after a good save only, and says plainly what came of it. A session that has
 * ended records nothing more, so the page stays behind what is said then: work in it would be lost.
 */
export function startLeaving(app: App): void {
  const say = sayIn(app.course);
  const button = document.getElementById('exit');
  const dialog = document.getElementById('leaving') as HTMLDialogElement | null;
  const part = (name: string) => dialog?.querySelector<HTMLElement>(`[data-leave="${name}"]`);
  if (!button || !dialog) return;

  const tell = (state: SaveState, before: SaveState) => {
    const { key, safe } = outcome(state, before);
    const title = part('title');
    const text = part('text');
    if (title) title.textContent = say(`leave.${safe ? key : 'unsaved'}.title`);
    if (text) text.textContent = say(`leave.${key}`);
    for (const name of ['retry', 'anyway']) part(name)?.toggleAttribute('hidden', safe || state.kind === 'ended');
    part('stay')?.toggleAttribute('hidden', state.kind === 'ended');
    if (!dialog.open) dialog.showModal();
    // Only a window that a script opened may close itself; elsewhere the words above say how to leave.
    if (safe && window.opener && window.parent === window) window.close();
  };

  const isOver = () => app.tracker.state().kind === 'ended';
  let leaving = false;
  const leave = async (force = false) => {
    leaving = true;
    button.setAttribute('aria-disabled', 'true');
    app.send({ type: 'REST' });
    const before = app.tracker.state();
    tell(await app.tracker.exit(force), before);
    button.removeAttribute('aria-disabled');
    leaving = false;
  };
  /** The session ended by itself: the LMS closed it, or the page was left and shown again. */
  const notice = () => {
    if (leaving || dialog.open || !isOver()) return;
    const [title, text] = [part('title'), part('text')];
    if (title) title.textContent = say('save.ended');
    if (text) text.textContent = say('banner.ended');
    for (const name of ['retry', 'anyway', 'stay']) part(name)?.setAttribute('hidden', '');
    dialog.showModal();
  };

  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') void leave();
  });
  part('retry')?.addEventListener('click', () => void leave());
  part('anyway')?.addEventListener('click', () => void leave(true));
  part('stay')?.addEventListener('click', () => dialog.close());
  // Browsers let a second Escape through, so that closing is undone as well.
  dialog.addEventListener('cancel', (event) => isOver() && event.preventDefault());
  dialog.addEventListener('close', () => isOver() && dialog.showModal());
  app.tracker.subscribe(notice);
  notice();
}
