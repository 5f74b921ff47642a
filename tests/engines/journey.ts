import { test as base } from 'playwright/test';
import type { Course } from '../../src/course/model.ts';
import type { HostileLms } from '../hostile/lms-server.ts';
import { openLms } from '../hostile/module/open-module.ts';
import type { Browser, Tab } from './driver.ts';
import { engines } from './engines.ts';
import { Learner } from './learner.ts';
import { courseOf, profileOf, type Standard } from './lms.ts';
import { presses } from './presses.ts';
import { until, within } from './until.ts';

interface Worker {
  /** Name of the engine of this project. */
  engine: string;
  /** One browser for all journeys of a worker. */
  browserOf: () => Promise<Browser>;
}

interface Each {
  present: undefined;
  /** Which route is launched. */
  route: Course['route'];
  standard: Standard;
  course: Course;
  /** An LMS of this journey's own: another port, so another origin, so nothing is left of the journey before. */
  lms: HostileLms;
  newTab: () => Promise<Tab>;
  /** Opens the LMS's page in a tab, and waits until the module in it has come to life. */
  launch: (tab?: Tab) => Promise<Learner>;
}

/** Journeys that any engine can be asked to play. Only what runs them is Playwright's; no browser is. */
export const test = base.extend<Each, Worker>({
  engine: ['', { option: true, scope: 'worker' }],
  route: ['induction', { option: true }],
  standard: ['scorm12', { option: true }],
  browserOf: [
    async ({ engine }, use) => {
      let browser: Promise<Browser> | undefined;
      await use(() => {
        browser ??= engines[engine]?.start() ?? Promise.reject(new Error(`no engine ${engine}`));
        return browser;
      });
      await (await browser?.catch(() => undefined))?.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  present: [
    async ({ engine }, use, info) => {
      const missing = engines[engine]?.missing();
      if (missing) info.skip(true, missing);
      await use(undefined);
    },
    { auto: true },
  ],
  course: async ({ route }, use) => use(courseOf(route)),
  lms: async ({ route, standard }, use) => {
    const lms = await openLms(profileOf[standard], { route });
    await use(lms);
    await lms.close();
  },
  newTab: async ({ browserOf }, use, info) => {
    const tabs: Tab[] = [];
    await use(async () => {
      const tab = await (await browserOf()).newTab();
      tabs.push(tab);
      return tab;
    });
    for (const [i, tab] of tabs.entries()) {
      if (info.status !== info.expectedStatus) {
        const body = await within(tab.picture());
        if (body) await info.attach(`tab-${i + 1}.png`, { body, contentType: 'image/png' });
        const noted = (await within(tab.run('module', presses.noted))) as readonly string[] | undefined;
        // The latest first: of a long text only the beginning is printed.
        if (noted)
          await info.attach(`presses-${i + 1}`, { body: noted.toReversed().join('\n'), contentType: 'text/plain' });
      }
      await within(tab.close());
    }
  },
  launch: async ({ newTab, lms, course }, use) => {
    await use(async (given) => {
      const tab = given ?? (await newTab());
      await tab.open(lms.url);
      return learnerIn(tab, course);
    });
  },
});

/** The learner before a module that is being loaded, once it has come to life. */
export async function learnerIn(tab: Tab, course: Course): Promise<Learner> {
  const isLive = () => tab.look('module', { css: 'html.live' }).catch(() => []);
  await until('the module alive in its frame', isLive, (seen) => seen.length > 0);
  // Looked at only where the journey fails: one that is being loaded again goes on without.
  await tab.run('module', presses.note, presses.most).catch(() => undefined);
  return new Learner(tab, course);
}
