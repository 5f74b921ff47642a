import { expect, inTheCheck, standards, test } from './lms.ts';

for (const standard of standards) {
  test(`${standard}: leaving in a lesson, in a story and in a paper leads back to the same place`, async ({
    launch,
    page,
  }) => {
    const first = await launch(standard);
    await first.begin('runs_account');
    await first.finishLesson();
    await expect(first.frame.locator('#limes_notice h1')).toBeFocused();
    await first.openWith('limes_notice');
    await expect(first.frame.locator('#sta h1')).toBeFocused();
    await page.goto('about:blank'); // no goodbye: the tab is simply gone

    const second = await launch(standard);
    await expect(second.frame.locator('#sta h1')).toBeVisible();
    await expect(second.frame.getByRole('link', { name: /^Running an account/ }).first()).toBeAttached();
    await second.finishLesson();
    const ask = await second.frame.locator('.decision .ask').textContent();
    await second.saveAndExit();

    const third = await launch(standard);
    await expect(third.frame.locator('.decision .ask')).toHaveText(ask ?? '');
    await expect(third.frame.getByText('You chose').filter({ visible: true })).toHaveCount(1);
  });

  test(`${standard}: a paper is the same after leaving, with the answers given and the options in their order`, async ({
    launch,
    earlier,
    page,
  }) => {
    const before = inTheCheck(7);
    earlier(standard, before);
    const first = await launch(standard);
    const asked = before.paper.flatMap(({ id, answer }) => (answer ? [id] : []));
    for (let n = 8; n <= 10; n++) {
      await expect(first.frame.getByText(`Question ${n} of 12`)).toBeVisible();
      asked.push((await first.answer(true)).id);
      await first.button('Next question').click();
    }
    const next = await first.question();
    expect(next.type, 'a type whose options have an order').toMatch(/^(single|multiple)$/);
    const options = await first.frame.locator('form label').allTextContents();
    await page.goto('about:blank');

    const again = await launch(standard);
    await expect(again.frame.getByText('Question 11 of 12')).toBeVisible();
    expect((await again.question()).id).toBe(next.id);
    expect(await again.frame.locator('form label').allTextContents()).toEqual(options);
    await again.takePaper((item) => !asked.includes(item.id), 11);
    await expect(again.heading('You passed the check')).toBeVisible();
  });
}

test('a story that changed since it was begun says so until its first decision, in the next session too', async ({
  launch,
  earlier,
}) => {
  earlier('scorm12', { stories: { limes_notice: { path: '', done: false, anew: true } }, place: 'limes_notice' });
  const said = 'This story has changed since you began it, so it starts again.';
  const first = await launch('scorm12');
  await expect(first.frame.getByText(said)).toBeVisible();
  await first.saveAndExit();
  const second = await launch('scorm12');
  await expect(second.frame.getByText(said)).toBeVisible();
  await second.play('limes_notice', ['b']);
  await expect(second.frame.getByText(said)).toHaveCount(0);
});
