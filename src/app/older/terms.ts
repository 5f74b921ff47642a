/**
 * The notes of unusual words in a browser without popovers, to the same manners: the word says whether its note is open;
 * Escape, a press elsewhere and another word close it; focus stays on the word. The place is styles/screens.css's.
 */
export function startTerms(page: Document): void {
  if ('popover' in HTMLElement.prototype) return;
  let open: Element | null = null;
  const set = (word: Element | null) => {
    open?.setAttribute('aria-expanded', 'false');
    word?.setAttribute('aria-expanded', 'true');
    open = word;
  };
  for (const word of page.querySelectorAll('.term')) {
    word.setAttribute('aria-expanded', 'false');
    word.setAttribute('aria-controls', word.getAttribute('popovertarget') ?? '');
  }
  page.addEventListener('click', ({ target }) => {
    const word = target instanceof Element ? target.closest('.term') : null;
    if (word) set(word === open ? null : word);
  });
  // Not by click: Safari on iOS reports none on what cannot be pressed.
  page.addEventListener('pointerdown', ({ target }) => {
    if (!(target instanceof Element && target.closest('.term, .term-note'))) set(null);
  });
  page.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') set(null);
  });
}
