import type { Place } from './find.ts';

/** Lessons and tools; not scenarios, whose endings would be given away, nor screens that are drawn by scripts. */
const SCREENS = '.screen:not(.start, .scenario, .no-print)';
const BLOCKS = 'h1, h2, h3, p, li, blockquote, dl > div';
/** Rules of other sections are found in their own; a note for a role, by those who chose it. */
const LEFT_OUT =
  '[data-island], [data-unlisted], .no-print, .kicker, .note, .rules:not(.all) div:not([id]), .for-role:not([data-on])';

/** The words of an element, without explanations that open on request. */
function wordsIn(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[popover], .no-print')) hidden.remove();
  for (const part of copy.querySelectorAll('dt, p, label')) part.append(' ');
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

/** Everything in the document that can be found. Gives an address to what has none. */
export function placesIn(document: Document): Place[] {
  const places: Place[] = [];
  for (const screen of document.querySelectorAll(SCREENS)) {
    const name = screen.querySelector('h1')?.textContent.trim() ?? '';
    let heading = name;
    for (const [n, block] of screen.querySelectorAll(BLOCKS).entries()) {
      const entry = block.parentElement?.closest('dl > div, li');
      if (entry || block.closest(LEFT_OUT)) continue;
      const text = wordsIn(block);
      if (!text) continue;
      if (/^H\d$/.test(block.tagName)) heading = text;
      const term = block.querySelector(':scope > dt');
      block.id ||= `found-${screen.id}-${n}`;
      places.push({ address: block.id, screen: name, title: term ? wordsIn(term) : heading, text });
    }
  }
  return places;
}
