/** How much of the top of a page is taken by what stays in place there (Moodle's bar: 60 px). Pixels. */
function barOf(page: Document, x: number): number {
  const stays = (e: Element) => /fixed|sticky/.test(page.defaultView?.getComputedStyle(e).position ?? '');
  return Math.max(
    0,
    ...page
      .elementsFromPoint(x, 1)
      .filter(stays)
      .map((e) => e.getBoundingClientRect().bottom),
  );
}

/**
 * Brings the top of the module's frame into view in the page of the learning system, where that has scrolled it away or
 * under its own bar: a new screen begins there. Downwards nothing moves, and nothing sideways. Does nothing outside a
 * frame, or in a page of another origin.
 */
export function bringFrameUp(): void {
  try {
    const frame = window.frameElement;
    const page = frame?.ownerDocument;
    if (!frame || !page) return;
    const { top, left, width } = frame.getBoundingClientRect();
    let missing = barOf(page, left + width / 2) - top;
    // The page scrolls, or a box in it.
    for (let box = frame.parentElement; box && missing > 0; box = box.parentElement) {
      const before = box.scrollTop;
      box.scrollTo({ top: before - missing, left: box.scrollLeft, behavior: 'instant' });
      missing -= before - box.scrollTop;
    }
  } catch {
    // Another origin: its page is its own.
  }
}
