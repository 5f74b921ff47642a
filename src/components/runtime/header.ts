import { isPartDone, isRequired, requiredParts } from '../../course/completion.ts';
import { groupsOf } from '../../course/groups.ts';
import type { Part, Progress } from '../../course/model.ts';
import { screenOf } from '../../course/way.ts';
import { type App, sayIn } from './app.ts';

/** The state of a part, as the outline says it. */
export function partState(part: Part, progress: Progress): 'done' | 'known' | 'started' | 'open' {
  if (progress.known.includes(part.id)) return 'known';
  if (isPartDone(part, progress)) return 'done';
  const begun = progress.read.includes(part.id) || part.scenarios.some((s) => progress.stories[s]?.path);
  return begun ? 'started' : 'open';
}

/** Keeps the thread, the outline and the saved state in the header up to date. */
export function startHeader(app: App): void {
  const say = sayIn(app.course);
  const saved = document.getElementById('saved');
  const short = document.getElementById('thread-short');
  const bar = document.getElementById('thread-bar') as HTMLProgressElement | null;

  const asked = new Set(groupsOf(app.course).flatMap((g) => g.sections));

  const drawParts = (progress: Progress) => {
    const screen = screenOf(app.course, progress.place);
    const here = screen && 'part' in screen ? screen.part : '';
    for (const part of app.course.parts) {
      const state = partState(part, progress);
      for (const item of document.querySelectorAll<HTMLElement>(`[data-part="${part.id}"]`)) {
        item.dataset['state'] = state;
        item.toggleAttribute('data-off', !isRequired(part, progress));
        const link = item.querySelector('a');
        if (part.id === here) link?.setAttribute('aria-current', 'step');
        else link?.removeAttribute('aria-current');
        const text = item.querySelector('.state');
        const unasked = state === 'known' && !asked.has(part.id);
        if (text) text.textContent = say(unasked ? 'state.unasked' : `state.${state}`);
      }
    }
    const required = requiredParts(app.course, progress);
    const at = required.findIndex((p) => p.id === here);
    const done = required.filter((p) => isPartDone(p, progress)).length;
    if (bar) {
      bar.max = required.length;
      bar.value = done;
    }
    if (short) {
      short.textContent =
        at >= 0
          ? say('progress', { n: at + 1, of: required.length })
          : say('progress.done', { n: done, of: required.length });
    }
  };

  const drawSaved = () => {
    if (!saved) return;
    const state = app.tracker.state();
    saved.dataset['kind'] = state.kind;
    const text = say(`save.${state.kind}`);
    if (saved.textContent !== text) saved.textContent = text;
  };

  app.actor.subscribe(({ context }) => drawParts(context.progress));
  app.tracker.subscribe(drawSaved);
  drawParts(app.actor.getSnapshot().context.progress);
  drawSaved();
}
