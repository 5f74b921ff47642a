import { type App, sayIn } from './app.ts';

/** Draws an island into its place. */
export type Mount = (element: HTMLElement, app: App) => void;

/**
 * Loads the interactive parts when the browser is idle, and draws each when its screen is first shown. They are
 * all in the browser soon after the start, so that a lost connection does not matter later.
 */
export function startIslands(app: App, load: () => Promise<{ mount: Mount }>): void {
  const wait = sayIn(app.course)('loading');
  /** The places of each screen; found once, they are there for good. */
  const placesOf = new Map<Element | null, HTMLElement[]>();
  for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) {
    const screen = place.closest('.screen');
    const same = placesOf.get(screen);
    if (same) same.push(place);
    else placesOf.set(screen, [place]);
  }
  const drawn = new Set<HTMLElement>();
  let mount: Mount | null = null;
  const draw = (screen: Node | null) => {
    if (!(screen instanceof Element) || !screen.hasAttribute('data-shown')) return;
    for (const place of placesOf.get(screen) ?? []) {
      // What a place says while it is empty: in view only where the line is slow.
      if (!mount) place.dataset['wait'] = wait;
      if (!mount || drawn.has(place)) continue;
      drawn.add(place);
      place.dataset['drawn'] = '';
      mount(place, app);
    }
  };
  const drawShown = () => draw(document.querySelector('.screen[data-shown]'));
  const fetchNow = async () => {
    mount = (await load()).mount;
    await new Promise((done) => setTimeout(done)); // a new task: the library has just taken one
    drawShown();
  };
  const shown = new MutationObserver((changes) => {
    for (const { target } of changes) draw(target);
  });
  shown.observe(document.body, { subtree: true, attributeFilter: ['data-shown'] });
  drawShown();
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
