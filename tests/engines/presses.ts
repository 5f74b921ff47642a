/** What an engine says of presses and clicks, kept in the module's page as `window.presses`: the latest. */
type Kept = Window & { presses?: string[]; clicks?: number };

/** So many lines are kept. */
const MOST = 60;

/** Runs in the page, from its own source. A click that nothing came of is looked for here. */
function notePresses(most: number): void {
  const kept = window as Kept;
  if (kept.presses) return;
  const lines: string[] = [];
  kept.presses = lines;
  kept.clicks = 0;
  const note = (line: string) => {
    lines.push(`${Math.round(performance.now())} ms ${line}`);
    if (lines.length > most) lines.shift();
  };
  const words = (target: EventTarget | null) =>
    target instanceof Element
      ? `${target.localName}#${target.id} “${(target.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`
      : 'the window';
  for (const type of ['mousedown', 'mouseup', 'click'] as const)
    addEventListener(
      type,
      (event) => {
        note(`${type} ${event.detail} at ${event.clientX}, ${event.clientY} on ${words(event.target)}`);
        if (type !== 'click') return;
        kept.clicks = (kept.clicks ?? 0) + 1;
        setTimeout(() => event.defaultPrevented && note('… prevented'));
      },
      { capture: true },
    );
  addEventListener('scroll', () => note(`scrolled to ${Math.round(scrollY)}`), { capture: true });
  addEventListener('hashchange', () => note(`at ${location.hash}`));
}

/** Runs in the page. */
const notedPresses = (): readonly string[] => (window as Kept).presses ?? [];

/** Runs in the page. How many clicks came there; null where they are not counted. */
const countedClicks = (): number | null => (window as Kept).clicks ?? null;

export const presses = { most: MOST, note: notePresses, noted: notedPresses, clicks: countedClicks };
