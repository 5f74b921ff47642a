/**
 * Folded rules are part of the page on paper. Style sheets unfold them (styles/print.css) where the browser knows
 * `::details-content`; elsewhere they are opened for the print and folded again after it.
 */
export function startPrinting(frame: Window & typeof globalThis): void {
  if (frame.CSS.supports('selector(::details-content)')) return;
  let opened: HTMLDetailsElement[] = [];
  frame.addEventListener('beforeprint', () => {
    opened = [...frame.document.querySelectorAll<HTMLDetailsElement>('details:is(.rules, .fold, .help):not([open])')];
    for (const fold of opened) fold.open = true;
  });
  frame.addEventListener('afterprint', () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  });
}
