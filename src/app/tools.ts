import { type App, drawOn } from './app.ts';

/** The screens beside the way: what scripts make interactive is folded, the links back lead to the learner's place, all of it prints. */
export function startTools(app: App): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('details[data-fold]')) fold.open = false;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-return]')];
  drawOn(app, ['place'], ({ place }) => {
    for (const link of links) link.hash = place;
  });
  // A browser's own command prints the page of the learning system around the module.
  document.querySelector('[data-print-all]')?.addEventListener('click', () => window.print());
}
