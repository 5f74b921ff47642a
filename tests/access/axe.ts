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
 * In light axe is given the whole document. In dark and forced colours the screens that are not shown are taken out
 * while it looks: nothing of them is drawn, so no colour of them can be judged, yet axe would lay a grid over them all,
 * which is the most of its time. They are back in their places before it answers.
 * @param mode throws where the screen is not in it
 */
export async function findings(tab: Tab, mode: Mode): Promise<string[]> {
  if (!(await tab.run('module', () => 'axe' in window)))
    await tab.run('module', (source) => void new Function(source).call(window), axeCore.source);
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
    mode === 'light',
  );
  return found.map((f) => `${mode}: ${f}`);
}
