import { expect, type Page } from 'playwright/test';
import type { Learner } from './learner.ts';

/** Tabs until the focused control has this name; fails after too many. */
export async function tabTo(page: Page, learner: Learner, role: string, name: string): Promise<void> {
  const target = learner.frame.getByRole(role as 'button', { name, exact: true }).first();
  for (let i = 0; i < 80; i++) {
    if (await target.evaluate((e) => e === document.activeElement)) {
      await expect(target).toBeInViewport();
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached with the Tab key: ${role} "${name}"`);
}

/** Chooses a radio button by arrow keys from the group's first, which has the focus. */
export async function arrowTo(page: Page, learner: Learner, text: string): Promise<void> {
  const wanted = learner.frame.getByRole('radio', { name: text, exact: true }).first();
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press(i === 0 ? 'Space' : 'ArrowDown');
    if (await wanted.isChecked()) return;
  }
  throw new Error(`not chosen with the arrow keys: "${text}"`);
}

/** From the first screen into the route by keyboard. */
export async function beginByKeys(page: Page, learner: Learner, name = 'Begin'): Promise<void> {
  await learner.frame.locator('body').focus();
  await tabTo(page, learner, 'link', name);
  await page.keyboard.press('Enter');
}
