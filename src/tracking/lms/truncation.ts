import type { Link } from './link.ts';

/** Below the shortest limit ever seen for a text. */
const SHORT = 255;

/**
 * Finds an LMS that cuts the resume state off without a word, by reading it back: at its first long value, then each
 * time it has grown by a half, and always once it was cut (docs/standards/scorm.md, Suspend data). Returns whether this
 * value was cut.
 */
export function createTruncationCheck(link: Link, element: string): (value: string) => boolean {
  let next = SHORT;
  return (value) => {
    if (value.length < next) return false;
    const back = link.get(element);
    const cut = back !== '' && back.length < value.length && value.startsWith(back);
    next = cut ? SHORT : value.length * 1.5;
    return cut;
  };
}
