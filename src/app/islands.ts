import { type App, sayIn } from './app.ts';

/** Draws an island into its place. */
export type Mount = (element: HTMLElement, app: App) => void;

/**
 * Loads the interactive parts when the browser is idle, and draws each when its screen is first shown. They are
 * all in the browser soon after the start, so that a lost connection does not matter later.
 */
export function startIslands(app: App, load: () => Promise<{ mount: Mount }>): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-island]')];
  // What a place says while it is empty: in view only where the line is slow.
  for (const place of places) place.dataset['wait'] = sayIn(app.course)('loading');
  let mount: Mount | null = null;
  const draw = () => {
    if (!mount) return;
    for (const place of places) {
      const screen = place.closest('.screen');
      if (!screen?.hasAttribute('data-shown') || place.dataset['drawn'] !== undefined) continue;
      place.dataset['drawn'] = '';
      mount(place, app);
    }
  };
  const fetchNow = async () => {
    mount = (await load()).mount;
    await new Promise((done) => setTimeout(done)); // a new task: the library has just taken one
    draw();
  };
  const shown = new MutationObserver(draw);
  for (const screen of document.querySelectorAll('.screen')) {
    shown.observe(screen, { attributes: true, attributeFilter: ['data-shown'] });
  }
  const again = document.getElementById('again');
  let busy = false;
  /** The learner is told when it fails; it is tried again once the line is back, or when they ask for it. */
  const get = async () => {
    if (busy || mount) return;
    busy = true;
    again?.setAttribute('aria-disabled', 'true');
    const failed = await fetchNow().then(
      () => false,
      () => true,
    );
    busy = false;
    again?.removeAttribute('aria-disabled');
    document.body.toggleAttribute('data-failed', failed);
  };
  again?.addEventListener('click', () => void get());
  addEventListener('online', () => void get());
  const soon = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1));
  soon(() => void get());
}
