import { expect, test } from 'playwright/test';
import { playwrightTab } from '../engines/playwright-tab.ts';
import { footNow, hardToHit, misplaced, moves, ownStyles, sizeFrame, untold } from './look.ts';
import { take, tours } from './tour.ts';
import { Walk } from './walk.ts';

/** https://www.w3.org/TR/WCAG22/#text-spacing */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';

/** The module's text is 17 px: twice that. */
const LARGE = 'html { font-size: 34px !important }';

/** The foot of the first screen of each route. */
const foots = new Map<string, string>();

const walk = new Walk(async ({ learner: { tab, course }, screen, devtools }) => {
  /** Help has changed its place or its words since the first screen. */
  const help = async () => {
    const foot = await tab.run('module', footNow);
    const first = foots.get(course.route) ?? foot;
    foots.set(course.route, first);
    if (!/help/i.test(foot)) return ['no help'];
    return foot === first ? [] : [`the foot is another: ${foot}`];
  };
  /** Wrong places of text in a frame of that size. */
  const placed = async (width: number, height: number) => {
    await sizeFrame(tab, width, height);
    const found = await tab.run('module', misplaced);
    return found.map((f) => `${width} px: ${f}`);
  };
  // 1280 × 1024 at 400 %; then a phone.
  const narrow = [...(await placed(320, 256)), ...(await placed(367, 559))];
  // All is drawn anew for each rule of the reader's own and each size, so one follows upon the other.
  await ownStyles(tab, SPACING);
  const spaced = [...(await placed(320, 640)), ...(await placed(714, 666))];
  await ownStyles(tab, LARGE);
  const large = await placed(714, 666);
  await ownStyles(tab);
  const thumb = async () => {
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
    if (!(await tab.run('module', () => matchMedia('(pointer: coarse)').matches))) throw new Error('no coarse pointer');
    const found = await tab.run('module', hardToHit, 44);
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    return found;
  };
  return {
    large,
    narrow,
    spaced,
    mouse: await tab.run('module', hardToHit, 24),
    thumb: await thumb(),
    help: await help(),
    missing: /nothing chosen|not ticked/.test(screen) ? await tab.run('module', untold) : [],
    motion: await tab.run('module', moves),
    dragged: await tab.run('module', () => [...document.querySelectorAll('[draggable=true]')].map((e) => e.className)),
  };
});

test.describe.configure({ mode: 'default' });
test.beforeAll(({ browser }, info) => walk.through(browser, info));

test('1.4.4 Resize Text: at 200 % nothing is cut off, nothing overlaps, nothing scrolls sideways, on every screen', () => {
  walk.isClean('large');
});

test('1.4.10 Reflow: at 400 %, 320 px wide, nothing scrolls sideways and nothing is cut off, on every screen', () => {
  walk.isClean('narrow');
});

test('1.4.12 Text Spacing: with the spacing of the criterion nothing is cut off and nothing overlaps, on every screen', () => {
  walk.isClean('spaced');
});

test('2.5.8 Target Size: 24 px or spaced, 44 px where a thumb points, on every screen', () => {
  walk.isClean('mouse');
  walk.isClean('thumb');
});

test('2.3.3 Animation from Interactions: with reduced motion asked for, nothing on any screen is animated', () => {
  walk.isClean('motion');
});

test('2.3.3 Animation from Interactions: without it something is, or the test above would see nothing', async ({
  page,
}) => {
  const tab = playwrightTab(page);
  const met = new Set<string>();
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const story = tours.filter((t) => t.name === 'story');
  for (const tour of story)
    await take(tour, tab, async () => {
      for (const moving of await tab.run('module', moves)) met.add(moving);
    });
  expect([...met]).not.toEqual([]);
});

test('2.5.7 Dragging Movements: nothing has to be dragged; the walk through the check puts steps in order by buttons', () => {
  walk.isClean('dragged');
});

test('3.2.6 Consistent Help: the same help, in the same words and the same order, after the content of every screen', () => {
  walk.isClean('help');
});

test('3.3.1 Error Identification: what is missing is said in words, tied to its group, which has the focus: every type of question, decision, helper, declaration', () => {
  walk.isClean('missing');
});
