import type { Progress } from '../course/model.ts';
import { endWords, nextOf } from '../course/next.ts';
import { type App, sayIn } from './app.ts';

/** The button at a lesson's end: marks the lesson read and goes on. Without scripts it is a plain link onwards. */
export function startReading(app: App): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest<HTMLElement>('[data-read]');
    const part = link?.dataset['read'];
    if (!link || !part) return;
    event.preventDefault();
    app.send({ type: 'READ', part });
    app.send({ type: 'GO', to: nextOf(app.course, app.actor.getSnapshot().context.progress, part) });
  });
  if (app.course.diagnostic) return; // there the static words hold at every stage
  const say = sayIn(app.course);
  const plain = app.course.parts.filter((p) => p.scenarios.length === 0).map((p) => p.id);
  /** After a failed paper the way leads back to the check; a role adds a section after the last. */
  const draw = (progress: Progress) => {
    for (const id of plain) {
      const button = document.querySelector(`[data-read="${id}"]`);
      if (button) button.textContent = say(endWords(app.course, nextOf(app.course, progress, id)));
    }
  };
  app.actor.subscribe(({ context }) => draw(context.progress));
  draw(app.actor.getSnapshot().context.progress);
}

/** Shows the notes for a role to learners who chose that role, and hides them again when they change it. */
export function startForRole(app: App): void {
  const notes = [...document.querySelectorAll<HTMLElement>('.for-role')];
  const draw = (roles: readonly string[] | null) => {
    for (const note of notes) note.toggleAttribute('data-on', roles?.includes(note.dataset['role'] ?? '') ?? false);
  };
  app.actor.subscribe(({ context }) => draw(context.progress.roles));
  draw(app.actor.getSnapshot().context.progress.roles);
}
