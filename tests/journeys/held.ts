import type { Frame, Page } from 'playwright/test';
import type { Course, Progress } from '../../src/course/model.ts';
import { Learner } from './learner.ts';

/** A learner who comes back in the third section. */
export const back: Partial<Progress> = { roles: [], read: ['int', 'sta'], place: 'wrk', stories: {} };

/** Holds the module's data back until told, and its script or what else is asked for. */
export async function hold(page: Page, also: RegExp = /module\.js$/): Promise<() => void> {
  let release = () => {};
  const gate = new Promise<void>((done) => {
    release = done;
  });
  await page.route(
    (url) => /\/content\/.*\.json$/.test(url.pathname) || also.test(url.pathname),
    async (route) => {
      await gate;
      await route.continue();
    },
  );
  return release;
}

/** The module's frame once its document has come, without its scripts. */
export async function documentOf(page: Page, address: string): Promise<Frame> {
  await page.goto(address, { waitUntil: 'commit' });
  await page.frameLocator('iframe[name=module]').locator('footer').waitFor({ state: 'attached' });
  const frame = page.frame({ name: 'module' });
  if (!frame) throw new Error('the player has no frame for the module');
  return frame;
}

export const live = (frame: Frame) => frame.locator('html.live').waitFor({ state: 'attached' });

/** The learner of a frame whose scripts have come and whose screen is drawn. */
export async function drawn(frame: Frame, course: Course): Promise<Learner> {
  await live(frame);
  const learner = new Learner(frame, course);
  await learner.drawn();
  return learner;
}
