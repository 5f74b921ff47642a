import axeCore from 'axe-core';
import { expect } from 'playwright/test';
import { modes, rules } from '../access/axe.ts';
import type { Learner } from './learner.ts';

/** How Chromium is asked for each. */
const media = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

type Violation = { id: string; nodes: readonly { target: readonly unknown[] }[] };

const inWords = ({ id, nodes }: Violation) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`;

/**
 * What axe finds in the module's document as it stands, in words. Of the document alone: from the page around it axe
 * is read again into every frame and into a page of its own, at three times the cost, and leaves out what only counts
 * for the outermost document (its title, language, landmarks and zoom).
 * @param mode a media query; throws where it does not hold
 */
async function findings({ frame }: Learner, mode: string): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axeCore.source);
  const violations = await frame.evaluate(
    async ([values, query]) => {
      if (!matchMedia(query).matches) throw new Error(`not the mode asked for: ${query}`);
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const found = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
      return found.violations.map((v) => ({ id: v.id, nodes: v.nodes.map((n) => ({ target: n.target.flat() })) }));
    },
    [rules, mode] as const,
  );
  return violations.map(inWords);
}

/** Axe finds nothing on this screen, in any mode. What it finds in one is said, and the next is looked at all the same. */
export async function look(learner: Learner, screen: string): Promise<void> {
  await learner.drawn();
  const page = learner.frame.page();
  for (const [name, is] of Object.entries(modes)) {
    await page.emulateMedia(media[name as keyof typeof modes]);
    expect.soft(await findings(learner, is), `${screen}, ${name}`).toEqual([]);
  }
}
