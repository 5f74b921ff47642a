import type { Learner } from './learner.ts';
import { expect, names, sectionsDone, standards, test } from './lms.ts';

/** Opens the start screen and changes the answer to the role question. */
async function changeRoles(learner: Learner, ...texts: string[]): Promise<void> {
  const { frame } = learner;
  await frame.getByRole('link', { name: 'Posting well' }).click();
  const fold = frame.locator('#start details').filter({ hasText: 'Your role' });
  if (!(await fold.evaluate((d) => (d as HTMLDetailsElement).open)))
    await frame.getByText('Your role', { exact: true }).filter({ visible: true }).click();
  for (const box of await fold.getByRole('checkbox').all()) await box.setChecked(false);
  for (const text of texts) await fold.getByRole('checkbox', { name: text }).check();
  await learner.button('Keep this').click();
}

const runs = 'I run or post for a University account';
const neither = 'Neither of these';

for (const standard of standards) {
  test(`${standard}: the role adds the ninth lesson to what is left, or takes it away again, until completion; recorded once`, async ({
    launch,
    earlier,
    stored,
  }) => {
    earlier(standard, { ...sectionsDone, roles: null, assessed: true, best: 100, papers: 1, place: 'start' });
    const learner = await launch(standard);
    const { frame } = learner;
    const ninth = frame.locator('.thread [data-part="run"]');
    await expect(ninth).toBeHidden();

    await changeRoles(learner, runs);
    await expect(frame.locator('#start').getByRole('status')).toHaveText('Kept. Adds the lesson “Running an account”.');
    await expect(ninth).toBeVisible();
    await frame.evaluate(() => {
      location.hash = 'declare';
    });
    await frame.getByRole('checkbox').check();
    await learner.button(learner.course.declaration.button).click();
    await expect(learner.heading('What is left')).toBeVisible();
    await expect(frame.locator('#finish').getByRole('link', { name: 'Running an account' })).toBeVisible();
    await expect(learner.saved()).toHaveText('Saved');
    expect(stored(standard).get(names[standard].status)).not.toBe('passed');

    await changeRoles(learner, neither);
    await expect(frame.locator('#finish h1')).toBeFocused();
    await expect(learner.heading('You have completed the training')).toBeVisible();
    await expect(ninth).toBeHidden();
    await expect(learner.saved()).toHaveText('Saved');
    expect(stored(standard).get(names[standard].status)).toBe('passed');

    // The first answer is the one recorded, and after completion the question is gone.
    const record = stored(standard);
    const ids = [...record].filter(([k, v]) => /interactions\.\d+\.id$/.test(k) && v === 'role');
    expect(ids).toHaveLength(1);
    const slot = ids[0]?.[0].replace(/\.id$/, '') ?? '';
    const response = standard === 'scorm12' ? 'student_response' : 'learner_response';
    expect(record.get(`${slot}.${response}`)).toBe('a');
    await frame.getByRole('link', { name: 'Posting well' }).click();
    await expect(frame.locator('summary').filter({ hasText: 'Your role' })).toHaveCount(0);
  });
}

test('who runs an account passes once the ninth lesson and its two stories are done', async ({
  launch,
  earlier,
  stored,
}) => {
  const declared = { at: 1_790_000_000, edition: '2026.1' };
  earlier('scorm12', { ...sectionsDone, roles: ['runs_account'], assessed: true, best: 100, declared, place: 'run' });
  const learner = await launch('scorm12');
  await learner.finishLesson();
  const stories = learner.course.parts.find((p) => p.id === 'run')?.scenarios ?? [];
  for (const [i, id] of stories.entries()) {
    expect(stored('scorm12').get(names.scorm12.status)).toBe('incomplete');
    await learner.play(id);
    if (i + 1 < stories.length) await learner.leaveStory();
  }
  await expect(learner.saved()).toHaveText('Saved');
  expect(stored('scorm12').get(names.scorm12.status)).toBe('passed');
});
