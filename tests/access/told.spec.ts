import { CUT_OFF, cutOff } from '../journeys/in-view.ts';
import { beginByKeys } from '../journeys/keys.ts';
import type { Learner } from '../journeys/learner.ts';
import { course, expect, sectionsDone, test } from '../journeys/lms.ts';
import { paperWhere } from './tour.ts';

test.use({ tolerate: CUT_OFF });

/**
 * Words that came into a live region while the focus stayed where it was. The region of a status was there before its
 * words: one that comes with them is not told by every screen reader.
 */
async function toldInPlace(learner: Learner, act: () => Promise<void>, words: string | RegExp): Promise<void> {
  const where = await learner.frame.evaluateHandle(() => document.activeElement);
  const before = await learner.frame.evaluateHandle(() => new Set(document.querySelectorAll('[role=status]')));
  await act();
  const told = learner.frame.locator('[role=status]:visible, [role=alert]:visible').filter({ hasText: words });
  await expect(told.first()).toBeVisible();
  const regions = await told.evaluateAll((all, known) => all.map((e) => e.role === 'alert' || known.has(e)), before);
  expect(regions, `“${words}” is in a region that was there before`).toContain(true);
  expect(await where.evaluate((e) => e === document.activeElement), String(words)).toBe(true);
}

test('4.1.3 Status Messages: not saved and why, saved again, places found, words copied, a step moved: told without the focus moving', async ({
  launch,
  earlier,
  page,
}) => {
  earlier('scorm12', { ...sectionsDone, attempt: paperWhere(course, (asked) => asked.indexOf('order') > 0) });
  const learner = await launch('scorm12');
  const { frame } = learner;
  await learner.open('search');
  const field = frame.getByRole('searchbox');
  await field.fill('disclaimer');
  await toldInPlace(learner, () => field.press('Enter'), /^\d+ places found/);
  await learner.open('checklists');
  const copy = learner.button(/^Copy /).first();
  await copy.focus();
  await toldInPlace(learner, () => page.keyboard.press('Enter'), /^Copied|Press/);

  await learner.open('check');
  await learner.button('Start the check').click();
  await cutOff(page);
  await learner.answer(true);
  await toldInPlace(learner, async () => {}, 'Not saved yet');
  await expect(frame.locator('#banner')).toHaveRole('status');
  await expect(frame.locator('#saved')).toHaveAttribute('aria-live', 'polite');
  await learner.button('Next question').focus();
  await page.unroute('**/*');
  await toldInPlace(
    learner,
    async () => {
      await frame.evaluate(() => dispatchEvent(new Event('online')));
      await expect(learner.saved()).toHaveText('Saved');
    },
    'Saved',
  );
  for (let n = 2; n <= 12; n++) {
    await learner.button('Next question').click();
    await expect(frame.getByText(`Question ${n} of 12`, { exact: true })).toBeVisible();
    if ((await learner.question()).type === 'order') break;
    await learner.answer(true);
  }
  await learner
    .button(/^Move down: /)
    .first()
    .focus();
  await toldInPlace(learner, () => page.keyboard.press('Enter'), /: now step 2 of \d$/);
});

test('3.3.7 Redundant Entry: who has said a role or made the declaration is not asked again, now or at the next launch', async ({
  launch,
  earlier,
  page,
}) => {
  earlier('scorm12', { ...sectionsDone, roles: null, assessed: true, best: 100, papers: 1, place: 'start' });
  let learner = await launch('scorm12');
  const open = async () => {
    const asked: string[] = [];
    for (const id of ['start', ...course.parts.flatMap((p) => [p.id, ...p.scenarios]), 'check', 'declare', 'finish']) {
      await learner.open(id);
      const boxes = learner.frame.locator(`#${id}`).getByRole('checkbox', { disabled: false });
      asked.push(
        ...(await boxes.evaluateAll((all, at) => all.map((b) => `${at}: ${b.closest('label')?.textContent}`), id)),
      );
      // Nothing is ever typed but what is searched for.
      asked.push(...(await learner.frame.locator(`#${id}`).getByRole('textbox').allTextContents()));
    }
    return asked.filter((a) => !/name/i.test(a));
  };
  const role = /role|account/i;
  await learner.open('start');
  const fold = learner.frame.locator('.screen:visible details').filter({ hasText: 'Your role' });
  if ((await fold.count()) > 0) await fold.locator('summary').click();
  else await beginByKeys(page, learner);
  await learner.frame.locator('.screen:visible').getByRole('checkbox', { name: 'Neither of these' }).check();
  await learner.button('Keep this').click();
  // Where it is asked in this launch as well, what was said is there.
  const first = course.parts[0]?.id ?? '';
  await learner.open(first);
  await expect(learner.frame.locator(`#${first}`).getByRole('checkbox', { name: 'Neither of these' })).toBeChecked();
  await learner.open('check');
  await expect(learner.saved()).toHaveText('Saved');
  // With the declaration made nobody is asked for a role any more: so the next launch is looked at before it as well.
  learner = await launch('scorm12');
  expect((await open()).filter((a) => !a.startsWith('declare: '))).toEqual([]);
  await learner.open('declare');
  await learner.frame.getByRole('checkbox').check();
  await learner.button(course.declaration.button).click();
  expect((await open()).filter((a) => !role.test(a) || /declare/.test(a))).toEqual([]);
  learner = await launch('scorm12');
  expect(await open()).toEqual([]);
});
