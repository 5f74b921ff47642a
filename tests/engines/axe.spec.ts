import { expect } from 'playwright/test';
import { findings, type Mode, modes } from '../access/axe.ts';
import { take, tours } from '../access/tour.ts';
import { test } from './journey.ts';
import { until } from './until.ts';

/** Firefox's preferences for each: which scheme pages are told of, and whether its own colours go over theirs. */
const preferences = { light: [1, 1], dark: [0, 1], forced: [1, 2] } as const;

for (const tour of tours) {
  test(`axe finds nothing in Firefox, in light, dark and forced colours (${tour.name})`, async ({
    newTab,
    browserOf,
  }) => {
    const browser = await browserOf();
    const tab = await newTab();
    const ask = async (mode: Mode) => {
      await browser.own?.(
        (scheme, colours) => {
          const { Services } = globalThis as unknown as {
            Services: { prefs: { setIntPref(k: string, v: number): void } };
          };
          Services.prefs.setIntPref('ui.prefersReducedMotion', 1);
          Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme);
          Services.prefs.setIntPref('browser.display.document_color_use', colours);
        },
        ...preferences[mode],
      );
      const isSo = () => tab.run('module', (query) => matchMedia(query).matches, modes[mode]);
      await until(`Firefox in ${mode}`, isSo, Boolean);
    };
    await take(tour, tab, async (_, screen) => {
      for (const mode of Object.keys(modes) as Mode[]) {
        await ask(mode);
        expect.soft(await findings(tab, mode), screen).toEqual([]);
      }
    });
    await tab.open('about:blank');
  });
}
