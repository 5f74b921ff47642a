import { isRequired, requiredParts, stepsDone } from '../course/completion.ts';
import type { Progress } from '../course/model.ts';
import { screenOf } from '../course/way.ts';
import { type App, drawOn, sayIn } from './app.ts';
import { bannerOf } from './banner.ts';
import { partState, stateWords } from './part-state.ts';

/** Where the state of a part or a step is shown: in the thread, in the outline, over its lesson. */
interface Item {
  readonly item: HTMLElement;
  readonly optional: Element | null;
  readonly link: Element | null;
  readonly state: Element | null;
}

/** Everything under the document that shows a state, by the part or step it shows; found once, it is there for good. */
function itemsBy(name: 'part' | 'step'): (id: string) => readonly Item[] {
  const found = new Map<string, Item[]>();
  for (const item of document.querySelectorAll<HTMLElement>(`[data-${name}]`)) {
    const id = item.dataset[name] ?? '';
    const [optional, link, state] = ['.optional', 'a', '.state'].map((part) => item.querySelector(part));
    const same = found.get(id) ?? [];
    found.set(id, [...same, { item, optional: optional ?? null, link: link ?? null, state: state ?? null }]);
  }
  return (id) => found.get(id) ?? [];
}

/** Says a text in a place, and leaves the place alone where it is said already. */
function tell(place: Element | null, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}

function mark({ item }: Item, state: string): void {
  if (item.dataset['state'] !== state) item.dataset['state'] = state;
}

/**
 * Keeps the thread, the outline and the saved state in the header up to date.
 *
 * Heard (tests/access/transcripts/saving-*): the sections with their states as links of a list, the saved state as a
 * status, the button out. Trouble is told without the focus moving: first the state, then in the banner what it means
 * and the button that helps; and that it is over.
 */
export function startHeader(app: App): void {
  const { course } = app;
  const say = sayIn(course);
  const saved = document.getElementById('saved');
  const word = saved?.querySelector('span');
  const more = saved?.querySelector('button');
  const short = document.getElementById('thread-short');
  const bar = document.getElementById('thread-bar') as HTMLProgressElement | null;
  const itemsOf = itemsBy('part');
  const stepsOf = itemsBy('step');
  const dots = document.querySelectorAll<HTMLElement>('.thread li');
  const kickers = [...document.querySelectorAll<HTMLElement>('[data-number]')];

  const drawParts = (progress: Progress) => {
    const screen = screenOf(course, progress.place);
    const here = screen && 'part' in screen ? screen.part : '';
    for (const part of course.parts) {
      const required = isRequired(part, progress);
      for (const item of itemsOf(part.id)) {
        mark(item, partState(course, part, progress));
        item.item.toggleAttribute('data-off', !required);
        item.optional?.toggleAttribute('hidden', required);
        if (part.id !== here) item.link?.removeAttribute('aria-current');
        else if (!item.link?.hasAttribute('aria-current')) item.link?.setAttribute('aria-current', 'step');
        tell(item.state, say(stateWords(course, part, progress)));
      }
    }
    const required = requiredParts(course, progress);
    const numbers = new Map(required.map((part, i) => [part.id, i + 1]));
    const end = required.at(-1)?.id;
    for (const dot of dots) dot.toggleAttribute('data-end', dot.dataset['part'] === end);
    for (const kicker of kickers) {
      const n = numbers.get(kicker.dataset['number'] ?? '');
      tell(kicker, n ? say('lesson.kicker', { n, of: required.length }) : say('lesson.kicker.optional'));
    }
    for (const [step, done] of [
      ['check', progress.assessed],
      ['declare', progress.declared !== null],
    ] as const) {
      for (const item of stepsOf(step)) {
        mark(item, done ? 'done' : 'open');
        tell(item.state, done ? say('state.done') : '');
      }
    }
    const at = numbers.get(here);
    const sections = required.filter((p) => /done|known/.test(partState(course, p, progress))).length;
    const { n: done, of } = course.cases ? stepsDone(course, progress) : { n: sections, of: required.length };
    if (bar) {
      bar.max = of;
      bar.value = done;
    }
    tell(short, at ? say('progress', { n: at, of }) : say('progress.done', { n: done, of }));
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

  const asked = course.diagnostic || course.cases ? (['paper'] as const) : [];
  drawOn(app, ['place', 'roles', 'read', 'known', 'rechecked', 'stories', 'assessed', 'declared', ...asked], drawParts);
  app.tracker.subscribe(drawSaved);
  drawSaved();
}
