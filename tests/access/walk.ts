import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Browser, type CDPSession, expect, type Page, type TestInfo } from 'playwright/test';
import type { Learner } from '../engines/learner.ts';
import { playwrightTab } from '../engines/playwright-tab.ts';
import { take, tours } from './tour.ts';

/** What looks at a screen gets. */
export interface Stop {
  readonly learner: Learner;
  /** The screen in words. */
  readonly screen: string;
  readonly page: Page;
  readonly devtools: CDPSession;
  /** An empty page behind it, which knows how to read pictures. */
  readonly lab: Page;
}

/** What is wrong with the screens, in words, by what was looked at. */
type Found = Record<string, readonly string[]>;

/** Fewer screens than these were not walked through: then a tour has lost its way. */
const SCREENS = 60;

/**
 * Walks once through every screen of both routes in Chromium, with motion reduced, and looks at each. A test a
 * criterion then says what was found of it. A worker that a failed test ended leaves what was found to the next one.
 */
export class Walk {
  private readonly found = new Map<string, Map<string, string[]>>();
  private screens = 0;
  private readonly look: (stop: Stop) => Promise<Found>;

  constructor(look: (stop: Stop) => Promise<Found>) {
    this.look = look;
  }

  async through(browser: Browser, info: TestInfo): Promise<void> {
    // Every screen of every route in one go: on a busy machine longer than any other test.
    info.setTimeout(900_000);
    const kept = `${info.project.outputDir}/walk-${process.ppid}-${info.retry}-${info.titlePath[0]?.replace(/\W/g, '-')}.json`;
    if (!existsSync(kept)) {
      const all = await this.walked(browser);
      mkdirSync(info.project.outputDir, { recursive: true });
      writeFileSync(kept, JSON.stringify(all));
    }
    const { screens, found } = JSON.parse(readFileSync(kept, 'utf8')) as Awaited<ReturnType<Walk['walked']>>;
    this.screens = screens;
    for (const [name, wrong, screen] of found) {
      const of = this.found.get(name) ?? new Map<string, string[]>();
      this.found.set(name, of.set(wrong, [...(of.get(wrong) ?? []), screen]));
    }
  }

  private async walked(browser: Browser) {
    const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, reducedMotion: 'reduce' });
    const lab = await context.newPage();
    const page = await context.newPage();
    // What is behind another page is not drawn.
    await page.bringToFront();
    const devtools = await context.newCDPSession(page);
    const tab = playwrightTab(page);
    const found: [name: string, wrong: string, screen: string][] = [];
    const screens = new Set<string>();
    for (const tour of tours)
      await take(tour, tab, async (learner, screen) => {
        screens.add(screen);
        const all = await this.look({ learner, screen, page, devtools, lab });
        for (const [name, wrong] of Object.entries(all))
          found.push(...wrong.map((w) => [name, w, screen] as (typeof found)[0]));
      });
    await context.close();
    return { screens: screens.size, found };
  }

  /** Nothing was wrong on any screen: what is wrong on many is said once. */
  isClean(name: string): void {
    const said = [...(this.found.get(name) ?? [])].map(
      ([wrong, on]) =>
        `${wrong} (${on.length > 3 ? `${on.slice(0, 2).join('; ')} and ${on.length - 2} more` : on.join('; ')})`,
    );
    expect.soft(said).toEqual([]);
    expect(this.screens).toBeGreaterThanOrEqual(process.env['TOURS'] ? 1 : SCREENS);
  }
}
