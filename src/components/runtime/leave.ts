import type { SaveState } from '../../course/port.ts';
import { type App, sayIn } from './app.ts';

/** Which words belong to what came of leaving. */
function outcome(state: SaveState): { key: string; safe: boolean } {
  if (state.kind === 'local') return { key: 'local', safe: true };
  if (state.kind === 'review') return { key: 'review', safe: true };
  const saved = state.kind === 'saved' || (state.kind === 'ended' && state.saved);
  if (saved) return { key: 'saved', safe: true };
  return { key: state.kind === 'unsaved' && !state.kept ? 'unsaved.notKept' : 'unsaved', safe: false };
}

/** "Save and exit": saves, ends the session after a good save only, and says plainly what came of it. */
export function startLeaving(app: App): void {
  const say = sayIn(app.course);
  const button = document.getElementById('exit');
  const dialog = document.getElementById('leaving') as HTMLDialogElement | null;
  const part = (name: string) => dialog?.querySelector<HTMLElement>(`[data-leave="${name}"]`);
  if (!button || !dialog) return;

  const tell = (state: SaveState) => {
    const { key, safe } = outcome(state);
    const title = part('title');
    const text = part('text');
    if (title) title.textContent = say(`leave.${safe ? key : 'unsaved'}.title`);
    if (text) text.textContent = say(`leave.${key}`);
    for (const name of ['retry', 'anyway']) part(name)?.toggleAttribute('hidden', safe);
    part('stay')?.toggleAttribute('hidden', state.kind === 'ended');
    if (!dialog.open) dialog.showModal();
    // Only a window that a script opened may close itself; elsewhere the words above say how to leave.
    if (safe && window.opener && window.parent === window) window.close();
  };

  const leave = async (force = false) => {
    button.setAttribute('aria-disabled', 'true');
    app.send({ type: 'REST' });
    tell(await app.tracker.exit(force));
    button.removeAttribute('aria-disabled');
  };

  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') void leave();
  });
  part('retry')?.addEventListener('click', () => void leave());
  part('anyway')?.addEventListener('click', () => void leave(true));
  part('stay')?.addEventListener('click', () => dialog.close());
}
