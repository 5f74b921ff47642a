import { isRequired, requiredParts } from '../course/completion.ts';
import type { Progress } from '../course/model.ts';
import { screenOf } from '../course/way.ts';
import { type App, sayIn } from './app.ts';
import { bannerOf } from './banner.ts';
import { partState, stateWords } from './part-state.ts';

/** What is scrolled to stops below the header, however high its words make it. */
function keepClear(): void {
  const top = document.querySelector<HTMLElement>('.top');
  if (!top) return;
  new ResizeObserver(() => {
    document.documentElement.style.setProperty('--bars', `${top.offsetHeight}px`);
  }).observe(top);
}

/** Keeps the thread, the outline and the saved state in the header up to date. */
export function startHeader(app: App): void {
  const say = sayIn(app.course);
  const saved = document.getElementById('saved');
  const word = saved?.querySelector('span');
  const more = saved?.querySelector('button');
  const short = document.getElementById('thread-short');
  const bar = document.getElementById('thread-bar') as HTMLProgressElement | null;

  const drawParts = (progress: Progress) => {
    const screen = screenOf(app.course, progress.place);
    const here = screen && 'part' in screen ? screen.part : '';
    for (const part of app.course.parts) {
      const state = partState(app.course, part, progress);
      for (const item of document.querySelectorAll<HTMLElement>(`[data-part="${part.id}"]`)) {
        item.dataset['state'] = state;
        item.toggleAttribute('data-off', !isRequired(part, progress));
        item.querySelector('.optional')?.toggleAttribute('hidden', isRequired(part, progress));
        const link = item.querySelector('a');
        if (part.id === here) link?.setAttribute('aria-current', 'step');
        else link?.removeAttribute('aria-current');
        const text = item.querySelector('.state');
        if (text) text.textContent = say(stateWords(app.course, part, progress));
      }
    }
    const required = requiredParts(app.course, progress);
    for (const dot of document.querySelectorAll<HTMLElement>('.thread li'))
      dot.toggleAttribute('data-end', dot.dataset['part'] === required.at(-1)?.id);
    for (const kicker of document.querySelectorAll<HTMLElement>('[data-number]')) {
      const n = required.findIndex((p) => p.id === kicker.dataset['number']) + 1;
      kicker.textContent = n ? say('lesson.kicker', { n, of: required.length }) : say('lesson.kicker.optional');
    }
    for (const [step, done] of [
      ['check', progress.assessed],
      ['declare', progress.declared !== null],
    ] as const) {
      for (const item of document.querySelectorAll<HTMLElement>(`[data-step="${step}"]`)) {
        item.dataset['state'] = done ? 'done' : 'open';
        const text = item.querySelector('.state');
        if (text) text.textContent = done ? say('state.done') : '';
      }
    }
    const at = required.findIndex((p) => p.id === here);
    const done = required.filter((p) => /done|known/.test(partState(app.course, p, progress))).length;
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
    if (!saved || !word || !more) return;
    const state = app.tracker.state();
    // Saving and saved come with every step and are not read out; trouble is, and that it is over.
    const quiet = ['connecting', 'saving', 'saved'];
    const calm = quiet.includes(state.kind) && quiet.includes(saved.dataset['kind'] ?? '');
    if (state.kind !== 'saving') saved.setAttribute('aria-live', calm ? 'off' : 'polite');
    saved.dataset['kind'] = state.kind === 'ended' && state.saved ? 'closed' : state.kind;
    const text = say(`save.${state.kind}`);
    // With a banner at the top of the page, the word leads to it.
    const [shown, empty] = bannerOf(state) ? [more, word] : [word, more];
    if (shown.textContent !== text) shown.textContent = text;
    if (empty.textContent) empty.textContent = '';
    more.hidden = empty === more;
  };

  keepClear();
  app.actor.subscribe(({ context }) => drawParts(context.progress));
  app.tracker.subscribe(drawSaved);
  drawParts(app.actor.getSnapshot().context.progress);
  drawSaved();
}
