import axeCore from 'axe-core';
import type { Tab } from '../engines/driver.ts';

/** A and AA of WCAG 2.2, and what is good practice besides. */
export const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** In what a screen is looked at. The module knows of it by its style sheets alone, so it can change under a screen. */
export const modes = {
  light: '(prefers-color-scheme: light) and (forced-colors: none)',
  dark: '(prefers-color-scheme: dark) and (forced-colors: none)',
  forced: '(forced-colors: active)',
} as const;

export type Mode = keyof typeof modes;

/**
 * What axe finds in the module's document as it stands, in words. Of the document alone: from the page around it axe
 * leaves out what only counts for the outermost document (its title, language, landmarks and zoom).
 *
 * The screens that are not shown are taken out while it looks, and are back in their places before it answers: nothing
 * of them is drawn or read out, and axe finds nothing wrong in what is not, yet it would go through them all and lay a
 * grid over them, which is the most of its time. Once for each document, at its first look, it is given all of it.
 * @param mode throws where the screen is not in it
 */
export async function findings(tab: Pick<Tab, 'run'>, mode: Mode): Promise<string[]> {
  const isFirst = !(await tab.run('module', () => 'axe' in window));
  if (isFirst) await tab.run('module', (source) => void new Function(source).call(window), axeCore.source);
  const found = await tab.run(
    'module',
    async (values, query, whole) => {
      if (!matchMedia(query).matches) throw new Error(`not the mode asked for: ${query}`);
      // What answers to the mode by a script has done so two pictures later.
      for (const _ of [1, 2]) await new Promise((drawn) => requestAnimationFrame(drawn));
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const unshown = [...document.querySelectorAll('.screen')].filter((e) => !whole && !e.checkVisibility());
      const places = unshown.map((e) => {
        const place = document.createComment('');
        e.replaceWith(place);
        return { e, place };
      });
      try {
        const { violations } = await axe.run(document, {
          runOnly: { type: 'tag', values },
          resultTypes: ['violations'],
        });
        return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.flat().join(' ')).join(', ')}`);
      } finally {
        for (const { e, place } of places) place.replaceWith(e);
      }
    },
    rules,
    modes[mode],
    isFirst,
  );
  return found.map((f) => `${mode}: ${f}`);
}
