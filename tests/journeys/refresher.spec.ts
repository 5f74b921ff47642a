import { expect, inTheQuestions, names, refresher, standards, test } from './lms.ts';

test.use({ route: 'refresher' });

for (const standard of standards) {
  test(`${standard}: a person who knows it all: what changed, twelve questions, declaration, recorded pass`, async ({
    launch,
    stored,
    flagged,
  }) => {
    const learner = await launch(standard);
    await expect(learner.frame.getByText('What changed, 12 questions, and only the sections you need.')).toBeVisible();
    await expect(learner.frame.getByText(/It takes \d to \d+ minutes if you know it all/)).toBeVisible();
    await learner.seeChanges();
    await learner.diagnose();
    await expect(learner.heading('Every section is done')).toBeFocused();
    expect(stored(standard).get(names[standard].status) ?? 'unknown').toMatch(/incomplete|unknown/);
    // Known, not read; and open all the same.
    await expect(learner.frame.locator('.thread [data-part="wrk"] .state')).toHaveText('known already');
    await learner.frame.getByRole('link', { name: 'Read “Usage at work”' }).click();
    await expect(learner.frame.locator('#wrk').getByText('Known already.')).toBeVisible();
    await learner.frame.getByRole('link', { name: 'Back to the questions' }).click();
    await learner.declare();
    await expect(learner.saved()).toHaveText('Saved');

    const record = stored(standard);
    expect(record.get(names[standard].status)).toBe('passed');
    expect(record.get(names[standard].score)).toBe('100');
    if (standard === 'scorm2004') expect(record.get('cmi.completion_status')).toBe('completed');
    const ids = [...record].filter(([k]) => /interactions\.\d+\.id$/.test(k)).map(([, v]) => v);
    expect(ids.filter((id) => id.startsWith('q_'))).toHaveLength(12);
    expect(ids).toEqual(expect.arrayContaining(['paper_1', 'declaration']));
    // The role question was passed over: nothing is claimed.
    expect(ids).not.toContain('role');
    expect(record.get(names[standard].suspend)?.length).toBeLessThanOrEqual(700);

    // A later visit shows everything and writes nothing.
    await learner.saveAndExit();
    const after = stored(standard);
    const again = await launch(standard);
    await expect(again.frame.getByText('You have already completed this')).toBeVisible();
    await again.frame.getByRole('link', { name: 'Posting well' }).click();
    await again.frame.getByRole('link', { name: 'The questions', exact: true }).click();
    await expect(again.heading('Every section is done')).toBeVisible();
    await again.saveAndExit();
    expect(stored(standard)).toEqual(after);
    expect(flagged(standard)).toEqual([]);
  });

  test(`${standard}: a section that is not known leads to its lesson, its scenario and fresh questions`, async ({
    launch,
    earlier,
    stored,
  }) => {
    const before = inTheQuestions((item) => item.section !== 'wrk', 11).progress;
    earlier(standard, before);
    const asked = before.paper.map((question) => question.id);
    const learner = await launch(standard);
    await learner.diagnose(() => true, 12);
    await expect(learner.heading('What to look at again')).toBeFocused();
    await expect(learner.frame.getByText('10 of 12 right', { exact: true })).toBeVisible();

    // The answers given, the right ones and the reasons are there now that all are in.
    const group = learner.frame.locator('[data-group="wrk"]');
    await expect(group.getByText('Not known yet.')).toBeVisible();
    await group.getByText('Your answers and why: 0 of 2 right').click();
    const item = learner.course.bank.find((i) => i.section === 'wrk' && asked.includes(i.id));
    await expect(group.getByRole('group', { name: item?.stem ?? '?' })).toBeVisible();
    await expect(group.getByRole('heading', { name: /^(That is not it|Partly right)$/ })).toHaveCount(2);

    await learner.button('Read “Usage at work”').click();
    await expect(learner.frame.locator('#wrk h1')).toBeFocused();
    await learner.finishLesson();
    await learner.play('desk_photo');
    await learner.leaveStory();
    await expect(learner.heading('The questions', 1)).toBeFocused();

    const first = await learner.recheck((n) => n === 1);
    expect(first.filter((i) => asked.includes(i.id))).toEqual([]);
    await expect(learner.heading('What to look at again')).toBeFocused();
    expect(stored(standard).get(names[standard].status)).not.toBe('failed');
    const second = await learner.recheck();
    expect(second.filter((i) => first.includes(i))).toEqual([]);
    await expect(learner.heading('Every section is done')).toBeFocused();
    await learner.declare();
    await expect(learner.saved()).toHaveText('Saved');
    expect(stored(standard).get(names[standard].status)).toBe('passed');
    expect(stored(standard).get(names[standard].score)).toBe('100');
  });
}

test('the lesson instead: it opens, costs nothing, and its end leads back to the next question', async ({
  launch,
  earlier,
}) => {
  earlier('scorm12', inTheQuestions(() => true, 7).progress);
  const learner = await launch('scorm12');
  await expect(learner.frame.getByText('Question 8 of 12', { exact: true })).toBeVisible();
  await learner.answerSilently(true);
  await expect(learner.frame.getByText('Question 9 of 12', { exact: true })).toBeVisible();
  const { section } = await learner.question();
  await learner.button('Show me the lesson instead').click();
  await expect(learner.frame.locator(`#${section} h1`)).toBeFocused();
  await learner.finishLesson();
  const [scenario = ''] = learner.course.parts.find((p) => p.id === section)?.scenarios ?? [];
  await learner.play(scenario);
  await learner.leaveStory();
  await learner.diagnose(() => true, 11);
  const group = learner.frame.locator(`[data-group="${section}"]`);
  await expect(group).toHaveAttribute('data-state', 'recheck');
  await learner.recheck();
  await expect(learner.heading('Every section is done')).toBeFocused();
});

test('leaving in the middle of the questions leads back to the same one, its options in the same order', async ({
  launch,
  earlier,
  page,
}) => {
  earlier('scorm12', inTheQuestions(() => true, 6).progress);
  const first = await launch('scorm12');
  // Up to a question whose options have an order, past one answered wrong.
  let at = 7;
  for (; at <= 11; at++) {
    await expect(first.frame.getByText(`Question ${at} of 12`, { exact: true })).toBeVisible();
    if (at > 8 && ['single', 'multiple'].includes((await first.question()).type)) break;
    await first.answerSilently(at !== 8);
  }
  const next = await first.question();
  expect(next.type, 'a type whose options have an order').toMatch(/^(single|multiple)$/);
  const options = await first.frame.locator('#check form label').allTextContents();
  await expect(first.saved()).toHaveText('Saved');
  await page.goto('about:blank'); // no goodbye: the tab is simply gone

  const again = await launch('scorm12');
  await expect(again.frame.getByText(`Question ${at} of 12`, { exact: true })).toBeVisible();
  expect((await again.question()).id).toBe(next.id);
  expect(await again.frame.locator('#check form label').allTextContents()).toEqual(options);
  await again.diagnose(() => true, at);
  await expect(again.frame.getByText('11 of 12 right', { exact: true })).toBeVisible();
});

test('someone who runs an account still owes its lesson before the pass counts', async ({ launch, stored }) => {
  const learner = await launch('scorm12');
  await learner.seeChanges('runs_account');
  await learner.diagnose();
  await learner.button('Read “Running an account”').click();
  await expect(learner.frame.locator('#run h1')).toBeFocused();
  await learner.frame.locator('a[href="#finish"], a[href="#start"]').first().click();
  await expect(learner.frame.getByRole('link', { name: /^Continue where you were: / })).toHaveAttribute('href', '#run');
  expect(stored('scorm12').get(names.scorm12.status)).toBe('incomplete');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('what changed and every lesson can be read', async ({ page, lms, person }) => {
    await page.goto(lms.launch(person, 'refresher-scorm12'));
    await page.getByRole('link', { name: 'Read the module without a record' }).click();
    await expect(page.getByText('Scripts are off, so nothing is recorded.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What changed', level: 1 })).toBeVisible();
    for (const part of refresher.parts) await expect(page.locator(`#${part.id} h1`)).toBeVisible();
    await expect(page.getByText('Known already.').first()).toBeHidden();
  });
});
