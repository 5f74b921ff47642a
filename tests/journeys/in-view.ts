import type { Page } from 'playwright/test';
import type { Learner } from './learner.ts';

/** Gives the module's frame this size, whatever the learning system puts around it. */
export async function sizeFrame(page: Page, learner: Learner, width: number, height: number): Promise<void> {
  // Its own bar may wrap: the second time it has its final height.
  for (let n = 0; n < 2; n++) {
    const around = (page.viewportSize()?.height ?? 0) - (await learner.frame.evaluate(() => innerHeight));
    await page.setViewportSize({ width, height: height + around });
  }
}

/** From now on the learning system is out of reach: work stays unsaved. */
export const cutOff = (page: Page): Promise<unknown> => page.route('**/*', (r) => r.abort());

/** What `cutOff` makes the browser log. */
export const CUT_OFF = /net::ERR_FAILED|Failed to fetch/;

/**
 * What of an element is hidden, in words; null when it is in view. Its first line counts: it is above the frame's
 * bottom edge and nothing that stays in place lies over it.
 * @param which a selector; without one the focused element
 */
export function hidden(learner: Learner, which?: string): Promise<string | null> {
  return learner.frame.evaluate((selector) => {
    const shown = (e: Element) => e.checkVisibility() && e.getBoundingClientRect().height > 0;
    const found = selector
      ? [...document.querySelectorAll(selector)].find(shown)
      : document.activeElement === document.body
        ? null
        : document.activeElement;
    if (!found) return `${selector ?? 'focus'}: nothing there`;
    const row = found.closest('label') ?? found;
    const { left, top, bottom, width } = row.getBoundingClientRect();
    const name = `${selector ?? found.tagName} "${row.textContent?.trim().slice(0, 30)}"`;
    if (top < 0 || Math.min(bottom, top + 20) > innerHeight) return `${name}: from ${Math.round(top)} px, out of view`;
    const over = document.elementFromPoint(left + Math.min(width / 2, 20), top + 1)?.closest('.top, .banner');
    return over && !over.contains(row) ? `${name}: under ${over.className}` : null;
  }, which);
}
