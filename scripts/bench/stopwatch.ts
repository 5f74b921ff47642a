import type { Notes } from './serve.ts';

/** What happened in the module's frame, in milliseconds from its navigation; 0: not yet. */
export interface Clocks {
  start: number;
  lesson: number;
  decide: number;
  /** What long tasks took beyond 50 ms each, without a commit's waiting for the LMS: that is the network's, not ours. */
  blocking: number;
  /** Layout shift × 10,000. */
  shift: number;
  /** Bytes of scripts received, as sent, when the learner could decide. */
  scriptsBefore: number;
  /** From each press that gives an answer to the next paint. */
  answers: number[];
}

/**
 * Runs in the page that frames the module, and watches the frame: `window.clocks`. Stands alone: it is sent to the
 * browser as text.
 * @param begin press Begin as soon as it is painted
 */
export function watchClocks(begin: boolean): void {
  if (window !== top) return;
  const clocks: Clocks = { start: 0, lesson: 0, decide: 0, blocking: 0, shift: 0, scriptsBefore: 0, answers: [] };
  Object.assign(window, { clocks });

  const observe = (frame: Window & typeof globalThis) => {
    const on = (type: string, see: (entry: PerformanceEntry) => void, options = {}) =>
      new frame.PerformanceObserver((list) => list.getEntries().forEach(see)).observe({
        type,
        buffered: true,
        ...options,
      });
    const { waits } = (window as unknown as { notes: Notes }).notes;
    on('longtask', ({ startTime, duration }) => {
      const from = frame.performance.timeOrigin + startTime;
      const inside = waits.filter(([w]) => w >= from && w < from + duration);
      const waited = inside.reduce((sum, [a, b]) => sum + b - a, 0);
      clocks.blocking += Math.max(0, duration - waited - 50);
    });
    on('layout-shift', (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!hadRecentInput) clocks.shift += value * 10_000;
    });
    const presses = new Set<number>();
    const press = ({ target, timeStamp }: Event) => {
      if ((target as Element | null)?.closest('.certainty .button, form [type="submit"]')) presses.add(timeStamp);
    };
    frame.addEventListener('click', press, true);
    const answered = ({ name, startTime, duration }: PerformanceEntry) => {
      if (name === 'click' && presses.has(startTime)) clocks.answers.push(duration);
    };
    on('event', answered, { durationThreshold: 16 });
  };

  const room = (element: Element | null | undefined) => (element?.getBoundingClientRect().height ?? 0) > 0;
  const scriptsSoFar = ({ performance }: Window) =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);

  /** One look at the frame in each of its pictures, until the learner can decide. */
  const look = (frame: Window) => {
    const { document, performance } = frame;
    if (!clocks.start) {
      const button = document.querySelector<HTMLElement>('#start .buttons .button');
      if (!room(button) || performance.getEntriesByType('paint').length === 0) return;
      clocks.start = performance.now();
      button?.click();
      return;
    }
    // Asked by its id: to look through a large document in each picture would slow down what is measured.
    const shown = document.getElementById(frame.location.hash.slice(1))?.closest('.screen');
    // What follows a screen is there once all of it is.
    if (!shown?.nextElementSibling || shown.id === 'start' || !room(shown.querySelector('h1'))) return;
    clocks.lesson ||= performance.now();
    if (![...shown.querySelectorAll('[data-drawn] :is(input, button):enabled')].some(room)) return;
    clocks.decide = performance.now();
    clocks.scriptsBefore = scriptsSoFar(frame);
  };

  let watched: Window | null = null;
  const each = () => {
    const frame = document.querySelector('iframe')?.contentWindow as (Window & typeof globalThis) | null | undefined;
    if (frame?.document.querySelector('main')) {
      if (!watched) observe(frame);
      watched = frame;
      if (begin && !clocks.decide) look(frame);
    }
    requestAnimationFrame(each);
  };
  addEventListener('DOMContentLoaded', each);
}
