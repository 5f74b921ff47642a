import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import type { Learner } from './learner.ts';
import { course, expect, sectionsDone, test } from './lms.ts';

/** What axe finds in the module's frame, in words. */
async function findings(page: Page, screen: string): Promise<string[]> {
  const result = await new AxeBuilder({ page })
    .include('#module')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return result.violations.map((v) => `${screen}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

/** Opens a screen by its address. */
async function open(learner: Learner, id: string): Promise<void> {
  await learner.frame.evaluate((hash) => {
    location.hash = hash;
  }, id);
  await expect(learner.frame.locator(`#${id} h1`)).toBeVisible();
}

const quiet = { reducedMotion: 'reduce' } as const;
const schemes = {
  light: { colorScheme: 'light', contextOptions: quiet },
  dark: { colorScheme: 'dark', contextOptions: quiet },
  forced: { contextOptions: { ...quiet, forcedColors: 'active' } },
} as const;

for (const [scheme, use] of Object.entries(schemes)) {
  test.describe(`axe finds nothing (${scheme})`, () => {
    test.use(use);

    test('start and lessons', async ({ launch, earlier, page }) => {
      earlier('scorm12', { ...sectionsDone, roles: null, place: 'start' });
      const learner = await launch('scorm12');
      await expect(learner.button('Begin')).toBeVisible();
      const found = await findings(page, 'start');
      for (const part of course.parts) {
        await open(learner, part.id);
        await learner.frame.locator(`#${part.id} details.rules summary`).click();
        found.push(...(await findings(page, part.id)));
      }
      expect(found).toEqual([]);
    });

    test('a story: ending, decision, nothing chosen, consequence', async ({ launch, earlier, page }) => {
      earlier('scorm12', { ...sectionsDone, place: 'office_photo' });
      const learner = await launch('scorm12');
      await expect(learner.heading('How it ended')).toBeVisible();
      const found = await findings(page, 'ending');
      await learner
        .button(/^Decide again/)
        .first()
        .click();
      found.push(...(await findings(page, 'decision')));
      await learner.button('Do this').click();
      found.push(...(await findings(page, 'nothing chosen')));
      const wrong = course.scenarios['office_photo']?.situations['d1']?.choices.find((c) => !c.best);
      await learner.decide(wrong?.text ?? '', false);
      found.push(...(await findings(page, 'consequence')));
      expect(found).toEqual([]);
    });

    test('the check: every type of question, its explanation, the result, leaving', async ({
      launch,
      earlier,
      page,
    }) => {
      earlier('scorm12', sectionsDone);
      const learner = await launch('scorm12');
      await expect(learner.button('Start the check')).toBeVisible();
      const found = await findings(page, 'check');
      const types = new Set<string>();
      await learner.button('Start the check').click();
      for (let n = 1; n <= 12; n++) {
        const item = await learner.question();
        const fresh = !types.has(item.type);
        types.add(item.type);
        if (fresh) found.push(...(await findings(page, `question, ${item.type}`)));
        await learner.answer(n > 3 && n < 8);
        if (fresh) found.push(...(await findings(page, `answered, ${item.type}`)));
        await learner.button(n === 12 ? 'See the result' : 'Next question').click();
      }
      await expect(learner.heading('Not there yet')).toBeVisible();
      found.push(...(await findings(page, 'not there yet')));
      await learner.saveAndExit();
      found.push(...(await findings(page, 'leaving')));
      expect(found).toEqual([]);
    });

    test('passed check, what is left, declaration, finish', async ({ launch, earlier, page }) => {
      earlier('scorm12', { ...sectionsDone, assessed: true, best: 100, papers: 1 });
      const learner = await launch('scorm12');
      await expect(learner.heading('You passed the check')).toBeVisible();
      const found = await findings(page, 'passed');
      await open(learner, 'finish');
      found.push(...(await findings(page, 'what is left')));
      await open(learner, 'declare');
      found.push(...(await findings(page, 'declaration')));
      await learner.frame.getByRole('checkbox').check();
      await learner.button(course.declaration.button).click();
      await expect(learner.heading('Receipt')).toBeVisible();
      found.push(...(await findings(page, 'finish')));
      expect(found).toEqual([]);
    });
  });
}

test('nothing scrolls sideways at 320 px, with large text spacing, and every control is big enough', async ({
  launch,
  earlier,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  earlier('scorm12', { ...sectionsDone, stories: {}, place: 'start' });
  const learner = await launch('scorm12');
  await learner.frame.evaluate(() => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [spacing];
  });
  const ids = ['start', ...course.parts.flatMap((p) => [p.id, ...p.scenarios]), 'check', 'declare', 'finish'];
  const wide: string[] = [];
  const small: string[] = [];
  for (const id of ids) {
    await open(learner, id);
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
