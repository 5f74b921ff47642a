import type { Place } from './find.ts';

/** Lessons and tools; not scenarios, whose endings would be given away, nor screens that are drawn by scripts. */
const SCREENS = '.screen:not(.start, .scenario, .no-print)';
const BLOCKS = 'h1, h2, h3, p, li, blockquote, dl > div, .request';
/** Blocks that are found as a whole: with a name of their own, and what is said below it. */
const WHOLE = 'dl > div, li, .request';
/** Rules of other sections are found in their own; a note for a role, by those who chose it. */
const LEFT_OUT =
  '[data-island], [data-unlisted], .no-print, .kicker, .note, .rules:not(.all) div:not([id]), .for-role:not([data-on])';

/** The words of an element, without explanations that open on request. */
function wordsIn(element: Element | null): string {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[popover], .no-print, .rule-ref, [data-unlisted]')) hidden.remove();
  for (const part of copy.querySelectorAll('p, label')) part.append(' ');
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

/** What is said below the name of a word, a rule or a request; nothing below a heading alone. */
const wordsBelow = (block: Element) =>
  [...block.querySelectorAll(':scope > dd, :scope > .piece')].map(wordsIn).join(' ');

/** Words of a name, at most. */
const MOST = 8;

/** The first words of a point in a list, which tell it from its neighbours: what stands out in it, or its sentence. */
function firstWords(point: Element): string {
  const sentence = wordsIn(point.querySelector('label, strong') ?? point).replace(/([.?!:]) .*|[.:]$/, '$1');
  const words = sentence.split(' ');
  return words.length > MOST ? `${words.slice(0, MOST).join(' ')} …` : sentence.replace(/[.:]$/, '');
}

/** Everything in the document that can be found. Gives an address to what has none. */
export function placesIn(document: Document): Place[] {
  const places: Place[] = [];
  for (const screen of document.querySelectorAll(SCREENS)) {
    const name = screen.querySelector('h1')?.textContent.trim() ?? '';
    let heading = name;
    for (const [n, block] of screen.querySelectorAll(BLOCKS).entries()) {
      const entry = block.parentElement?.closest(WHOLE);
      if (entry || block.closest(LEFT_OUT)) continue;
      // A rule, a word or a point is named by its own first line; a paragraph by the heading above it.
      const term = /^H\d$/.test(block.tagName) ? block : block.querySelector(':scope > dt, :scope > h2');
      const title = term ? wordsIn(term) : '';
      if (term === block) heading = title;
      const text = term ? wordsBelow(block) : wordsIn(block);
      if (!title && !text) continue;
      block.id ||= `found-${screen.id}-${n}`;
      const named = title || (block.tagName === 'LI' ? firstWords(block) : heading);
      places.push({ address: block.id, screen: name, title: named, own: title !== '', text });
    }
  }
  return places;
}
