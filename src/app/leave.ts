import type { WordKey } from '../course/word-keys.ts';
import type { SaveState } from '../tracking/port/port.ts';
import { type App, sayIn } from './app.ts';

/** What the learner is told at the end of a session, and which ways on there are. */
interface Farewell {
  readonly title: WordKey;
  readonly text: WordKey;
  /** Nothing that was done can be lost, and the learner wanted to leave. */
  readonly safe: boolean;
  /** Nothing can be lost, and nobody asked. */
  readonly calm?: boolean;
  /** Saving may be tried again. */
  readonly retry?: boolean;
  /** The dialog may be closed: what is done then still counts, or the learner knows that it does not. */
  readonly stay?: WordKey;
  /** A new session may be opened. */
  readonly reopen?: boolean;
}

const calm = (key: 'local' | 'review' | 'elsewhere' | 'saved'): Farewell => ({
  title: `leave.${key}.title`,
  text: `leave.${key}`,
  safe: true,
  stay: 'leave.stay',
});

/** What came of leaving. `before`: the state when it was asked for. */
export function farewell(state: SaveState, before: SaveState): Farewell {
  switch (state.kind) {
    case 'local':
    case 'review':
    case 'elsewhere':
      return calm(state.kind);
    case 'saved':
      return calm('saved');
    case 'notStarted':
      return {
        title: 'leave.notStarted.title',
        text: 'banner.notStarted',
        safe: false,
        stay: 'leave.look',
        reopen: true,
      };
  }
  const ended = state.kind === 'ended';
  // A session that has ended records nothing more, so the dialog stays: work behind it would be lost.
  if (ended && state.saved) return { title: 'leave.saved.title', text: 'leave.saved', safe: true, reopen: true };
  const lost = [state, before].some((s) => s.kind === 'unsaved' && !s.kept);
  const title = 'leave.unsaved.title';
  if (ended) return { title, text: lost ? 'leave.unsaved.lost' : 'leave.unsaved', safe: false, reopen: true };
  const text = lost ? 'leave.unsaved.notKept' : 'leave.unsaved';
  return { title, text, safe: false, retry: true, stay: 'leave.stay' };
}

/** "Save and exit": saves, ends the session after a good save only, and says plainly what came of it. */
export function startLeaving(app: App): void {
  const say = sayIn(app.course);
  const button = document.getElementById('exit');
  const dialog = document.getElementById('leaving') as HTMLDialogElement | null;
  const part = (name: string) => dialog?.querySelector<HTMLElement>(`[data-leave="${name}"]`);
  if (!button || !dialog) return;
  let stays = false;
  /** Its heading is read first: left to the browser, the focus goes to the dialog in one and to a button in another. */
  const show = () => {
    dialog.showModal();
    part('title')?.focus();
  };

  const tell = ({ title, text, safe, calm, retry, reopen, ...farewell }: Farewell) => {
    const reopens = reopen === true && app.tracker.canReopen();
    // There is always a way on: where the page around cannot be loaded again, the learner may at least look around.
    const stay = farewell.stay ?? (reopens ? undefined : 'leave.look');
    const [head, body, rest] = [part('title'), part('text'), part('stay')];
    if (head) head.textContent = say(title);
    if (body) body.textContent = say(text);
    if (rest) rest.textContent = say(stay ?? 'leave.stay');
    for (const name of ['retry', 'anyway']) part(name)?.toggleAttribute('hidden', !retry);
    rest?.toggleAttribute('hidden', !stay);
    part('reopen')?.toggleAttribute('hidden', !reopens);
    dialog.dataset['tone'] = safe ? 'good' : calm ? 'calm' : 'care';
    stays = !stay;
    if (!dialog.open) show();
    // Only a window that a script opened may close itself; elsewhere the words above say how to leave.
    if (safe && window.opener && window.parent === window) window.close();
  };

  let leaving = false;
  const leave = async (force = false) => {
    leaving = true;
    button.setAttribute('aria-disabled', 'true');
    app.send({ type: 'REST' });
    const before = app.tracker.state();
    tell(farewell(await app.tracker.exit(force), before));
    button.removeAttribute('aria-disabled');
    leaving = false;
  };
  /** A notice is given once: a learner who looks around knows. */
  let told = false;
  /** The session ended by itself: the LMS closed it, it never began, or the page was left and shown again. */
  const notice = () => {
    const state = app.tracker.state();
    if (leaving || dialog.open || told) return;
    if (state.kind === 'notStarted') tell(farewell(state, state));
    else if (state.kind === 'ended') {
      const text = state.saved ? 'banner.endedSaved' : 'banner.ended';
      tell({ title: 'save.ended', text, safe: false, calm: state.saved, reopen: true });
    } else return;
    told = true;
  };

  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') void leave();
  });
  part('retry')?.addEventListener('click', () => void leave());
  part('anyway')?.addEventListener('click', () => void leave(true));
  part('reopen')?.addEventListener('click', () => app.tracker.reopen());
  part('stay')?.addEventListener('click', () => dialog.close());
  // Browsers let a second Escape through, so that closing is undone as well.
  dialog.addEventListener('cancel', (event) => stays && event.preventDefault());
  dialog.addEventListener('close', () => stays && show());
  app.tracker.subscribe(notice);
  notice();
  // Pressed before this script had come.
  if (button.dataset['early'] !== undefined) void leave();
  delete button.dataset['early'];
}
