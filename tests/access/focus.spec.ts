import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import type { Tab } from '../engines/driver.ts';
import { contrasts, focusAt, type Held, heard, held, listen, onEach } from './focus.ts';
import { sizeFrame } from './look.ts';
import { type Stop, Walk } from './walk.ts';

/** Presses of the Tab key between two looks. */
const SOME = 12;
/** More controls than any screen has. */
const MANY = 200;

/** All that the Tab key comes to on the screen, in turn. */
async function tabbed(tab: Tab): Promise<Held[]> {
  await tab.run('module', listen, String(held));
  for (let pressed = 0; pressed < MANY; pressed += SOME) {
    for (let n = 0; n < SOME; n++) await tab.press('Tab');
    const { kept, more } = await tab.run('module', heard);
    if (!more) return kept.filter(({ n }, i) => n >= 0 && kept.findIndex((h) => h.n === n) === i);
  }
  throw new Error('the Tab key comes to no end');
}

/** The order of focus is that of the document, and on the screen it goes down, or on to the side. */
function outOfOrder(all: readonly Held[]): string[] {
  return all.slice(1).flatMap((at, i) => {
    const before = all[i];
    if (!before) return [];
    if (at.n < before.n) return [`${at.name} comes after ${before.name}, against the document`];
    const [a, b] = [before.box, at.box];
    const up = a && b && b.bottom <= a.top + 1 && b.left < a.right;
    return up ? [`${at.name} comes after ${before.name}, and stands above it`] : [];
  });
}

/** Room for a ring of focus around a control, in CSS pixels, as `held` has it. */
const RING = 8;
/** Pixels that a small shape needs at least to be seen: half of the edge of a box of 20 px is thin, and drawn soft. */
const SHAPE = 12;
const met = new Set<string>();

/** What is wrong with how controls of kinds not met before are drawn, with the focus and without. By pixels. */
async function drawn({ learner: { tab }, page, lab }: Stop, all: readonly Held[]) {
  const [ring, shape]: [string[], string[]] = [[], []];
  const picture = async (clip: Held['clip']) => (await page.screenshot({ clip, caret: 'hide' })).toString('base64');
  for (const { kind, n } of all.filter((at) => !at.hidden)) {
    if (met.has(kind)) continue;
    met.add(kind);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await tab.run('module', focusAt, n);
      const at = await tab.run('module', held);
      const withIt = await picture(at.clip);
      await tab.run('module', () => (document.activeElement as HTMLElement | null)?.blur());
      const { changed } = await lab.evaluate(contrasts, [await picture(at.clip), withIt] as const);
      // As many as a line of one pixel around it.
      const enough = 2 * (at.clip.width + at.clip.height - 4 * RING);
      if (changed < enough)
        ring.push(`${colorScheme}: ${at.name} (${kind}): ${changed} px of ${enough} change with the focus`);
      for (const strip of at.edges) {
        const plain = await picture(strip);
        const { edge } = await lab.evaluate(contrasts, [plain, plain] as const);
        if (edge < strip.width) shape.push(`${colorScheme}: the row of ${at.name}: ${edge} px of its edge stand out`);
      }
      if (!at.shape) continue;
      const plain = await picture(at.shape);
      const { edge } = await lab.evaluate(contrasts, [plain, plain] as const);
      if (edge < SHAPE) shape.push(`${colorScheme}: ${at.name} (${kind}): ${edge} px stand out`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }
  return { ring, shape };
}

const walk = new Walk(async (stop) => {
  const { tab } = stop.learner;
  await sizeFrame(tab, 714, 666);
  const normal = await tabbed(tab);
  const hidden = (all: readonly Pick<Held, 'name' | 'hidden'>[], size: string) =>
    all.flatMap(({ name, hidden }) => (hidden ? [`${size}: ${name}: ${hidden}`] : []));
  const found = hidden(normal, '714 × 666');
  for (const [width, height] of [
    [714, 666],
    [367, 559],
    [320, 256],
  ] as const) {
    await sizeFrame(tab, width, height);
    const each = await tab.run(
      'module',
      onEach,
      normal.map((at) => at.n),
      String(held),
    );
    found.push(...hidden(each, `${width} × ${height}`));
  }
  await sizeFrame(tab, 714, 666);
  return {
    order: normal.length === 0 ? ['the Tab key comes to next to nothing'] : outOfOrder(normal),
    ...(await drawn(stop, normal)),
    hidden: found,
  };
});

test.describe.configure({ mode: 'default' });
test.beforeAll(({ browser }, info) => walk.through(browser, info));

test('1.4.11 Non-text Contrast: boxes, fields, dots, the edges of rows and the ring of focus stand out by 3:1, in light and in dark, by pixels', () => {
  walk.isClean('shape');
  walk.isClean('ring');
});

test('2.4.3 Focus Order: by the Tab key in the order of the document, and down the screen, on every screen', () => {
  walk.isClean('order');
});

test('2.4.7 Focus Visible: what has the focus looks different, in light and in dark, by pixels', () => {
  walk.isClean('ring');
});

test('2.4.11 Focus Not Obscured: nothing lies over what has the focus, and it is in view, on every screen', () => {
  walk.isClean('hidden');
});

test('2.4.1: the way past the contents of the clean document is seen when it has the focus, and not before', async ({
  page,
}) => {
  await page.setContent(readFileSync('dist/formats/induction.html', 'utf8'));
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  const seen = () =>
    skip.evaluate((a) => {
      const { x, y, width, height } = a.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) === a;
    });
  expect(await seen()).toBe(false);
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  expect(await seen()).toBe(true);
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeInViewport();
});
