import { nextOf } from '../../course/way.ts';
import type { App } from './app.ts';

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
}
