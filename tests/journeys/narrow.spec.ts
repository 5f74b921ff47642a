import type { Learner } from './learner.ts';
import { course, expect, inTheQuestions, sectionsDone, test } from './lms.ts';

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
    await learner.open(id);
    const width = await learner.frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (width > 0) wide.push(`${id}: ${width} px too wide`);
    small.push(
      ...(
        await learner.frame.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('button, input, summary, .thread a, a.button')]
            .filter((e) => e.checkVisibility())
            .map((e) => ({ e: e.closest('label') ?? e, name: e.textContent || e.getAttribute('name') }))
            .filter(({ e }) => {
              const inline = getComputedStyle(e).display === 'inline' || e.classList.contains('term');
              const box = e.getBoundingClientRect();
              return !inline && box.width > 0 && (box.width < 24 || box.height < 24);
            })
            .map(({ name }) => String(name)),
        )
      ).map((name) => `${id}: ${name}`),
    );
  }
  return { wide, small };
}

const tools = ['helper', 'asked', 'checklists', 'glossary', 'search', 'accessibility'];

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
    earlier('scorm12', inTheQuestions((i) => i.section !== 'wrk').progress);
    const learner = await launch('scorm12');
    await expect(learner.heading('Section by section')).toBeVisible();
    for (const fold of await learner.frame.locator('#check details').all())
      await fold.evaluate((d) => d.setAttribute('open', ''));
    expect(await narrow(learner, ['start', 'changes', 'check', 'wrk', 'sco'])).toEqual({ wide: [], small: [] });
  });
});
