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
  /** After a failed paper the way leads back to the check; a role adds a section after the last. */
  const draw = (progress: Progress) => {
    for (const { id } of app.course.parts) {
      const button = document.querySelector(`[data-read="${id}"]`);
      if (button) button.textContent = say(endWords(app.course, progress, id, nextOf(app.course, progress, id)));
    }
  };
  app.actor.subscribe(({ context }) => draw(context.progress));
  draw(app.actor.getSnapshot().context.progress);
}

/** In a lesson, marks the rules that the story's first decision turned on, in words, once it was taken. */
export function startAtStake(app: App): void {
  const words = sayIn(app.course)('lesson.atStake');
  const draw = ({ stories }: Progress) => {
    for (const { id, scenarios } of app.course.parts) {
      const story = app.course.scenarios[scenarios[0] ?? ''];
      const best = story?.situations[story.start]?.choices.find((c) => c.best)?.clauses ?? [];
      const taken = stories[story?.id ?? ''];
      for (const link of document.querySelectorAll<HTMLElement>(`#${id} .prose .rule-ref`)) {
        const on = taken !== undefined && best.includes(link.textContent?.trim() ?? '');
        if (on) link.dataset['atStake'] = words;
        else delete link.dataset['atStake'];
      }
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
