import type { Page } from 'playwright/test';
import { CUT_OFF, cutOff, hidden, sizeFrame } from './in-view.ts';
import type { Learner } from './learner.ts';
import { course, expect, inTheCheck, inTheQuestions, sectionsDone, test } from './lms.ts';

const standard = 'scorm12';
const declared = { at: 1_790_000_000, edition: course.edition };

test.use({ tolerate: CUT_OFF });

/** The header's height as a share of a 320 × 256 frame, and whether a word in it is broken into letters. */
async function header(learner: Learner) {
  return learner.frame.evaluate(() => {
    const height = (e: Element | null) => e?.getBoundingClientRect().height ?? 0;
    const lines = (e: Element) => height(e) / Number.parseFloat(getComputedStyle(e).fontSize);
    const words = [...document.querySelectorAll('.brand, #thread-short, #saved, #exit')];
    return {
      share: height(document.querySelector('.top')) / innerHeight,
      tall: words.filter((e) => lines(e) > 4).map((e) => e.textContent?.trim()),
    };
  });
}

/** In a 320 × 256 frame, with the module in this saved state, the header leaves most to the content. */
async function headerIsLow(page: Page, learner: Learner, state: string): Promise<void> {
  await expect(learner.saved()).toHaveText(state);
  await sizeFrame(page, learner, 320, 256);
  const { share, tall } = await header(learner);
  expect.soft(tall, state).toEqual([]);
  expect.soft(share, state).toBeLessThanOrEqual(0.3);
}

test('320 × 256: the header leaves most of the frame to the content (Saved, Not saved yet, Closed)', async ({
  launch,
  earlier,
  page,
}) => {
  earlier(standard, sectionsDone);
  const learner = await launch(standard);
  await learner.button('Start the check').click();
  await learner.question();
  await headerIsLow(page, learner, 'Saved');
  await cutOff(page);
  await learner.answer(true);
  await headerIsLow(page, learner, 'Not saved yet');
  await page.unroute('**/*');
  await learner.button('Save now').click();
  await expect(learner.saved()).toHaveText('Saved');
  await learner.saveAndExit();
  await headerIsLow(page, learner, 'Closed');
});

test('320 × 256: the header leaves most of the frame to the content (Open elsewhere)', async ({
  launch,
  earlier,
  page,
}) => {
  earlier(standard, inTheCheck(0));
  const learner = await launch(standard);
  await learner.question();
  await expect(learner.saved()).toHaveText('Saved');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.frameLocator('iframe').getByRole('button', { name: 'Carry on here instead' }).click();
  await headerIsLow(page, learner, 'Open elsewhere');
});

test('320 × 256: the header leaves most of the frame to the content (Review)', async ({ launch, earlier, page }) => {
  earlier(standard, { ...sectionsDone, assessed: true, best: 100, papers: 1, declared, passed: true });
  await headerIsLow(page, await launch(standard), 'Review');
});

/** Tabs through the question on screen and back; gives what was hidden when it had the focus. */
async function walkThrough(learner: Learner): Promise<string[]> {
  const page = learner.frame.page();
  const found: (string | null)[] = [];
  const inQuestion = () => learner.frame.evaluate(() => document.activeElement?.closest('form') !== null);
  let steps = 0;
  for (; steps < 40; steps++) {
    await page.keyboard.press('Tab');
    if (!(await inQuestion())) break;
    found.push(await hidden(learner));
  }
  for (let n = 0; n < steps; n++) {
    await page.keyboard.press('Shift+Tab');
    found.push(await hidden(learner));
  }
  return found.filter((f) => f !== null);
}

for (const [width, height] of [
  [714, 666],
  [367, 620],
  [320, 400],
] as const) {
  test(`${width} px: while work is not saved, nothing lies over the focus, and the word in the header leads to the reason and back`, async ({
    launch,
    earlier,
    page,
  }) => {
    earlier(standard, sectionsDone);
    const learner = await launch(standard);
    await sizeFrame(page, learner, width, height);
    await learner.button('Start the check').click();
    await cutOff(page);
    const found: (string | null)[] = [];
    for (let n = 1; n <= 4; n++) {
      await expect(learner.frame.getByText(`Question ${n} of 12`)).toBeVisible();
      found.push(await hidden(learner), await hidden(learner, '.question .kicker'));
      found.push(...(await walkThrough(learner)));
      await learner.answer(n !== 2);
      await expect(learner.saved()).toHaveText('Not saved yet');
      found.push(await hidden(learner), await hidden(learner, '.question > .why'));
      await learner.button('Next question').click();
    }
    expect(found.filter((f) => f !== null)).toEqual([]);

    await learner.button('Not saved yet').click();
    const banner = learner.frame.locator('#banner');
    await expect(banner).toBeFocused();
    await expect(banner).toBeInViewport({ ratio: 1 });
    await page.unroute('**/*');
    await learner.button('Save now').click();
    await expect(learner.saved()).toHaveText('Saved');
    expect(await learner.frame.evaluate(() => document.activeElement?.closest('form') !== null)).toBe(true);
    expect(await hidden(learner)).toBeNull();
  });
}

for (const [width, height] of [
  [1366, 800],
  [714, 666],
  [367, 620],
] as const) {
  test(`${width} px: a question comes with its number, an explanation and an ending with their edge`, async ({
    launch,
    earlier,
    page,
  }) => {
    earlier(standard, { ...sectionsDone, stories: {} });
    const learner = await launch(standard);
    await sizeFrame(page, learner, width, height);
    await learner.button('Start the check').click();
    const found: (string | null)[] = [];
    for (let n = 1; n <= 5; n++) {
      await expect(learner.frame.getByText(`Question ${n} of 12`)).toBeVisible();
      found.push(await hidden(learner, '.question .kicker'), await hidden(learner));
      await learner.answer(n !== 2);
      found.push(await hidden(learner, '.question > .why'), await hidden(learner));
      await learner.button('Next question').click();
    }
    await learner.frame.evaluate(() => {
      location.hash = 'desk_photo';
    });
    await learner.play('desk_photo');
    await expect(learner.heading('How it ended')).toBeFocused();
    found.push(await hidden(learner, '.ended .why'));
    await learner.frame.getByRole('link', { name: 'Can I post this?' }).first().click();
    await learner.frame.locator('#helper').getByRole('radio').first().check();
    await learner.button('Next').click();
    await expect(learner.frame.getByText('Question 2', { exact: true })).toBeVisible();
    found.push(await hidden(learner, '#helper .kicker'));
    expect(found.filter((f) => f !== null)).toEqual([]);
  });
}

test.describe('refresher', () => {
  test.use({ route: 'refresher' });

  /** A learner at the first fresh question on a section that went wrong, in Moodle's frame. */
  const freshOn = async (
    section: string,
    { launch, earlier, page }: Pick<Parameters<Parameters<typeof test>[2]>[0], 'launch' | 'earlier' | 'page'>,
  ) => {
    earlier(standard, inTheQuestions((item) => item.section !== section).learn(section).progress);
    const learner = await launch(standard);
    await sizeFrame(page, learner, 714, 666);
    await learner
      .button(/^Answer fresh questions on/)
      .first()
      .click();
    return learner;
  };

  test('714 px: a fresh question comes with its number', async ({ launch, earlier, page }) => {
    const learner = await freshOn('sco', { launch, earlier, page });
    await expect(learner.frame.getByText('Fresh question 1 of 2')).toBeVisible();
    expect(await hidden(learner, '.question .kicker')).toBeNull();
  });

  test('714 px: five things to sort into three groups are in one view with their buttons', async ({
    launch,
    earlier,
    page,
  }) => {
    const learner = await freshOn('wrk', { launch, earlier, page });
    await expect(learner.frame.locator('.sort')).toHaveCount(5);
    await expect(learner.frame.locator('.sort').first().getByRole('radio')).toHaveCount(3);
    await expect(learner.frame.locator('.question .kicker')).toBeInViewport({ ratio: 1 });
    await expect(learner.button('Not sure')).toBeInViewport({ ratio: 1 });
  });
});

test('1366 px: a story stands in the lesson’s column, and the name of its place above its timeline', async ({
  launch,
  earlier,
  page,
}) => {
  earlier(standard, { ...sectionsDone, stories: {}, place: 'sco' });
  await page.setViewportSize({ width: 1366, height: 900 });
  const learner = await launch(standard);
  const { frame } = learner;
  /** Where what is in it begins: the bar of a place goes from edge to edge, its words do not. */
  const left = (selector: string) =>
    frame.locator(selector).evaluate((e) => {
      const words = document.createRange();
      words.selectNodeContents(e);
      return Math.round(words.getBoundingClientRect().left);
    });
  const column = await left('#sco h1');
  const lefts: Record<string, number[]> = {};
  const wanted: Record<string, number[]> = {};
  for (const id of course.parts.flatMap((p) => p.scenarios)) {
    await frame.evaluate((hash) => {
      location.hash = hash;
    }, id);
    await frame.locator(`#${id} .timeline`).first().waitFor();
    const places = course.scenarios[id]?.place ? ['h1', '.stage > .place', '.timeline'] : ['h1', '.timeline'];
    lefts[id] = await Promise.all(places.map((p) => left(`#${id} ${p}`)));
    wanted[id] = places.map(() => column);
  }
  expect(lefts).toEqual(wanted);
});

for (const [width, height] of [
  [714, 666],
  [367, 620],
  [320, 256],
] as const) {
  test(`${width} px: with nothing chosen, the message is in view, and the question whole or not at all`, async ({
    launch,
    earlier,
    page,
  }) => {
    earlier(standard, { ...sectionsDone, stories: {}, place: 'desk_photo' });
    const learner = await launch(standard);
    await sizeFrame(page, learner, width, height);
    /** What is out of view, or cut. The page moves one picture after the message has come. */
    const look = async (stem: string) => {
      await expect(learner.frame.getByRole('alert')).toBeVisible();
      const cut = () =>
        learner.frame.evaluate((selector) => {
          const box = [...document.querySelectorAll(selector)]
            .find((e) => e.checkVisibility())
            ?.getBoundingClientRect();
          const top = document.querySelector('.top');
          const edge = top && getComputedStyle(top).position === 'sticky' ? top.getBoundingClientRect().bottom : 0;
          return box && box.top < edge && box.bottom > edge ? `${selector} is cut at ${edge} px` : null;
        }, stem);
      await expect
        .poll(async () => [await hidden(learner), await hidden(learner, '.missing'), await cut()])
        .toEqual([null, null, null]);
    };
    await learner.button('Do this').click();
    await look('.decision .ask');
    await learner.frame.evaluate(() => {
      location.hash = 'check';
    });
    await learner.button('Start the check').click();
    for (let n = 1; n <= 6; n++) {
      await expect(learner.frame.getByText(`Question ${n} of 12`)).toBeVisible();
      await learner.button('I’m sure').click();
      await look('.question .stem');
      await learner.answer(true);
      await learner.button('Next question').click();
    }
  });
}

test('a decision taken again from the first one has the focus', async ({ launch, earlier }) => {
  earlier(standard, { ...sectionsDone, place: 'desk_photo' });
  const learner = await launch(standard);
  await learner
    .button(/^Decide again/)
    .first()
    .click();
  await expect(learner.frame.locator('#desk_photo .timeline > li').first()).toBeFocused();
});

for (const route of ['induction', 'refresher'] as const)
  test.describe(route, () => {
    test.use({ route });

    for (const [width, height, most] of [
      [714, 666, 666], // in the first view
      [367, 559, 559], // and there, too, where a thumb's scroll would still be near
    ] as const)
      test(`${width} px: the way in is near, and what is recorded and who sees it is said before it`, async ({
        launch,
        page,
      }) => {
        const learner = await launch(standard);
        await sizeFrame(page, learner, width, height);
        const begin = await learner.link('Begin').evaluate((e) => e.getBoundingClientRect().bottom + scrollY);
        expect(begin).toBeLessThan(most);
        const said = learner.frame.getByText(/^Recorded with your name: .* HR and learning teams see this\.$/);
        await expect(said).toBeVisible();
        expect(await said.evaluate((e) => e.getBoundingClientRect().top + scrollY)).toBeLessThan(begin);
      });
  });

test('the result is told in right answers, before the declaration and after', async ({ launch, earlier }) => {
  earlier(standard, { ...sectionsDone, assessed: true, best: 91.67, papers: 1 });
  const learner = await launch(standard);
  await expect(learner.frame.getByText('Your best result: 11 of 12 right')).toBeVisible();
  await learner.declare();
  await learner.frame.evaluate(() => {
    location.hash = 'check';
  });
  await learner.button('See your result').click();
  await expect(learner.heading('Receipt')).toBeVisible();
});

test('367 px: what a thumb has to hit is 44 px high', async ({ launch, earlier, page }) => {
  earlier(standard, sectionsDone);
  const learner = await launch(standard);
  await sizeFrame(page, learner, 367, 720);
  const small = (selectors: string) =>
    learner.frame.evaluate(
      (all) =>
        [...document.querySelectorAll<HTMLElement>(all)]
          .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.5)
          .map((e) => `${e.className || e.tagName} "${e.textContent?.trim()}" ${e.getBoundingClientRect().height}`),
      selectors,
    );
  const found = await small('.foot nav a');
  await learner.button('Start the check').click();
  for (let n = 1; n <= 12; n++) {
    await expect(learner.frame.getByText(`Question ${n} of 12`)).toBeVisible();
    found.push(...(await small('.choice label, .bins label, .moves button, #check .button')));
    await learner.answer(n > 3);
    found.push(...(await small('#check :is(.clause-links a, summary, .button)')));
    await learner.button(n === 12 ? 'See the result' : 'Next question').click();
  }
  await learner.heading('Not there yet').waitFor();
  found.push(...(await small('#check :is(.weak a, .button)')));
  await learner.frame.evaluate(() => {
    location.hash = 'desk_photo';
  });
  await expect(learner.heading('How it ended')).toBeVisible();
  found.push(...(await small('#desk_photo :is(.decisions button, .decisions summary, .button)')));
  expect([...new Set(found)]).toEqual([]);
});
