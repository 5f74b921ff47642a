/** The part of Web Storage that is used. Every access may throw. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What a page is told about its life. */
export type PageEvent = 'visible' | 'hidden' | 'pagehide' | 'pageshow' | 'online' | 'offline' | 'beforeunload';

/** Messages between tabs of one browser. */
export interface Channel {
  post(message: string): void;
  close(): void;
}

/** A store that a log-in to the LMS does not clear (IndexedDB). Every call may reject, or never settle. */
export interface DeepStore {
  entries(): Promise<readonly (readonly [key: string, value: string])[]>;
  set(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** A request of a window to its own site that has ended, as the browser saw it (Resource Timing). */
export interface SeenRequest {
  /** Origin and path, without query. */
  readonly address: string;
  /** Milliseconds of that window's clock. */
  readonly start: number;
  readonly end: number;
  /** HTTP status; 0: no answer came; 303: answered by way of a redirect; null: this engine does not tell. */
  readonly status: number | null;
}

export interface Requests {
  /** Whether this engine tells statuses (Chromium, new Firefox). */
  readonly tellsStatus: boolean;
  clock(): number;
  /** Told of each request some milliseconds after it has ended, from now on. */
  watch(run: (request: SeenRequest) => void): void;
}

/** Everything the tracker takes from the outside, so that tests can bring a virtual clock and a lost network. */
export interface Environment {
  /** Wall clock, milliseconds since 1970: for timestamps only, it may be set while we run. */
  now(): number;
  /** Milliseconds that never go back. */
  ticks(): number;
  /** Runs something once, after `ms`. Returns what cancels it. */
  after(ms: number, run: () => void): () => void;
  /** Reads a file past every cache. Rejects without network or when `cancel` resolves first. */
  read(url: string, signal: AbortSignal): Promise<{ readonly status: number; readonly body: string }>;
  /** null where the browser does not show them. */
  requests(frame: unknown): Requests | null;
  /**
   * When the page of a window was loaded, milliseconds since 1970: what it was given may be as old as that. 0: it came
   * back by Back or Forward, and may be older still. Infinity: not to be known.
   */
  loadedAt(frame: unknown): number;
  /** null where the browser refuses storage. */
  local(): Store | null;
  session(): Store | null;
  /** null where the browser has none. */
  deep(): DeepStore | null;
  /** The browser's own idea; "no" may be wrong (loopback), "yes" means little. */
  online(): boolean;
  visible(): boolean;
  listen(type: PageEvent, run: (event: Event) => void): () => void;
  /** Web Locks; null on plain http and in old browsers. */
  locks(): LockManager | null;
  channel(name: string, run: (message: string) => void): Channel | null;
  reload(): void;
  /** Loads the LMS's page around the module again; false where that page cannot be reached. */
  reopen(): boolean;
  /** Whether `reopen` can work. */
  canReopen(): boolean;
  /** Shows a fault of ours to whoever looks. Never throws. */
  report(error: unknown): void;
  /** Random letters and digits. */
  token(): string;
}
