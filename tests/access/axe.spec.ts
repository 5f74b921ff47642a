import AxeBuilder from '@axe-core/playwright';
import { playwrightTab } from '../engines/playwright-tab.ts';
import { expect, test } from '../journeys/lms.ts';
import { findings, type Mode, modes, rules } from './axe.ts';
import { take, tours } from './tour.ts';

/** How Chromium is asked for each. */
const media = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

// What still fades in has no colours to judge.
test.use({ viewport: { width: 1000, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

for (const tour of tours) {
  test(`1.1.1, 1.3.1, 1.4.3, 2.4.1, 2.4.2, 3.1.1, 4.1.2: axe finds nothing in light, dark and forced colours (${tour.name})`, async ({
    page,
  }) => {
    const tab = playwrightTab(page);
    await take(tour, tab, async (_, screen) => {
      for (const mode of Object.keys(modes) as Mode[]) {
        await page.emulateMedia(media[mode]);
        expect.soft(await findings(tab, mode), screen).toEqual([]);
      }
    });
  });
}

test('4.1.2: axe finds nothing from the learning system’s page around the module', async ({ launch, page }) => {
  const learner = await launch('scorm12');
  await learner.drawn();
  const { violations } = await new AxeBuilder({ page }).include('#module').withTags(rules).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
});
