import { keyOf } from '../../src/quiz/marking.ts';
import { arrowTo, beginByKeys, tabTo } from '../journeys/keys.ts';
import { expect, names, sectionsDone, test } from '../journeys/lms.ts';

test('2.1.1, 2.1.2 Keyboard: the whole way: lesson, story, check, declaration, exit', async ({
  launch,
  earlier,
  page,
  stored,
}) => {
  test.slow();
  earlier('scorm12', {
    ...sectionsDone,
    stories: { ...sectionsDone.stories, desk_photo: { path: '', done: false } },
    read: (sectionsDone.read ?? []).filter((p) => p !== 'wrk'),
    roles: null,
    place: 'start',
  });
  const learner = await launch('scorm12');
  const { frame } = learner;
  await beginByKeys(page, learner, `Continue where you were: ${learner.course.scenarios['desk_photo']?.title}`);
  await expect(frame.locator('#desk_photo h1')).toBeFocused();

  await frame.evaluate(() => {
    location.hash = 'wrk';
  });
  await expect(frame.locator('#wrk h1')).toBeFocused();
  await tabTo(page, learner, 'link', 'Now you decide');
  await page.keyboard.press('Enter');
  await expect(frame.locator('#desk_photo h1')).toBeFocused();

  const scenario = learner.course.scenarios['desk_photo'];
  for (const [i, letter] of (scenario?.exemplar ?? []).entries()) {
    const choice = Object.values(scenario?.situations ?? {})
      .flatMap((s) => s.choices)
      .filter((c) => c.best)[i];
    const text = scenario?.situations[`d${i + 1}`]?.choices.find((c) => c.id === letter)?.text ?? choice?.text ?? '';
    for (let n = 0; n < 60; n++) {
      if (await frame.evaluate(() => document.activeElement?.matches('.decision input'))) break;
      await page.keyboard.press('Tab');
    }
    await arrowTo(page, learner, text);
    await tabTo(page, learner, 'button', 'Do this');
    await page.keyboard.press('Enter');
    await expect(frame.locator('.consequence li.chosen')).toBeFocused();
    await tabTo(page, learner, 'button', 'Go on');
    await page.keyboard.press('Enter');
    // What comes next has the focus: keys pressed before would be lost with it.
    const onText = () => frame.evaluate(() => !document.activeElement?.matches('body, button, input'));
    await expect.poll(onText).toBe(true);
  }
  await expect(learner.heading('How it ended')).toBeFocused();

  await frame.evaluate(() => {
    location.hash = 'check';
  });
  await tabTo(page, learner, 'button', 'Start the check');
  await page.keyboard.press('Enter');
  for (let n = 1; n <= 12; n++) {
    await expect(frame.getByText(`Question ${n} of 12`)).toBeVisible();
    const item = await learner.question();
    await expect(frame.getByRole('heading', { name: item.stem })).toBeFocused();
    const key = keyOf(item);
    if (item.type === 'single') {
      await page.keyboard.press('Tab');
      await arrowTo(page, learner, item.options.find((o) => o.id === key)?.text ?? '');
    } else {
      // The other types are chosen control by control; each must be reachable and answer to the keyboard.
      await learner.give(item, key);
    }
    await tabTo(page, learner, 'button', 'I’m sure');
    await page.keyboard.press('Enter');
    await expect(learner.heading('That is right')).toBeFocused();
    await tabTo(page, learner, 'button', n === 12 ? 'See the result' : 'Next question');
    await page.keyboard.press('Enter');
  }
  await expect(learner.heading('You passed the check')).toBeFocused();
  await tabTo(page, learner, 'button', 'Go to the declaration');
  await page.keyboard.press('Enter');
  await tabTo(page, learner, 'checkbox', learner.course.declaration.text);
  await page.keyboard.press('Space');
  await tabTo(page, learner, 'button', learner.course.declaration.button);
  await page.keyboard.press('Enter');
  await expect(frame.locator('#finish h1')).toBeFocused();
  await expect(learner.saved()).toHaveText('Saved');
  expect(stored('scorm12').get(names.scorm12.status)).toBe('passed');
});

test('2.1.1 Keyboard: a decision taken back, a word explained, the role changed, save and exit', async ({
  launch,
  earlier,
  page,
}) => {
  earlier('scorm12', { ...sectionsDone, place: 'desk_photo' });
  const learner = await launch('scorm12');
  const { frame } = learner;
  await expect(learner.heading('How it ended')).toBeVisible();
  const retake = learner.button(/^Decide again/).first();
  await tabTo(page, learner, 'button', (await retake.getAttribute('aria-label')) ?? '?');
  await page.keyboard.press('Enter');
  await expect(frame.locator('#desk_photo .timeline > li').first()).toBeFocused();
  await expect(learner.button('Do this')).toBeVisible();

  await learner.open('sco');
  await tabTo(page, learner, 'button', 'sessional');
  await page.keyboard.press('Enter');
  const note = frame.locator('#sco .term-note:popover-open');
  await expect(note).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);

  await learner.open('start');
  const fold = frame.locator('#start details').filter({ hasText: 'Your role' }).locator('summary');
  for (let n = 0; n < 80 && !(await fold.evaluate((e) => e === document.activeElement)); n++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await tabTo(page, learner, 'checkbox', 'Neither of these');
  await page.keyboard.press('Space');
  await tabTo(page, learner, 'button', 'Keep this');
  await page.keyboard.press('Enter');

  await tabTo(page, learner, 'button', 'Save and exit');
  await page.keyboard.press('Enter');
  await expect(frame.getByRole('dialog')).toBeVisible();
  await expect(frame.getByRole('dialog').getByRole('heading')).toBeFocused();
});

test.describe('refresher', () => {
  test.use({ route: 'refresher' });

  test('2.1.1 Keyboard: refresher: what changed, questions, the lesson instead, the answers looked at, declaration', async ({
    launch,
    page,
    stored,
  }) => {
    test.slow();
    const learner = await launch('scorm12');
    const { frame } = learner;
    await beginByKeys(page, learner);
    await expect(learner.heading('What changed', 1)).toBeFocused();
    await tabTo(page, learner, 'link', 'Go to the questions');
    await page.keyboard.press('Enter');
    await expect(learner.heading('The questions', 1)).toBeFocused();
    await tabTo(page, learner, 'button', 'Start the questions');
    await page.keyboard.press('Enter');

    const ask = async (n: number) => {
      await expect(frame.getByText(`Question ${n} of 12`, { exact: true })).toBeVisible();
      const item = await learner.question();
      // Coming back from the lesson, the screen's own heading comes first.
      const focused = n === 3 ? learner.heading('The questions', 1) : frame.getByRole('heading', { name: item.stem });
      await expect(focused).toBeFocused();
      return item;
    };
    const { section } = await ask(1);
    await tabTo(page, learner, 'button', 'Show me the lesson instead');
    await page.keyboard.press('Enter');
    await expect(frame.locator(`#${section} h1, #int h1`).first()).toBeFocused();
    await tabTo(page, learner, 'link', 'Back to the questions');
    await page.keyboard.press('Enter');
    for (let n = 3; n <= 12; n++) {
      const item = await ask(n);
      await learner.give(item, keyOf(item));
      await tabTo(page, learner, 'button', 'I’m sure');
      await page.keyboard.press('Enter');
    }
    await expect(learner.heading('What to look at again')).toBeFocused();
    const fold = frame.locator('[data-group="sco"] > details > summary');
    for (let n = 0; n < 40 && !(await fold.evaluate((e) => e === document.activeElement)); n++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(
      frame.locator('[data-group="sco"]').getByRole('heading', { name: 'That is right' }).first(),
    ).toBeVisible();
    await expect(learner.saved()).toHaveText('Saved');
    expect(stored('scorm12').get(names.scorm12.score)).toBe('83.33');
  });
});
