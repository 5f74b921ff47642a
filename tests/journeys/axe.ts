import { expect } from 'playwright/test';
import { findings, type Mode, modes } from '../access/axe.ts';
import type { Tab } from '../engines/driver.ts';
import { source } from '../engines/source.ts';
import type { Learner } from './learner.ts';

/** How Chromium is asked for each. */
const media = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** Axe finds nothing on this screen, in any mode. What it finds in one is said, and the next is looked at all the same. */
export async function look(learner: Learner, screen: string): Promise<void> {
  await learner.drawn();
  const { frame } = learner;
  const tab: Pick<Tab, 'run'> = {
    async run(_, script, ...args) {
      const value = await frame.evaluate<string | undefined>(`(${source.json(script, args)})()`);
      return value === undefined ? undefined : JSON.parse(value);
    },
  };
  for (const mode of Object.keys(modes) as Mode[]) {
    await frame.page().emulateMedia(media[mode]);
    expect.soft(await findings(tab, mode), `${screen}, ${mode}`).toEqual([]);
  }
}
