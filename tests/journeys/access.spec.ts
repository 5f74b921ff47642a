import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { course, expect, sectionsDone, test } from './lms.ts';

/** What axe finds in the module's frame, in words. */
async function findings(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page })
    .include('#module')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

for (const scheme of ['light', 'dark', 'forced'] as const) {
  test(`axe finds nothing on any screen (${scheme})`, async ({ launch, earlier, page }) => {
    await page.emulateMedia(
      scheme === 'forced' ? { forcedColors: 'active' } : { colorScheme: scheme, reducedMotion: 'reduce' },
    );
    await page.emulateMedia({ reducedMotion: 'reduce' });
    earlier('scorm12', { ...sectionsDone, place: 'start' });
    const learner = await launch('scorm12');
    const found: string[] = [];
    const look = async (name: string) => found.push(...(await findings(page)).map((f) => `${name}: ${f}`));
    const go = async (id: string) => {
      await learner.frame.evaluate((hash) => {
        location.hash = hash;
      }, id);
      await expect(learner.frame.locator(`#${id} h1`)).toBeVisible();
    };
    await look('start');
    for (const part of course.parts) {
      await go(part.id);
      await learner.frame.locator(`#${part.id} details.rules summary`).click();
      await look(part.id);
    }
    await go('office_photo');
    await look('ending');
    await learner
      .button(/^Decide again/)
      .first()
      .click();
    await look('decision');
    await learner.button('Do this').click();
    await look('decision, nothing chosen');
    const wrong = course.scenarios['office_photo']?.situations['d1']?.choices.find((c) => !c.best);
    await learner.decide(wrong?.text ?? '', false);
    await look('consequence');
    await go('check');
    await look('check');
    const types = new Set<string>();
    await learner.button('Start the check').click();
    for (let n = 1; n <= 12; n++) {
      const item = await learner.question();
      const fresh = !types.has(item.type);
      types.add(item.type);
      if (fresh) await look(`question, ${item.type}`);
      await learner.answer(n < 4);
      if (fresh) await look(`answered, ${item.type}`);
      await learner.button(n === 12 ? 'See the result' : 'Next question').click();
    }
    await look('not there yet');
    await go('declare');
    await look('declaration, too early');
    await go('finish');
    await look('what is left');
    await learner.saveAndExit();
    await look('leaving');
    expect(found).toEqual([]);
  });
}

test('axe finds nothing on the declaration, the finish page and the passed check', async ({
  launch,
  earlier,
  page,
}) => {
  earlier('scorm12', { ...sectionsDone, assessed: true, best: 100, papers: 1 });
  const learner = await launch('scorm12');
  const found: string[] = [];
  await expect(learner.heading('You passed the check')).toBeVisible();
  found.push(...(await findings(page)));
  await learner.button('Go to the declaration').click();
  found.push(...(await findings(page)));
  await learner.frame.getByRole('checkbox').check();
  await learner.button(course.declaration.button).click();
  await expect(learner.heading('Receipt')).toBeVisible();
  found.push(...(await findings(page)));
  expect(found).toEqual([]);
});

test('nothing scrolls sideways at 320 px, with large text spacing, and every control is big enough', async ({
  launch,
  earlier,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  earlier('scorm12', { ...sectionsDone, stories: {}, place: 'start' });
  const learner = await launch('scorm12');
  await learner.frame
    .addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    })
    .catch(() => undefined); // the player's policy may refuse it: the width below is the point
  const ids = ['start', ...course.parts.flatMap((p) => [p.id, ...p.scenarios]), 'check', 'declare', 'finish'];
  const wide: string[] = [];
  const small: string[] = [];
  for (const id of ids) {
    await learner.frame.evaluate((hash) => {
      location.hash = hash;
    }, id);
    await expect(learner.frame.locator(`#${id} h1`)).toBeVisible();
    const width = await learner.frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (width > 0) wide.push(`${id}: ${width} px too wide`);
    small.push(
      ...(await learner.frame.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, input, summary, .thread a, a.button')]
          .filter((e) => e.checkVisibility())
          .map((e) => ({ e: e.closest('label') ?? e, name: e.textContent || e.getAttribute('name') }))
          .filter(({ e }) => {
            const inline = getComputedStyle(e).display === 'inline' || e.classList.contains('term');
            const box = e.getBoundingClientRect();
            return !inline && box.width > 0 && (box.width < 24 || box.height < 24);
          })
          .map(({ name }) => String(name)),
      )),
    );
  }
  expect(wide).toEqual([]);
  expect(small).toEqual([]);
});
