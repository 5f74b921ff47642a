import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { Learner as Simulated } from '../support/learner.ts';
import type { Learner } from './learner.ts';
import { course, expect, refresher, sectionsDone, test } from './lms.ts';

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

    test('the tools: helper question, nothing chosen, advice, checklists, glossary, search', async ({
      launch,
      page,
    }) => {
      const learner = await launch('scorm12');
      await open(learner, 'helper');
      await learner.frame.locator('#helper').getByRole('radio').first().waitFor();
      const found = await findings(page, 'helper');
      await learner.button('Next').click();
      found.push(...(await findings(page, 'helper, nothing chosen')));
      const advice = learner.frame.locator('#helper .advice');
      const asked = learner.frame.locator('#helper .kicker');
      for (let n = 1; n <= 8 && !(await advice.isVisible()); n++) {
        await expect(asked.getByText(`Question ${n}`, { exact: true }).or(advice)).toBeVisible();
        await learner.frame.locator('#helper').getByRole('radio').last().check();
        await learner.button('Next').click();
      }
      await expect(advice).toBeVisible();
      found.push(...(await findings(page, 'advice')));
      for (const id of ['checklists', 'glossary', 'search']) {
        await open(learner, id);
        found.push(...(await findings(page, id)));
      }
      const field = learner.frame.getByRole('searchbox');
      await field.fill('disclaimer');
      await field.press('Enter');
      await expect(learner.frame.locator('#search ol.found')).toBeVisible();
      found.push(...(await findings(page, 'found')));
      expect(found).toEqual([]);
    });

    test.describe('refresher', () => {
      test.use({ route: 'refresher' });

      test('start, what changed, questions, result, known section', async ({ launch, page }) => {
        const learner = await launch('scorm12');
        await expect(learner.button('Begin')).toBeVisible();
        const found = await findings(page, 'start');
        await learner.begin();
        found.push(...(await findings(page, 'changes')));
        await learner.frame.getByRole('link', { name: 'Go to the questions' }).click();
        await expect(learner.button('Start the questions')).toBeVisible();
        found.push(...(await findings(page, 'questions')));
        await learner.button('Start the questions').click();
        await learner.question();
        found.push(...(await findings(page, 'question')));
        await learner.diagnose((item) => item.section !== 'wrk' && item.section !== 'con');
        for (const fold of await learner.frame.locator('#check details summary').all()) await fold.click();
        found.push(...(await findings(page, 'result')));
        await open(learner, 'sco');
        await expect(learner.frame.locator('#sco').getByText('Known already.')).toBeVisible();
        found.push(...(await findings(page, 'known section')));
        expect(found).toEqual([]);
      });

      test('a section ready for fresh questions, a fresh question explained, all done', async ({
        launch,
        earlier,
        page,
      }) => {
        const before = new Simulated(refresher)
          .do({ type: 'ROLES', roles: [] }, { type: 'GO', to: 'check' }, { type: 'START' })
          .answerAll((i) => i.section !== 'wrk')
          .learn('wrk');
        earlier('scorm12', before.progress);
        const learner = await launch('scorm12');
        await expect(learner.heading('What to look at again')).toBeVisible();
        const found = await findings(page, 'ready');
        await learner
          .button(/^Answer fresh questions/)
          .first()
          .click();
        await learner.question();
        found.push(...(await findings(page, 'fresh question')));
        await learner.answer(true);
        found.push(...(await findings(page, 'fresh question explained')));
        await learner.button('Next question').click();
        await learner.answer(true);
        await learner.button('See what is next').click();
        await expect(learner.heading('Every section is done')).toBeVisible();
        found.push(...(await findings(page, 'all done')));
        expect(found).toEqual([]);
      });
    });
  });
}

/** Looks at screens at 320 px with large text spacing: what scrolls sideways, and controls that are too small. */
async function narrow(learner: Learner, ids: readonly string[]) {
  await learner.frame.evaluate(() => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [spacing];
  });
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
  return { wide, small };
}

const tools = ['helper', 'checklists', 'glossary', 'search'];

test('nothing scrolls sideways at 320 px, with large text spacing, and every control is big enough', async ({
  launch,
  earlier,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  earlier('scorm12', { ...sectionsDone, stories: {}, place: 'start' });
  const ids = ['start', ...course.parts.flatMap((p) => [p.id, ...p.scenarios]), 'check', 'declare', 'finish', ...tools];
  expect(await narrow(await launch('scorm12'), ids)).toEqual({ wide: [], small: [] });
});

test.describe('refresher', () => {
  test.use({ route: 'refresher' });

  test('nothing scrolls sideways at 320 px, with large text spacing, and every control is big enough', async ({
    launch,
    earlier,
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const before = new Simulated(refresher).do(
      { type: 'ROLES', roles: [] },
      { type: 'GO', to: 'check' },
      { type: 'START' },
    );
    earlier('scorm12', before.answerAll((i) => i.section !== 'wrk').progress);
    const learner = await launch('scorm12');
    await expect(learner.heading('Section by section')).toBeVisible();
    for (const fold of await learner.frame.locator('#check details').all())
      await fold.evaluate((d) => d.setAttribute('open', ''));
    expect(await narrow(learner, ['start', 'changes', 'check', 'wrk', 'sco'])).toEqual({ wide: [], small: [] });
  });
});
