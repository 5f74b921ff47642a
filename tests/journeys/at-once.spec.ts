import type { Frame, Page } from 'playwright/test';
import { serveGallery } from '../gallery/serve.ts';
import { back, documentOf, drawn, hold, live } from './held.ts';
import { CUT_OFF } from './in-view.ts';
import { course, expect, sectionsDone, test } from './lms.ts';

const standard = 'scorm12';

const begin = (frame: Frame) => frame.locator('#start').getByRole('link', { name: 'Begin' }).click();
const box = (frame: Frame, text: string) => frame.locator('.screen:visible').getByRole('checkbox', { name: text });
const runs = 'I run or post for a University account';

/** Where the words of the screen on show stand, to be compared. */
const places = (frame: Frame) =>
  frame.evaluate(() =>
    [...document.querySelectorAll('.screen h1, .screen h2, .screen p, .screen input')]
      .filter((e) => e.getClientRects().length > 0 && e.textContent !== '')
      .map((e) => `${e.textContent?.slice(0, 20)} ${Math.round(e.getBoundingClientRect().top)}`),
  );

test('Begin works before the scripts: the scene is read and answered, nothing moves, and what was chosen is kept', async ({
  launch: _watch,
  page,
  lms,
  person,
}) => {
  // While a document loads, Chromium takes the focus to the place of its address by itself: here it has loaded.
  const release = await hold(page, /$^/);
  const frame = await documentOf(page, lms.launch(person, `induction-${standard}`));
  await frame.waitForLoadState('load');
  await begin(frame);
  await expect(frame.locator('.screen:visible')).toHaveCount(1);
  const first = frame.locator('#int').getByRole('radio').first();
  await first.check();
  await first.scrollIntoViewIfNeeded();
  const before = await places(frame);
  release();
  await drawn(frame, course);
  expect(await places(frame)).toEqual(before);
  await expect(first).toBeChecked();
  await expect(first).toBeFocused();
  await frame.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(frame.getByRole('alert')).toBeVisible();
  expect(await frame.evaluate(() => location.hash)).toBe('#int');
});

test('what gives the module life is asked for once the first screen is painted', async ({ launch }) => {
  const { frame } = await launch(standard);
  const [painted, asked] = await frame.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    Object.fromEntries(
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter((e) => /(live|preact|mount)\.js$|induction\.json$/.test(e.name))
        .map((e) => [e.name.replace(/.*\//, ''), Math.round(e.startTime)]),
    ),
  ]);
  expect(painted).toBeGreaterThan(0);
  expect(Object.keys(asked).sort()).toEqual(['induction.json', 'live.js', 'mount.js', 'preact.js']);
  for (const at of Object.values(asked)) expect(at).toBeGreaterThanOrEqual(Math.floor(painted));
});

test('what is folded opens before the scripts, and is found by the browser’s search once they are there', async ({
  launch: _watch,
  page,
  lms,
  person,
}) => {
  const release = await hold(page, /$^/);
  const frame = await documentOf(page, lms.launch(person, `induction-${standard}`));
  await begin(frame);
  const rules = frame.locator('#int .rules');
  const inside = rules.locator('dd').first();
  await expect(inside).toBeHidden();
  await rules.locator('summary').click();
  await expect(inside).toBeVisible();
  await rules.locator('summary').click();
  await expect(inside).toBeHidden();
  release();
  await drawn(frame, course);
  await expect(inside).toBeHidden();
  // That search can be asked for by a person alone. It looks into what is laid out and not drawn, and opens it.
  const kept = (fold: Element) => {
    const { display, contentVisibility } = getComputedStyle(fold, '::details-content');
    return { display, contentVisibility };
  };
  expect(await rules.evaluate(kept)).toEqual({ display: 'block', contentVisibility: 'hidden' });
});

test.describe('without the first picture', () => {
  test.use({ tolerate: /Failed to load resource/ });
  for (const [what, without] of [
    ['without the script that tells of it', (page: Page) => page.route('**/early.js', (route) => route.abort())],
    [
      'where none is told of, as out of sight',
      (page: Page) => page.addInitScript(() => Object.assign(PerformanceObserver.prototype, { observe() {} })),
    ],
  ] as const)
    test(`the module comes to life ${what}`, async ({ launch: _watch, page, lms, person }) => {
      await without(page);
      const frame = await documentOf(page, lms.launch(person, `induction-${standard}`));
      await begin(frame);
      await drawn(frame, course);
    });
});

test('a link into the middle of another screen works before the scripts', async ({
  launch: _watch,
  page,
  lms,
  person,
}) => {
  const release = await hold(page);
  const frame = await documentOf(page, lms.launch(person, `induction-${standard}`));
  await expect
    .poll(() =>
      frame.evaluate(() => performance.getEntriesByName(new URL('assets/early.js', location.href).href).length),
    )
    .toBe(1);
  for (const [id, screen] of [
    ['checklist-disclaimer', 'checklists'],
    ['asked-politics', 'asked'],
    ['int', 'int'],
  ]) {
    await frame.evaluate((hash) => {
      location.hash = hash ?? '';
    }, id);
    await expect(frame.locator('.screen:visible')).toHaveCount(1);
    await expect(frame.locator(`#${screen}`)).toBeVisible();
    await expect(frame.locator(`#${id}`)).toBeInViewport();
  }
  release();
  await live(frame);
  await expect(frame.locator('.screen:visible')).toHaveCount(1);
});

test('a page reloaded at a place inside a screen shows it before the scripts; a screen that still comes is shown when it has', async ({
  launch: _watch,
  page,
  lms,
  person,
}) => {
  const release = await hold(page);
  const frame = await documentOf(page, lms.launch(person, `induction-${standard}`));
  await frame.evaluate(() => {
    location.hash = 'asked-politics';
    location.reload();
  });
  await expect(frame.locator('#asked')).toBeVisible();
  await expect(frame.locator('#asked-politics')).toBeInViewport();
  await expect(frame.locator('.screen:visible')).toHaveCount(1);

  const screen = await frame.evaluateHandle(() => {
    const found = document.querySelector('#int');
    found?.remove();
    location.hash = 'int';
    return found;
  });
  await expect(frame.locator('#start')).toBeVisible();
  await frame.evaluate((found) => document.querySelector('#start')?.after(found ?? ''), screen);
  await expect(frame.locator('#int h1')).toBeInViewport();
  await expect(frame.locator('.screen:visible')).toHaveCount(1);
  release();
  await live(frame);
  await expect(frame.locator('.screen:visible')).toHaveCount(1);
});

for (const early of [true, false])
  test(`what was read before the scripts counts, twice in a row${early ? '' : '; without the note of it nothing is claimed'}`, async ({
    launch: _watch,
    page,
    lms,
    person,
  }) => {
    const release = await hold(page, early ? undefined : /(early|module)\.js$/);
    const frame = await documentOf(page, lms.launch(person, `induction-${standard}`));
    if (early)
      await expect
        .poll(() =>
          frame.evaluate(() => performance.getEntriesByName(new URL('assets/early.js', location.href).href).length),
        )
        .toBe(1);
    await begin(frame);
    await box(frame, runs).check();
    await frame.locator('#int [data-read]').click();
    await frame.locator('#sta [data-read]').click();
    await expect(frame.locator('#limes_notice h1')).toBeVisible();
    release();
    await drawn(frame, course);
    await expect(frame.locator('#limes_notice h1')).toBeVisible();
    await expect(frame.locator('.thread [data-part="int"]')).toHaveAttribute('data-state', early ? 'done' : 'open');
    await expect(frame.locator('.thread [data-part="sta"]')).toHaveAttribute('data-state', early ? 'started' : 'open');
  });

test('who comes back and has done nothing is taken to their place and told so; who has begun stays, with an offer', async ({
  launch: _watch,
  earlier,
  page,
  lms,
  person,
}) => {
  earlier(standard, back);
  const release = await hold(page);
  const frame = await documentOf(page, lms.launch(person, `induction-${standard}`));
  await begin(frame);
  await expect(frame.locator('#int h1')).toBeVisible();
  release();
  await live(frame);
  await expect(frame.locator('#wrk h1')).toBeFocused();
  await expect(frame.locator('#arrival')).toContainText('You are back where you were.');
  await page.keyboard.press('Tab');
  await expect(frame.locator('#arrival')).toBeHidden();

  await page.unroute('**/*');
  await page.goto('about:blank');
  const again = await hold(page);
  const second = await documentOf(page, lms.launch(person, `induction-${standard}`));
  await begin(second);
  await second.locator('#int').getByRole('radio').first().check();
  const before = await places(second);
  again();
  await drawn(second, course);
  expect(await places(second)).toEqual(before);
  await second.locator('#arrival').getByRole('link', { name: 'Continue where you were: Social media at work' }).click();
  await expect(second.locator('#wrk h1')).toBeFocused();
  await expect(second.locator('#arrival')).toBeHidden();
});

test('second visit: the start screen says how far one is and has one button, which names the place', async ({
  launch,
  earlier,
}) => {
  earlier(standard, back);
  const learner = await launch(standard);
  await learner.link('Posting well').click();
  const way = learner.frame.locator('.way-in');
  await expect(way).toContainText('of 8 sections done');
  await expect(way.getByRole('link')).toHaveText('Continue where you were: Social media at work');
  await way.getByRole('link').click();
  await expect(learner.frame.locator('#wrk h1')).toBeFocused();
});

test('double presses, Back, a dot of the thread and Save and exit before the scripts are honoured', async ({
  launch: _watch,
  page,
  lms,
  person,
}) => {
  const release = await hold(page);
  const frame = await documentOf(page, lms.launch(person, `induction-${standard}`));
  await frame.locator('#start').getByRole('link', { name: 'Begin' }).dblclick();
  await expect(frame.locator('#int input:checked')).toHaveCount(0);
  await expect(frame.locator('#int h1')).toBeVisible();
  await page.evaluate(() => history.back());
  await expect(frame.locator('#start h1')).toBeVisible();
  await frame.locator('.thread [data-part="wrk"] a').click();
  await expect(frame.locator('#wrk h1')).toBeVisible();
  await frame.locator('#exit').click();
  release();
  await live(frame);
  await expect(frame.locator('#wrk h1')).toBeVisible();
  await expect(frame.getByRole('dialog')).toBeVisible();
  await expect(frame.getByRole('dialog').getByRole('heading', { name: 'Saved' })).toBeVisible();
});

test('a new screen begins in view where the page around is scrolled, clear of its bar; reading scrolls nothing', async ({
  launch: _watch,
  page,
  lms,
  person,
}) => {
  await page.goto(lms.launch(person, `induction-${standard}`));
  const module = page.locator('#module');
  // The player gives its frame an address once it knows the attempt.
  await expect(module).toHaveAttribute('src', /./);
  const src = await module.getAttribute('src');
  const address = new URL(src ?? '', page.url());
  const around = new URL('/around', address).href;
  await page.route(around, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<body style="margin:0;height:3000px;width:1200px"><div style="position:fixed;inset:0 0 auto;height:60px;background:#eee"></div>
        <iframe name="module" src="${address.href}" style="position:absolute;top:285px;left:0;width:714px;height:666px;border:0"></iframe>`,
    }),
  );
  await page.goto(around);
  const frame = page.frame({ name: 'module' });
  if (!frame) throw new Error('no frame');
  await live(frame);
  const top = () => page.locator('iframe').evaluate((e) => Math.round(e.getBoundingClientRect().top));
  expect(await top()).toBe(285);
  await page.evaluate(() => scrollTo(40, 500));
  expect(await top()).toBe(-215);
  await frame.evaluate(() => document.querySelector<HTMLElement>('.way-in summary')?.click());
  expect(await top()).toBe(-215);
  await frame.evaluate(() => document.querySelector<HTMLElement>('.way-in .button')?.click());
  await expect(frame.locator('#int h1')).toBeFocused();
  await expect.poll(top).toBe(60);
  expect(await page.evaluate(() => scrollX)).toBe(40);
  // What is in view already stays where it is.
  await page.evaluate(() => scrollTo(40, 100));
  await frame.evaluate(() => document.querySelector<HTMLElement>('#int [data-read]')?.click());
  await expect(frame.locator('#limes_notice h1')).toBeFocused();
  expect(await top()).toBe(185);
});

test.describe('the line breaks right after the launch', () => {
  test.use({ tolerate: CUT_OFF });

  test('the screen says what is missing, and a press loads it', async ({ launch, earlier, page }) => {
    await page.clock.install();
    await page.route('**/mount.js', (route) => route.abort());
    earlier(standard, { ...sectionsDone, place: 'desk_photo' });
    const learner = await launch(standard);
    const again = learner.button('Try again now');
    for (let n = 0; n < 40 && !(await again.isVisible()); n++) await page.clock.runFor(1000);
    await expect(learner.frame.getByText('Part of the module could not load.')).toBeVisible();
    await page.unroute('**/mount.js');
    await again.click();
    for (let n = 0; n < 20 && (await again.isVisible()); n++) await page.clock.runFor(100);
    await expect(learner.heading('How it ended')).toBeVisible();
    await expect(again).toBeHidden();
  });
});

test('without scripts the web site says it once', async ({ browser }) => {
  const server = await serveGallery('dist/site');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.url}/induction`);
  await expect(page.getByText('Scripts are off')).toBeVisible();
  await expect(page.locator('#banner')).toBeHidden();
  await context.close();
  await server.close();
});
