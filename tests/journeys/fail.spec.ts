import { expect, inTheCheck, names, standards, test } from './lms.ts';

for (const standard of standards) {
  test(`${standard}: a failed paper names the weak sections, the next one is fresh, and the pass counts`, async ({
    launch,
    earlier,
    stored,
  }) => {
    const before = inTheCheck(11, (_, n) => n > 5);
    earlier(standard, before);
    const learner = await launch(standard);
    await learner.takePaper(() => true, 12);
    const first = before.paper.map((asked) => asked.id);
    await expect(learner.heading('Not there yet')).toBeFocused();
    await expect(learner.frame.getByText('7 of 12 right')).toBeVisible();
    await expect(learner.frame.locator('ul.weak').getByRole('link').first()).toBeVisible();
    expect(stored(standard).get(names[standard].status)).not.toBe('failed');
    expect(stored(standard).get(names[standard].status)).not.toBe('passed');

    const second: string[] = [];
    await learner.takePaper((item) => {
      second.push(item.id);
      return true;
    });
    await expect(learner.heading('You passed the check')).toBeVisible();
    expect(second.filter((id) => first.includes(id))).toEqual([]);
    await learner.declare();
    await expect(learner.saved()).toHaveText('Saved');
    expect(stored(standard).get(names[standard].status)).toBe('passed');
    expect(stored(standard).get(names[standard].score)).toBe('100');
  });

  test(`${standard}: a must-pass rule missed in a passing paper is asked again in another form before the pass`, async ({
    launch,
    earlier,
  }) => {
    // The ninth question of a paper or the tenth is about this rule.
    earlier(standard, inTheCheck(8));
    const learner = await launch(standard);
    const missed: string[] = [];
    await learner.takePaper((item) => {
      const miss = item.mustPass === 'PER-3';
      if (miss) missed.push(item.id);
      return !miss;
    }, 9);
    await expect(learner.heading('One more thing that must not slip through')).toBeFocused();
    await learner.button('Ask me again').click();
    const again = await learner.answer(false);
    expect(missed).not.toContain(again.id);
    await learner.button('Go on').click();
    await expect(learner.heading('One more thing that must not slip through')).toBeVisible();
    await learner.button('Ask me again').click();
    const third = await learner.answer(true);
    expect([...missed, again.id]).not.toContain(third.id);
    await learner.button('Go on').click();
    await expect(learner.heading('You passed the check')).toBeVisible();
    await expect(learner.frame.getByText('Your best result: 11 of 12 right')).toBeVisible();
  });
}
