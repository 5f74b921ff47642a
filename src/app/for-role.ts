import type { App } from './app.ts';

/** Shows the notes for a role to learners who chose that role, and hides them again when they change it. */
export function startForRole(app: App): void {
  const notes = [...document.querySelectorAll<HTMLElement>('.for-role')];
  const draw = (roles: readonly string[] | null) => {
    for (const note of notes) note.toggleAttribute('data-on', roles?.includes(note.dataset['role'] ?? '') ?? false);
  };
  app.actor.subscribe(({ context }) => draw(context.progress.roles));
  draw(app.actor.getSnapshot().context.progress.roles);
}
