import type { Find, Seen } from './look-up.ts';

/** Where something is: in the page of the learning system, or in the module inside its frame. */
export type Where = 'page' | 'module';

/**
 * One tab of a browser: all that a journey needs of it, and nothing that an engine's own driver could not do. The
 * waiting is the journey's (`until.ts`).
 */
export interface Tab {
  /** Goes to an address, as typed. Resolves when the page has loaded. */
  open(url: string): Promise<void>;
  back(): Promise<void>;
  /** Runs a script there. It must need nothing from outside; what goes in and comes out is JSON. */
  run<A extends unknown[], T>(where: Where, script: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /**
   * What can be found there, in the order of the document.
   * @param patience milliseconds that the page itself waits until one of it is on screen; none unless told
   */
  look(where: Where, find: Find, patience?: number): Promise<Seen[]>;
  /** Clicks on the first on screen with the engine's own pointer; false when none has come to rest there in 1 s. */
  click(where: Where, find: Find): Promise<boolean>;
  /** Presses a key where the focus is: a character, or `Enter`, `Tab`, `Space` … */
  press(key: Key): Promise<void>;
  /** Brings the tab to the front. */
  show(): Promise<void>;
  close(): Promise<void>;
  /** A PNG of what is on screen. */
  picture(): Promise<Buffer>;
}

export type Key = 'Enter' | 'Tab' | 'Space' | 'Escape' | 'ArrowDown' | 'ArrowUp';

/** A running browser. */
export interface Browser {
  readonly version: string;
  newTab(): Promise<Tab>;
  /** Runs a script in the browser's own window, as `Tab.run` does in a page; only where an engine lets itself be asked. */
  own?<A extends unknown[], T>(script: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** Ends it and all that was started for it. */
  close(): Promise<void>;
}

/** A kind of browser. */
export interface Engine {
  readonly name: string;
  /** What is not there, in words; null where all is. */
  missing(): string | null;
  start(): Promise<Browser>;
}

/** W3C code points of keys, the same in both WebDrivers. */
export const KEYS: Record<Key, string> = {
  Enter: '\uE007',
  Tab: '\uE004',
  Space: ' ',
  Escape: '\uE00C',
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
};

/**
 * Distance of the next click from the middle. Two clicks at one point within half a second are a double click to every
 * engine, and the module drops the second of those; a hand never hits one point twice.
 */
export function aim(): { x: number; y: number } {
  clicks++;
  return { x: clicks % 2 ? 8 : -8, y: ((clicks % 3) - 1) * 7 };
}
let clicks = 0;
