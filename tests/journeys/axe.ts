import AxeBuilder from '@axe-core/playwright';
import axeCore from 'axe-core';
import { expect } from 'playwright/test';
import type { Learner } from './learner.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** In what a screen is looked at. The module knows of it by its style sheets alone, so it can change under a screen. */
const modes = {
  light: { colorScheme: 'light', forcedColors: 'none', is: '(prefers-color-scheme: light) and (forced-colors: none)' },
  dark: { colorScheme: 'dark', forcedColors: 'none', is: '(prefers-color-scheme: dark) and (forced-colors: none)' },
  forced: { colorScheme: 'light', forcedColors: 'active', is: '(forced-colors: active)' },
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
  for (const [name, { is, ...media }] of Object.entries(modes)) {
    await page.emulateMedia(media);
    expect.soft(await findings(learner, is), `${screen}, ${name}`).toEqual([]);
  }
}

/** The same once from the learning system's page around the module: the frame itself counts too. */
export async function lookFromOutside(learner: Learner): Promise<void> {
  const page = learner.frame.page();
  const { violations } = await new AxeBuilder({ page }).include('#module').withTags(rules).analyze();
  expect.soft(violations.map(inWords), 'from outside').toEqual([]);
}
