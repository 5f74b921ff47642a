import type { Environment } from './environment.ts';

/** What the end of a page means for saving. */
export interface PageLife {
  /** Hidden, perhaps for ever: the last event a phone is sure to send. */
  hidden(): void;
  /** Left for good. */
  gone(): void;
  /** Visible again, back from the back-forward cache, or online. */
  back(): void;
  /** Put into the back-forward cache: it may never come back. */
  cached(): void;
  /** Back from there. */
  restored(): void;
}

/**
 * Listens to the page. Never `unload`: browsers are removing it and it forbids the back-forward cache. `beforeunload`
 * only through `warn`, only while something is unsaved (docs/standards/saving.md, Leaving the page).
 */
export function watchPage(env: Environment, life: PageLife): { warn(on: boolean): void; stop(): void } {
  const isCached = (event: Event) => (event as PageTransitionEvent).persisted === true;
  const ends = [
    env.listen('hidden', () => life.hidden()),
    env.listen('visible', () => life.back()),
    env.listen('online', () => life.back()),
    env.listen('pagehide', (event) => {
      if (isCached(event)) life.cached();
      else life.gone();
    }),
    env.listen('pageshow', (event) => isCached(event) && life.restored()),
  ];
  let unwarn: (() => void) | null = null;
  const warn = (on: boolean) => {
    if (on) unwarn ??= env.listen('beforeunload', (event) => event.preventDefault());
    else {
      unwarn?.();
      unwarn = null;
    }
  };
  return {
    warn,
    stop() {
      warn(false);
      for (const end of ends) end();
    },
  };
}
