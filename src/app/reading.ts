import { endWords, nextOf } from '../course/next.ts';
import { type App, drawOn, sayIn } from './app.ts';

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
  const buttons = new Map(
    [...document.querySelectorAll<HTMLElement>('[data-read]')].map((button) => [button.dataset['read'], button]),
  );
  /** After a failed paper the way leads back to the check; a role adds a section after the last. Drawn on arrival. */
  drawOn(app, ['place', 'roles', 'read', 'stories', 'papers', 'assessed'], (progress) => {
    const { place } = progress;
    const button = buttons.get(place);
    if (button) button.textContent = say(endWords(app.course, progress, place, nextOf(app.course, progress, place)));
  });
}

/** In a lesson, marks the rules that the story's first decision turned on, in words, once it was taken. */
export function startAtStake(app: App): void {
  const words = sayIn(app.course)('lesson.atStake');
  const storyOf = new Map(app.course.parts.map(({ id, scenarios }) => [id, app.course.scenarios[scenarios[0] ?? '']]));
  const stakes = [...document.querySelectorAll<HTMLElement>('.prose .rule-ref')].flatMap((link) => {
    const story = storyOf.get(link.closest('.screen')?.id ?? '');
    const best = story?.situations[story.start]?.choices.find((c) => c.best)?.clauses ?? [];
    return story && best.includes(link.textContent?.trim() ?? '') ? [{ link, story: story.id }] : [];
  });
  drawOn(app, ['stories'], ({ stories }) => {
    for (const { link, story } of stakes) {
      if (stories[story] !== undefined) link.dataset['atStake'] = words;
      else delete link.dataset['atStake'];
    }
  });
}

/** Shows the notes for a role to learners who chose that role, and hides them again when they change it. */
export function startForRole(app: App): void {
  const notes = [...document.querySelectorAll<HTMLElement>('.for-role')];
  drawOn(app, ['roles'], ({ roles }) => {
    for (const note of notes) note.toggleAttribute('data-on', roles?.includes(note.dataset['role'] ?? '') ?? false);
  });
}
