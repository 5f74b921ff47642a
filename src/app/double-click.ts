/** What a click acts on. A box and its label are one. */
const controlOf = (target: EventTarget | null): Element | null => {
  const element = target instanceof Element ? target : null;
  return element?.closest('label') ?? element?.closest('a, button, input, summary') ?? null;
};

/** How far apart, in CSS pixels, the clicks of a double click may fall: a finger hits no point twice. */
const SPREAD = 25;

/**
 * A double click works like a single one where the first click changes the screen: its second click, which would
 * press whatever has come under the pointer meanwhile, is dropped. On one and the same control both count, and so do
 * two clicks in two places, however quickly one follows the other.
 */
export function startDoubleClicks(page: Document): void {
  let first: { control: Element | null; x: number; y: number } | null = null;
  const isNear = (event: MouseEvent) =>
    !!first && Math.hypot(event.clientX - first.x, event.clientY - first.y) <= SPREAD;
  page.addEventListener(
    'click',
    (event) => {
      const control = controlOf(event.target);
      if (event.detail <= 1 || !isNear(event)) first = { control, x: event.clientX, y: event.clientY };
      else if (control !== first?.control) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    { capture: true },
  );
}
