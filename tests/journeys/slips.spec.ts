import { keyOf } from '../../src/quiz/marking.ts';
import { wrongAnswer } from '../support/wrong-answer.ts';
import { expect, inTheCheck, sectionsDone, test } from './lms.ts';

const standard = 'scorm12';

test('a double click on Answer shows the explanation; its second click presses nothing that came under the pointer', async ({
  launch,
  earlier,
}) => {
  earlier(standard, sectionsDone);
  const learner = await launch(standard);
  await learner.button('Start the check').click();
  // Several questions, so that one of them puts a link or a button where "Answer" was.
  for (let n = 1; n <= 4; n++) {
    const item = await learner.question();
    await learner.give(item, wrongAnswer(item));
    await learner.button('I’m sure').dblclick();
    await expect(learner.heading(/^(Partly right|That is not it)$/)).toBeVisible();
    await expect(learner.frame.getByText(`Question ${n} of 12`)).toBeVisible();
    await learner.button('Next question').click();
  }
});

test('two clicks in two places both count, though the second follows so quickly that the browser calls it a double click', async ({
  launch,
  earlier,
  page,
}) => {
  earlier(standard, sectionsDone);
  const learner = await launch(standard);
  await learner.button('Start the check').click();
  const item = await learner.question();
  await learner.give(item, wrongAnswer(item));
  const box = await learner.button('I’m sure').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 9, (box?.y ?? 0) + 9);
  // As by a hand that has just ticked an answer above it.
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(learner.heading(/^(Partly right|That is not it)$/)).toBeVisible();
});

test('after “Save and exit” nothing more can be done that no record would hold', async ({ launch, earlier, page }) => {
  earlier(standard, { ...sectionsDone, place: 'int' });
  const learner = await launch(standard);
  await learner.saveAndExit();
  await expect(learner.heading('Saved')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(learner.frame.getByRole('dialog')).toBeVisible();
  await expect(learner.frame.getByText('You can close this page')).toBeVisible();
});

test('from an explanation to the rule and back to the same explanation', async ({ launch, earlier }) => {
  earlier(standard, sectionsDone);
  const learner = await launch(standard);
  await learner.button('Start the check').click();
  await learner.answer(false);
  const rule = learner.frame.locator('#check').getByRole('link', { name: /^Read: / });
  await rule.first().click();
  const back = learner.frame.getByRole('link', { name: 'Back to where you were' });
  await expect(back.filter({ visible: true })).toHaveCount(1);
  await back.filter({ visible: true }).click();
  await expect(rule.first()).toBeFocused();
  await expect(learner.heading(/^(Partly right|That is not it)$/)).toBeVisible();
  // Whoever comes to a lesson by the thread has nowhere to go back to.
  await learner.frame.locator('.thread a').nth(1).click();
  await expect(back.filter({ visible: true })).toHaveCount(0);
});

test('after a failed paper a weak section leads back to the check, whether it has a scenario or none', async ({
  launch,
  earlier,
}) => {
  earlier(
    standard,
    inTheCheck(11, (_, n) => n > 3),
  );
  const learner = await launch(standard);
  await learner.takePaper(() => true, 12);
  const weak = learner.frame.locator('ul.weak').getByRole('link');
  await weak.filter({ hasText: 'Introduction' }).click();
  await learner.frame.getByRole('link', { name: 'Done, go to the check' }).filter({ visible: true }).click();
  await expect(learner.heading('Not there yet')).toBeVisible();
  await weak.filter({ hasText: 'Policy statement' }).click();
  await learner.finishLesson();
  await expect(learner.heading('Not there yet')).toBeVisible();
});

test('practice can be stopped, and the way on to the declaration is there again', async ({ launch, earlier }) => {
  earlier(standard, inTheCheck(11));
  const learner = await launch(standard);
  await learner.takePaper(() => true, 12);
  await learner.button('Practise with more questions').click();
  await learner.answer(true);
  await learner.button('Stop practising').click();
  await expect(learner.heading('You passed the check')).toBeFocused();
  await expect(learner.button('Go to the declaration')).toBeVisible();
});

test('a section that a role makes part of the way is numbered, not called optional', async ({ launch }) => {
  const learner = await launch(standard);
  const outline = learner.frame.locator('#start .outline li').filter({ hasText: 'Running an account' });
  await expect(outline.getByText('optional')).toBeVisible();
  await learner.begin('runs_account');
  await expect(learner.frame.getByText('Section 1 of 9').filter({ visible: true })).toBeVisible();
  await learner.frame.locator('.thread [data-part="run"] a').click();
  await expect(learner.frame.getByText('Section 9 of 9').filter({ visible: true })).toBeVisible();
  await expect(learner.frame.getByText('Optional section')).toBeHidden();
  await learner.frame.getByRole('link', { name: 'Posting well' }).click();
  await expect(outline.getByText('optional')).toBeHidden();
});

test('whoever leaves in the middle of an explanation finds every reason again at the story’s end', async ({
  launch,
  earlier,
  page,
}) => {
  earlier(standard, { ...sectionsDone, stories: {}, place: 'limes_notice' });
  const first = await launch(standard);
  const scenario = first.course.scenarios['limes_notice'];
  const [step] = scenario?.situations[scenario.start]?.choices.filter((c) => c.best) ?? [];
  await first.decide(step?.text ?? '', false);
  await page.goto('about:blank');
  const again = await launch(standard);
  await again.play('limes_notice', undefined, 1);
  await again.frame.getByText(`Why: ${step?.text}`).click();
  await expect(again.frame.locator('.decisions').getByText(step?.because ?? '?')).toBeVisible();
});

test('Enter answers with neither button: how sure one is has to be said, and the paper’s note keeps it', async ({
  launch,
  earlier,
  page,
  stored,
}) => {
  earlier(standard, inTheCheck(11));
  const learner = await launch(standard);
  const item = await learner.question();
  await learner.give(item, keyOf(item));
  await learner.frame.locator('#check form input').first().focus();
  await page.keyboard.press('Enter');
  await expect(learner.button('Not sure')).toBeVisible();
  await expect(learner.heading('That is right')).toHaveCount(0);
  await learner.button('Not sure').click();
  await expect(learner.heading('That is right')).toBeFocused();
  await learner.button('See the result').click();
  await expect(learner.saved()).toHaveText('Saved');
  const record = [...stored(standard)];
  const at = record.find(([, value]) => value === 'paper_1')?.[0].replace(/id$/, 'student_response') ?? '';
  expect(stored(standard).get(at)).toMatch(/;s:[sn]{11}n$/);
});
