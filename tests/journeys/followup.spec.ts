import { readFollowUp } from '../../src/course/record/grammar.ts';
import { expect, followup, standards, test } from './lms.ts';

test.use({ route: 'followup' });

/** What a completed follow-up is in each standard, and what it must not be. */
const statuses = {
  scorm12: { 'cmi.core.lesson_status': 'completed' },
  scorm2004: { 'cmi.completion_status': 'completed', 'cmi.success_status': 'unknown' },
} as const;

for (const standard of standards) {
  test(`${standard}: five cases, left in the middle and gone on with: completed, without a score; later only to look at`, async ({
    launch,
    stored,
    flagged,
    page,
  }) => {
    const is = () =>
      Object.fromEntries(Object.keys(statuses[standard]).map((e) => [e, stored(standard).get(e) ?? 'unknown']));
    const first = await launch(standard);
    await expect(first.frame.locator('#start .way-in').getByText('5 cases. Decide each')).toBeVisible();
    await expect(first.frame.getByRole('link', { name: 'Your declaration' })).toHaveCount(0);
    await first.frame.getByRole('link', { name: 'Begin' }).click();
    await expect(first.heading('The cases', 1)).toBeFocused();
    await first.button('Show the first case').click();
    await first.cases((n) => n !== 2, 1, 2);
    await expect(first.frame.locator('#thread-short')).toHaveText('2 of 5 cases answered');
    const third = await first.question();
    await page.goto('about:blank'); // no goodbye: the tab is simply gone

    const second = await launch(standard);
    await expect(second.frame.getByText('Case 3 of 5', { exact: true })).toBeVisible();
    expect((await second.question()).id).toBe(third.id);
    await second.cases(() => true, 3, 4);
    expect(Object.values(is())).not.toContain('completed');
    await second.cases(() => true, 5);
    await expect(second.heading('How it went', 1)).toBeFocused();
    await expect(second.heading('That was the last one')).toBeVisible();
    await expect(second.frame.locator('#finish').getByText('The learning system has it.')).toBeVisible();
    await expect(second.frame.locator('#finish figcaption')).toContainText('4 of 5 judged right.');
    const lesson = second.frame.locator('#finish').getByRole('link', { name: /^Read “/ });
    await expect(lesson).toHaveCount(1);
    await lesson.click();
    await expect(second.frame.locator('.lesson[data-shown] h1')).toBeFocused();
    await second.frame.locator('.lesson[data-shown]').getByRole('link', { name: 'Back to how it went' }).click();
    await expect(second.heading('How it went', 1)).toBeFocused();
    await second.saveAndExit();

    expect(is()).toEqual(statuses[standard]);
    const all = stored(standard);
    expect([...all.keys()].filter((element) => element.includes('score'))).toEqual([]);
    const ids = [...all].flatMap(([e, value]) => (/interactions\.\d+\.id$/.test(e) ? [value] : []));
    expect(ids.slice(0, 5).every((id) => followup.bank.some((i) => i.id === id))).toBe(true);
    expect(ids.slice(5)).toEqual(['followup_1']);
    const note = [...all.values()].map(readFollowUp).find((n) => n !== null);
    expect(note).toMatchObject({ right: 4, of: 5, edition: followup.edition, version: followup.version });
    expect(note?.weak).toHaveLength(1);

    const before = [...stored(standard)];
    const review = await launch(standard);
    await expect(review.frame.locator('#saved')).toHaveAttribute('data-kind', 'review');
    await review.open('finish');
    await expect(review.frame.locator('#finish figcaption')).toContainText('4 of 5 judged right.');
    await review.open('check');
    await review.frame.locator('#check').getByRole('link', { name: 'See how it went' }).click();
    await review.saveAndExit();
    const same = (list: readonly (readonly [string, string])[]) => list.filter(([e]) => !/time|session/.test(e));
    expect(same([...stored(standard)])).toEqual(same(before));
    expect(flagged(standard)).toEqual([]);
  });
}

test('a forced new attempt begins anew, with cases of its own', async ({ launch, stored }) => {
  const first = await launch('scorm12');
  await first.followup();
  await expect(first.heading('That was the last one')).toBeVisible();
  await expect(first.frame.locator('#finish').getByText('The learning system has it.')).toBeVisible();
  expect(stored('scorm12').get('cmi.core.lesson_status')).toBe('completed');
  await first.saveAndExit();
  const again = await launch('scorm12', true);
  await again.frame.getByRole('link', { name: 'Begin' }).click();
  await again.button('Show the first case').click();
  await again.cases(() => false, 1, 1);
  expect(stored('scorm12').get('cmi.core.lesson_status')).toBe('incomplete');
});
