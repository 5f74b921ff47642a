import { look as axe } from './axe.ts';
import type { Learner } from './learner.ts';
import { course, expect, inTheQuestions, sectionsDone, test } from './lms.ts';

const display = (learner: Learner) => learner.frame.getByRole('button', { name: 'Display', exact: true });
const panel = (learner: Learner) => learner.frame.getByRole('dialog', { name: 'Display' });
const choose = (learner: Learner, group: string, name: string) =>
  panel(learner).getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check();

/** How the page looks: what the choices change, as the browser computed it. */
const look = (learner: Learner) =>
  learner.frame.evaluate(() => {
    const style = getComputedStyle(document.querySelector('#start .lead') ?? document.body);
    const root = getComputedStyle(document.documentElement);
    return {
      text: root.fontSize,
      letters: Number.parseFloat(style.letterSpacing) / Number.parseFloat(style.fontSize) || 0,
      paper: root.backgroundColor,
      scheme: root.colorScheme,
      moves: getComputedStyle(document.querySelector('dialog') ?? document.body).transitionProperty,
    };
  });

const light = 'rgb(255, 253, 248)';
const dark = 'rgb(16, 22, 26)';

test('text, spacing and colours are chosen by keyboard, hold at once, and focus goes back to where it was', async ({
  launch,
  page,
}) => {
  const learner = await launch('scorm12');
  expect(await look(learner)).toMatchObject({ text: '17px', letters: 0, paper: light });
  await display(learner).focus();
  await page.keyboard.press('Enter');
  await expect(panel(learner)).toBeVisible();
  await expect(panel(learner).getByText('On this device only, and never recorded.')).toBeVisible();
  await panel(learner).getByRole('radio', { name: '100%' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const chosen = await look(learner);
  expect(chosen).toMatchObject({ text: '25.5px', paper: dark, scheme: 'dark' });
  expect(chosen.letters).toBeCloseTo(0.12, 3);
  await page.keyboard.press('Escape');
  await expect(panel(learner)).toBeHidden();
  await expect(display(learner)).toBeFocused();

  await display(learner).click();
  await learner.button('Put all back').click();
  await expect.poll(() => look(learner)).toMatchObject({ text: '17px', letters: 0, paper: light });
  await learner.button('Close').click();
  await expect(display(learner)).toBeFocused();
});

/** What the deeper store holds; to be written, it is emptied. */
const deep = (learner: Learner, mode: 'readonly' | 'readwrite') =>
  learner.frame.evaluate(
    (mode) =>
      new Promise<string>((found) => {
        const asked = indexedDB.open('reading');
        asked.onsuccess = () => {
          const store = asked.result.transaction('copies', mode).objectStore('copies');
          const all = store.getAll();
          if (mode === 'readwrite') store.clear();
          store.transaction.oncomplete = () => found(all.result.join());
        };
      }),
    mode,
  );

test('choices outlive a log-in, which clears localStorage, and a new launch; the record knows nothing of them', async ({
  launch,
  stored,
  page,
}) => {
  const learner = await launch('scorm12');
  await display(learner).click();
  await choose(learner, 'Text size', '125%');
  await choose(learner, 'Colours', 'Dark');
  await learner.button('Close').click();
  await learner.saveAndExit();
  const recorded = [...stored('scorm12').values()].join(' ');
  await expect.poll(() => deep(learner, 'readonly')).toContain('theme=dark');
  await page.evaluate(() => localStorage.clear());
  const again = await launch('scorm12');
  await expect.poll(() => look(again)).toMatchObject({ text: '21.25px', paper: dark });
  expect(recorded).not.toMatch(/theme|text=|dark/);

  // The other way about: where only localStorage has them, as in a browser that keeps no databases for this site.
  await deep(again, 'readwrite');
  const near = await launch('scorm12');
  await expect.poll(() => look(near)).toMatchObject({ text: '21.25px', paper: dark });
});

test('where the device keeps nothing, choices hold for the page and nothing is said', async ({ launch, page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
  });
  const learner = await launch('scorm12');
  await display(learner).click();
  await choose(learner, 'Colours', 'Dark');
  expect(await look(learner)).toMatchObject({ paper: dark });
});

test('light is chosen on a dark device, and no motion on one that moves', async ({ launch, page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'no-preference' });
  const learner = await launch('scorm12');
  expect(await look(learner)).toMatchObject({ paper: dark });
  await display(learner).click();
  await choose(learner, 'Colours', 'Light');
  await choose(learner, 'Motion', 'None');
  expect(await look(learner)).toMatchObject({ paper: light, scheme: 'light', moves: 'none' });
});

test('axe finds nothing in the open panel nor in the accessibility statement', async ({ launch }) => {
  const learner = await launch('scorm12');
  await learner.open('accessibility');
  await axe(learner, 'accessibility');
  await display(learner).click();
  await axe(learner, 'display');
});

/** Screens that scroll sideways with the largest text and the wider spacing, by how much. */
async function tooWide(learner: Learner, ids: readonly string[]): Promise<string[]> {
  await display(learner).click();
  await choose(learner, 'Text size', '200%');
  await choose(learner, 'Spacing', 'Wider');
  const over = () => learner.frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const wide = [`the panel: ${await panel(learner).evaluate((e) => Math.max(0, e.scrollWidth - e.clientWidth))}`];
  await learner.button('Close').click();
  for (const id of ids) {
    await learner.open(id);
    wide.push(`${id}: ${Math.max(0, await over())}`);
  }
  return wide.filter((line) => !line.endsWith(': 0'));
}

const beside = ['helper', 'asked', 'talk', 'checklists', 'glossary', 'search', 'accessibility'];

test('with the largest text and wider spacing nothing scrolls sideways at 320 px', async ({
  launch,
  earlier,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  earlier('scorm12', { ...sectionsDone, stories: {}, place: 'start' });
  const ids = course.parts.flatMap((p) => [p.id, ...p.scenarios]);
  const all = ['start', ...ids, 'check', 'declare', 'finish', ...beside];
  expect(await tooWide(await launch('scorm12'), all)).toEqual([]);
});

test.describe('refresher', () => {
  test.use({ route: 'refresher' });

  test('with the largest text and wider spacing nothing scrolls sideways at 320 px', async ({
    launch,
    earlier,
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    earlier('scorm12', inTheQuestions((i) => i.section !== 'wrk').progress);
    expect(await tooWide(await launch('scorm12'), ['start', 'changes', 'check', 'wrk', 'sco'])).toEqual([]);
  });
});
