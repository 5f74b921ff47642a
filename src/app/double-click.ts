/** What a click acts on. A box and its label are one. */
const controlOf = (target: EventTarget | null): Element | null => {
  const element = target instanceof Element ? target : null;
  return element?.closest('label') ?? element?.closest('a, button, input, summary') ?? null;
};

/**
 * A double click works like a single one where the first click changes the screen: its second click, which would
 * press whatever has come under the pointer meanwhile, is dropped. On one and the same control both count.
 */
export function startDoubleClicks(page: Document): void {
  let first: Element | null = null;
  page.addEventListener(
    'click',
    (event) => {
      const control = controlOf(event.target);
      if (event.detail <= 1) first = control;
      else if (control !== first) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    { capture: true },
  );
}
