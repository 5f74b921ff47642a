import { expect, sectionsDone, test } from './lms.ts';

const standard = 'scorm12';

test('Back and Forward move between screens, focus goes to each heading, and no session is lost', async ({
  launch,
  page,
  lms,
}) => {
  const learner = await launch(standard);
  await learner.begin();
  await learner.finishLesson();
  await expect(learner.frame.locator('#limes_notice h1')).toBeFocused();
  await page.evaluate(() => history.back());
  await expect(learner.frame.locator('#int h1')).toBeFocused();
  await page.evaluate(() => history.forward());
  await expect(learner.frame.locator('#limes_notice h1')).toBeFocused();
  await expect(learner.frame.locator('.screen:visible')).toHaveCount(1);
  expect(lms.db.prepare('select count(*) n from sessions').get()).toEqual({ n: 1 });
});

test('what is drawn on one screen shares no id, and so no instruction and no group of radio buttons, with another', async ({
  launch,
  earlier,
}) => {
  earlier(standard, { ...sectionsDone, place: 'desk_photo', stories: {} });
  const learner = await launch(standard);
  for (const screen of ['desk_photo', 'team_clip', 'helper', 'check']) await learner.open(screen);
  await learner.button('Start the check').click();
  await learner.question();
  const ids = await learner.frame.evaluate(() => [...document.querySelectorAll('[id]')].map((e) => e.id));
  expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
  const names = await learner.frame.evaluate(() =>
    [...document.querySelectorAll('.screen')].flatMap((screen) => [
      ...new Set([...screen.querySelectorAll<HTMLInputElement>('input[type=radio]')].map((radio) => radio.name)),
    ]),
  );
  expect(names.length).toBeGreaterThan(2);
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
});

test('a submit with nothing chosen says so and moves focus into the group', async ({ launch, earlier }) => {
  earlier(standard, { ...sectionsDone, place: 'desk_photo', stories: {} });
  const learner = await launch(standard);
  await learner.button('Do this').click();
  await expect(learner.frame.getByRole('alert')).toHaveText('Choose what you do first.');
  await expect(learner.frame.getByRole('radio').first()).toBeFocused();
  await expect(learner.frame.getByRole('group', { name: /Decision 1/ })).toHaveAccessibleDescription(
    'Choose what you do first.',
  );
  await learner.frame.getByRole('link', { name: 'Posting well' }).click();
  await learner.frame.locator('a[href="#check"]').first().click();
  await learner.button('Start the check').click();
  await learner.button('I’m sure').click();
  await expect(learner.frame.getByRole('alert')).toBeVisible();
});

test('a wrong decision shows what follows before the reason, and can be taken again; the record keeps the first', async ({
  launch,
  earlier,
  stored,
}) => {
  earlier(standard, { ...sectionsDone, place: 'desk_photo', stories: {} });
  const learner = await launch(standard);
  const scenario = learner.course.scenarios['desk_photo'];
  const situation = scenario?.situations[scenario.start];
  const wrong = situation?.choices.find((c) => !c.best);
  const best = situation?.choices.find((c) => c.best);
  await learner.decide(wrong?.text ?? '', false);
  await expect(learner.frame.locator('.consequence').getByText(wrong?.consequence[0]?.text ?? '?')).toBeVisible();
  await expect(learner.heading('Why this went wrong')).toBeVisible();
  await learner.button('Change my decision').click();
  await learner.decide(best?.text ?? '');
  await expect(learner.saved()).toHaveText('Saved');
  const record = stored(standard);
  expect(record.get('cmi.interactions.0.id')).toBe('wrk_desk_photo_d1');
  expect(record.get('cmi.interactions.0.student_response')).toBe(wrong?.id);
  expect(record.has('cmi.interactions.1.id')).toBe(false);
});

test('after the ending any decision can be taken again and compared; the record keeps the first', async ({
  launch,
  earlier,
  stored,
}) => {
  earlier(standard, { ...sectionsDone, place: 'wrk', stories: {} });
  const learner = await launch(standard);
  await learner.finishLesson();
  await learner.play('desk_photo');
  await expect(learner.heading('How it ended')).toBeFocused();
  await expect(learner.saved()).toHaveText('Saved');
  const answers = () => [...stored(standard)].filter(([k]) => /interactions\.\d+\.(id|student_response)$/.test(k));
  const before = answers();
  const scenario = learner.course.scenarios['desk_photo'];
  const first = scenario?.situations[scenario.start];
  const other = first?.choices.find((c) => !c.best);
  await learner.button(`Decide again: ${first?.ask}`).click();
  await learner.decide(other?.text ?? '?', false);
  await expect(learner.frame.locator('.consequence').getByText(other?.consequence[0]?.text ?? '?')).toBeVisible();
  await learner.button(/^(Go on|What you can still do)$/).click();
  await learner.saveAndExit();
  // The other telling may reach decisions that are new; what was recorded stays as it was.
  expect(answers().slice(0, before.length)).toEqual(before);
});

test('without an LMS the module works, says that nothing is recorded and keeps the place in the browser', async ({
  page,
  lms,
  person,
  launch: _watch,
}) => {
  await page.goto(lms.launch(person, 'induction-scorm12'));
  const module = page.locator('#module');
  // The player gives its frame an address once it knows the attempt.
  await expect(module).toHaveAttribute('src', /./);
  const src = await module.getAttribute('src');
  await page.goto(new URL(src ?? '', page.url()).href);
  await expect(page.getByText('Nothing is being recorded.')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Begin' }).click();
  await page.getByRole('link', { name: 'Done, next section' }).click();
  await expect(page.locator('#limes_notice h1')).toBeVisible();
  await page.reload();
  await expect(page.locator('#limes_notice h1')).toBeVisible();
});

test('a story that may be hard to read says so first, and can be passed over: done, unrecorded, and still there to play', async ({
  launch,
  earlier,
  stored,
}) => {
  const { they_came: _, ...stories } = sectionsDone.stories ?? {};
  earlier(standard, { ...sectionsDone, place: 'they_came', stories });
  const learner = await launch(standard);
  const { frame } = learner;
  const story = learner.course.scenarios['they_came'];
  await expect(frame.locator('.stage')).toContainText(`Before you begin: ${story?.note}`);
  const left = frame.locator('.thread [data-part="pur"]');
  await expect(left).not.toHaveAttribute('data-state', 'done');
  await learner.button('Skip this story').click();
  await expect(frame.locator('#they_came')).toBeHidden();
  await expect(frame.locator('.screen:visible h1')).toBeFocused();
  await expect(left).toHaveAttribute('data-state', 'done');
  expect([...stored(standard).values()].filter((value) => value.includes('they_came'))).toEqual([]);

  await learner.open('they_came');
  await expect(learner.button('Skip this story')).toHaveCount(0);
  await learner.play('they_came');
  const card = frame.locator('#they_came .ended .piece');
  await expect(card.getByRole('heading')).toHaveText('Good sense: our advice, not a rule');
  await expect(card.getByRole('listitem')).toHaveCount(story?.goodSense?.length ?? 0);
  await expect(card).not.toContainText('{support}');
});

test('a story goes on from what was done: decided again, other lines arrive, and the record keeps the first', async ({
  launch,
  earlier,
  stored,
}) => {
  earlier(standard, { ...sectionsDone, place: 'they_came', stories: {} });
  const learner = await launch(standard);
  const { frame } = learner;
  const situations = learner.course.scenarios['they_came']?.situations ?? {};
  const line = (of: 'when' | 'unless') =>
    frame.locator('.stage').getByText(situations['d2']?.arrives.find((a) => a[of])?.text ?? '?');
  const [d1 = '', late = '', d2 = ''] = ['d1', 'd2_late', 'd2'].map(
    (id) => situations[id]?.choices.find((c) => c.best)?.id ?? '',
  );
  const slip = situations['d1']?.choices.find((c) => c.goto === 'd2_late')?.id ?? '';
  await learner.play('they_came', [d1]);
  await expect(line('when')).toBeVisible();
  await expect(line('unless')).toHaveCount(0);
  await learner.play('they_came', [d1, d2], 1);
  await learner.button(`Decide again: ${situations['d1']?.ask}`).click();
  await learner.play('they_came', [slip, late]);
  await expect(line('unless')).toBeVisible();
  await expect(line('when')).toHaveCount(0);
  const first = [...stored(standard)].filter(([, value]) => value === 'pur_they_came_d1');
  expect(first).toHaveLength(1);
  expect(stored(standard).get(String(first[0]?.[0]).replace(/id$/, 'student_response'))).toBe(d1);
});
