import { course, expect, test } from './lms.ts';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('everything can be read as one document, and it says that nothing is recorded', async ({
    page,
    lms,
    person,
  }) => {
    const player = lms.launch(person, 'induction-scorm12');
    await page.goto(player);
    await page.getByRole('link', { name: 'Read the module without a record' }).click();
    await expect(page.getByText('Scripts are off, so nothing is recorded.')).toBeVisible();
    for (const part of course.parts) await expect(page.locator(`#${part.id} h1`)).toBeVisible();
    for (const scenario of Object.values(course.scenarios)) {
      await expect(page.getByText(scenario.endings.at(-1)?.text ?? '?')).toBeVisible();
    }
    await expect(page.getByText(course.bank[0]?.stem ?? '?')).toHaveCount(0);
    await expect(page.locator('#accessibility').getByText('This accessibility statement applies to')).toBeVisible();
  });
});

test('printed, every lesson and story is there and no control is', async ({ launch, page }) => {
  const learner = await launch('scorm12');
  await page.emulateMedia({ media: 'print' });
  for (const part of course.parts) await expect(learner.frame.locator(`#${part.id} h1`)).toBeVisible();
  await expect(learner.frame.locator('#desk_photo .story')).toBeVisible();
  await expect(learner.button('Save and exit')).toBeHidden();
  await expect(learner.frame.getByRole('link', { name: /^(Now you decide|Done, next section)$/ })).toHaveCount(0);
});
