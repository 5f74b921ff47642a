import type { Environment } from '../environment.ts';

/** A word left for the same tab after a reload. Works only where the browser lets it. */
export interface Note {
  /** Whether it will be there. */
  leave(): boolean;
  /** Takes it away; whether it was there. */
  take(): boolean;
}

/** @param key of this note in session storage */
export function createNote(env: Environment, key: string): Note {
  const there = () => env.session()?.getItem(key) === '1';
  const attempt = (run: () => boolean) => {
    try {
      return run();
    } catch {
      return false; // storage blocked or full
    }
  };
  return {
    leave: () =>
      attempt(() => {
        env.session()?.setItem(key, '1');
        return there();
      }),
    take: () =>
      attempt(() => {
        const was = there();
        if (was) env.session()?.removeItem(key);
        return was;
      }),
  };
}
