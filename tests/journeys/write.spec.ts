import type { Locator, Page } from 'playwright/test';
import { keyOf, rightWordings } from '../../src/quiz/marking.ts';
import type { WriteItem } from '../../src/quiz/model.ts';
import { stretches } from '../../src/quiz/write.ts';
import { look } from './axe.ts';
import { hidden, sizeFrame } from './in-view.ts';
import { arrowTo } from './keys.ts';
import type { Learner } from './learner.ts';
import { course, expect, inTheCheck, test } from './lms.ts';

const first = inTheCheck(0).paper.findIndex((q) => course.bank.find((i) => i.id === q.id)?.type === 'write');
/** Someone in the check, up to the first post to write of the paper. */
const atThePost = inTheCheck(first);
const post = course.bank.find((i) => i.id === atThePost.paper[first]?.id) as WriteItem;

/** How the post reads with an answer, as far as it has words. */
const read = (answer: string) =>
  stretches(post, answer)
    .map(({ text, place }) => text ?? `(to choose, ${place?.ask})`)
    .join('');
const wordsOf = (index: number, letter: string) =>
  post.places[index]?.wordings.find((w) => w.id === letter)?.text ?? '';
const wrongAt = (index: number) => post.places[index]?.wordings.find((w) => !w.key)?.id ?? '';

const draft = (learner: Learner) => learner.frame.getByRole('status', { name: 'As it reads now' });
const place = (learner: Learner, index: number): Locator =>
  learner.frame.getByRole('group', { name: post.places[index]?.ask ?? '', exact: true });
/** The button that answers; where there are two to say how sure one is, the first. */
const submit = (learner: Learner) => learner.frame.locator('form.question > .certainty .button').first();

/** Tabs forward, or back, until something has the focus. */
async function tabOnto(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let n = 0; n < 20; n++) {
    if (await target.evaluate((e) => e === document.activeElement || e.contains(document.activeElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error('not reached with the Tab key');
}

test('a post is written by keyboard: place by place, read as it changes, with its verdict and its record', async ({
  launch,
  earlier,
  page,
  stored,
}) => {
  earlier('scorm12', atThePost);
  const learner = await launch('scorm12');
  expect((await learner.question()).id).toBe(post.id);
  await expect(draft(learner)).toHaveText(read(''));
  const key = keyOf(post);
  for (const [i] of post.places.entries()) {
    await tabOnto(page, place(learner, i));
    await arrowTo(page, learner, wordsOf(i, key[i] ?? ''));
    await expect(draft(learner)).toHaveText(read(key.slice(0, i + 1)));
  }
  await tabOnto(page, submit(learner));
  await page.keyboard.press('Enter');
  await expect(learner.heading('That is right')).toBeFocused();
  const chosen = learner.frame.getByRole('radio', { checked: true });
  await expect(chosen).toHaveCount(post.places.length);
  for (const row of await chosen.all()) await expect(row).toHaveAccessibleName(/ Your answer · right$/);
  for (const [i, { wordings }] of post.places.entries()) {
    const because = wordings.find((w) => w.id === key[i])?.because ?? '';
    const said = learner.frame.locator('.why p', { hasText: because });
    // The first place is explained at once, the others on request.
    if (i === 1) await learner.frame.getByText('Every explanation').click();
    await expect(said).toBeVisible();
  }
  await expect(learner.saved()).toHaveText('Saved');
  const all = stored('scorm12');
  const [at] = [...all].find(([, value]) => value === post.id) ?? [''];
  const slot = at.replace(/\.id$/, '');
  expect(all.get(`${slot}.type`)).toBe('matching');
  expect(all.get(`${slot}.student_response`)).toBe([...key].map((w, i) => `${'abc'[i]}.${w}`).join(','));
  expect(all.get(`${slot}.correct_responses.0.pattern`)).toBe(all.get(`${slot}.student_response`));
});

test('places left empty are counted in words, with the focus on the first', async ({ launch, earlier }) => {
  earlier('scorm12', atThePost);
  const learner = await launch('scorm12');
  await learner.question();
  const missing = learner.frame.getByRole('alert');
  for (const [i] of [...post.places.entries()].reverse()) {
    await submit(learner).click();
    await expect(missing).toHaveText(
      i === 0 ? 'Choose the wording for one more place.' : `Choose the wording for ${i + 1} more places.`,
    );
    await expect(place(learner, 0).getByRole('radio').first()).toBeFocused();
    await place(learner, i)
      .getByRole('radio', { name: wordsOf(i, wrongAt(i)), exact: true })
      .check();
  }
  await submit(learner).click();
  await expect(learner.heading('That is not it')).toBeFocused();
});

test('a wrong place names what would have been right, and says why for both', async ({ launch, earlier }) => {
  earlier('scorm12', atThePost);
  const learner = await launch('scorm12');
  await learner.question();
  const answer = wrongAt(0) + keyOf(post).slice(1);
  await learner.give(post, answer);
  await submit(learner).click();
  await expect(learner.heading('Partly right')).toBeFocused();
  await expect(place(learner, 0).getByRole('radio', { checked: true })).toHaveAccessibleName(
    `${wordsOf(0, wrongAt(0))} Your answer · not this one`,
  );
  const [wrong] = post.places;
  for (const letter of wrong ? rightWordings(wrong) : '') {
    const name = `${wordsOf(0, letter)} Would have been right`;
    await expect(place(learner, 0).getByRole('radio', { name, exact: true })).toBeVisible();
  }
  const why = learner.frame.locator('.why > p');
  for (const w of wrong?.wordings ?? [])
    await expect(why.filter({ hasText: w.because })).toHaveCount(w.key || w.id === answer[0] ? 1 : 0);
  await expect(draft(learner)).toHaveText(read(answer));
});

test('a post that does not fit its box is scrolled by keys; one that fits is no stop on the way', async ({
  launch,
  earlier,
  page,
}) => {
  earlier('scorm12', atThePost);
  const learner = await launch('scorm12');
  await learner.question();
  const box = learner.frame.locator('.draft');
  await expect(box).not.toHaveAttribute('tabindex');
  await sizeFrame(page, learner, 320, 559);
  // As larger text under Display does (src/app/preferences.ts).
  const zoom = (to: string) =>
    learner.frame.evaluate((value) => document.documentElement.style.setProperty('--zoom', value), to);
  await zoom('1.5');
  const most = () => box.evaluate((e) => e.scrollHeight - e.clientHeight);
  await tabOnto(page, place(learner, 0));
  for (const [i, p] of post.places.entries()) {
    const longest = p.wordings.toSorted((a, b) => b.text.length - a.text.length)[0];
    await place(learner, i)
      .getByRole('radio', { name: longest?.text ?? '', exact: true })
      .check();
  }
  expect(await most()).toBeGreaterThan(20);
  await tabOnto(page, box.and(learner.frame.locator('[tabindex="0"]')), 'Shift+Tab');
  await page.keyboard.press('Home');
  await expect.poll(() => box.evaluate((e) => e.scrollTop)).toBe(0);
  await page.keyboard.press('End');
  await expect.poll(async () => (await most()) - (await box.evaluate((e) => e.scrollTop))).toBeLessThan(2);
  // A phone is turned, or text made larger, and nothing is chosen meanwhile.
  await zoom('0.6');
  await expect(box).not.toHaveAttribute('tabindex');
  await zoom('1.5');
  await expect(box).toHaveAttribute('tabindex', '0');
});

for (const [width, height] of [
  [367, 559],
  [320, 559],
  [320, 256],
] as const) {
  test(`${width} × ${height}: the post is in view while its words are chosen and never over what has the focus`, async ({
    launch,
    earlier,
    page,
  }) => {
    earlier('scorm12', atThePost);
    const learner = await launch('scorm12');
    await learner.question();
    await sizeFrame(page, learner, width, height);
    const { frame } = learner;
    const box = (selector: string) => frame.locator(selector).evaluate((e) => e.getBoundingClientRect().toJSON());
    const found: unknown[] = [];
    const seen = async () => {
      const [around, top] = [await box('.draft'), await box('.top')];
      if (height > 500 && (around.top < top.bottom - 1 || around.bottom > height)) found.push(around);
      if (height > 500 && around.height > height / 3) found.push(around.height);
      found.push(await hidden(learner));
      // Whatever is drawn at the focused row's corners is the row's own.
      found.push(
        await frame.evaluate(() => {
          const row = document.activeElement?.closest('label');
          const { left, top, bottom } = row?.getBoundingClientRect() ?? new DOMRect();
          return [top + 2, bottom - 2].every((y) => row?.contains(document.elementFromPoint(left + 24, y)))
            ? null
            : top;
        }),
      );
    };
    await tabOnto(page, place(learner, 0));
    await seen();
    for (const [i, p] of post.places.entries()) {
      await tabOnto(page, place(learner, i));
      for (const _ of p.wordings) {
        await page.keyboard.press('ArrowDown');
        await seen();
      }
    }
    await tabOnto(page, submit(learner));
    expect(await hidden(learner)).toBeNull();
    for (const [i] of [...post.places.entries()].reverse()) {
      // Scrolled by hand until what is to have the focus lies under the post.
      await place(learner, i)
        .getByRole('radio', { checked: true })
        .evaluate((e) => scrollBy(0, e.getBoundingClientRect().top - 100));
      await tabOnto(page, place(learner, i), 'Shift+Tab');
      await seen();
    }
    expect(found.filter((f) => f !== null)).toEqual([]);
    const rows = await frame.locator('.wordings label').evaluateAll((all) => all.map((e) => e.clientHeight));
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(44);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test.describe('axe finds nothing, in light, in dark and in forced colours', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a post to write: empty, half written on a phone, answered', async ({ launch, earlier, page }) => {
    earlier('scorm12', atThePost);
    const learner = await launch('scorm12');
    await learner.question();
    await look(learner, 'empty');
    await sizeFrame(page, learner, 320, 559);
    await place(learner, 0).getByRole('radio').first().check();
    await look(learner, 'half written');
    await learner.give(post, wrongAt(0) + keyOf(post).slice(1));
    await submit(learner).click();
    await expect(learner.heading('Partly right')).toBeVisible();
    await look(learner, 'answered');
  });
});
