import type { Page } from 'playwright/test';
import { CUT_OFF, cutOff } from './in-view.ts';
import { expect, sectionsDone, test } from './lms.ts';

/**
 * Serves the module as a browser without popovers reads it: the attributes mean nothing to it, and it answers the
 * question of the style sheet with no. Everything else is the browser's own.
 */
async function withoutPopovers(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(HTMLElement.prototype, 'popover'));
  await page.route(/\/content\/induction\.html/, async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text())
      .replaceAll(/(<span class="term-note"[^>]*) popover>/g, '$1 data-popover>')
      .replaceAll(' popovertarget=', ' data-popovertarget=')
      .replaceAll('.term-note[popover]', '.term-note[data-popover]')
      .replace('@supports not selector(:popover-open)', '@supports (display:block)');
    // The server allows the style sheet by its hash, which has just changed.
    const { 'content-security-policy': _, ...headers } = answer.headers();
    await route.fulfill({ response: answer, headers, body: html });
  });
}

test('without popovers: a note is hidden until asked for; Escape, another word and a press elsewhere close it', async ({
  launch,
  earlier,
  page,
}) => {
  await withoutPopovers(page);
  earlier('scorm12', { ...sectionsDone, place: 'sco' });
  const learner = await launch('scorm12');
  const notes = learner.frame.locator('#sco .term-note');
  const open = notes.filter({ visible: true });
  const first = learner.frame.locator('#sco').getByRole('button', { name: 'honorary appointments' });
  const second = learner.frame.locator('#sco').getByRole('button', { name: 'sessional' });
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await expect(open).toHaveCount(0);

  await first.focus();
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await expect(open).toContainText('A formal role');
  await page.keyboard.press('Escape');
  await expect(open).toHaveCount(0);
  await expect(first).toBeFocused();

  await first.click();
  await second.click();
  await expect(open).toContainText('Sessional staff');
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await open.click();
  await expect(open).toHaveCount(1);
  await learner.heading(/./, 1).click();
  await expect(open).toHaveCount(0);
});

test('what is folded is on paper where style sheets cannot unfold it, and folded again afterwards', async ({
  launch,
  page,
}) => {
  await page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (...asked: [string]) => !asked[0].includes('details-content') && supports(...asked);
  });
  const learner = await launch('scorm12');
  const rules = learner.frame.locator('#sco details.rules');
  const open = () => rules.evaluate((e) => (e as HTMLDetailsElement).open);
  expect(await open()).toBe(false);
  await learner.frame.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await open()).toBe(true);
  await learner.frame.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await open()).toBe(false);
});

test.describe('without checkVisibility', () => {
  test.use({ tolerate: CUT_OFF });

  test('once all is saved, the learner is put back to where the banner was read from', async ({
    launch,
    earlier,
    page,
  }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Element.prototype, 'checkVisibility'));
    earlier('scorm12', sectionsDone);
    const learner = await launch('scorm12');
    await learner.button('Start the check').click();
    await cutOff(page);
    await learner.answer(true);
    await learner.button('Next question').click();
    await learner.button('Not saved yet').click();
    await expect(learner.frame.locator('#banner')).toBeFocused();
    await page.unroute('**/*');
    await learner.button('Save now').click();
    await expect(learner.saved()).toHaveText('Saved');
    expect(await learner.frame.evaluate(() => document.activeElement?.closest('form') !== null)).toBe(true);
  });
});

test('an address that is no valid escape starts the module at its beginning', async ({ launch, page }) => {
  await page.addInitScript(() => {
    if (location.pathname.endsWith('/induction.html') && !location.hash) location.hash = '#100%';
  });
  const learner = await launch('scorm12');
  await expect(learner.link('Begin')).toBeVisible();
  await learner.frame.evaluate(() => {
    location.hash = '#%E0%A4%A';
  });
  await expect(learner.frame.locator('#start h1')).toBeVisible();
});
