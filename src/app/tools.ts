import type { App } from './app.ts';

/** The screens beside the way: what scripts make interactive is folded, and the links back lead to the learner's place. */
export function startTools(app: App): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('details[data-fold]')) fold.open = false;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-return]')];
  const draw = (place: string) => {
    for (const link of links) link.hash = place;
  };
  app.actor.subscribe(({ context }) => draw(context.progress.place));
  draw(app.actor.getSnapshot().context.progress.place);
}
