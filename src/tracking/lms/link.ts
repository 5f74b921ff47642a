/** The object an LMS puts up. */
export type Api = Record<string, (...args: string[]) => unknown>;

/** How a standard names its object and functions. */
export interface Names {
  readonly object: string;
  readonly required: readonly string[];
  readonly initialise: string;
  readonly finish: string;
  readonly get: string;
  readonly set: string;
  readonly commit: string;
  readonly lastError: string;
}

/**
 * What became of a set. `refused`: the LMS will never take this value. `unclear`: "false" with error 0, which some
 * LMSs answer to sets that worked. `failed`: perhaps next time. `over`: the LMS session has ended.
 */
export type SetResult = 'ok' | 'refused' | 'unclear' | 'failed' | 'over';

/** The LMS's functions, made safe: nothing throws, every return value an LMS was ever seen to give is understood. */
export interface Link {
  /**
   * Once a launch. `reopened`: a session of before is still open in this page, and what it gives back may be what it
   * was opened with. `ended`: this API object was terminated before and takes no new session (2004, error 104).
   */
  initialise(): 'ok' | 'reopened' | 'ended' | 'failed';
  /** Empty where the LMS has nothing (2004's error 403 is no error here). */
  get(element: string): string;
  set(element: string, value: string): SetResult;
  commit(): 'ok' | 'failed' | 'over';
  finish(): boolean;
  /** Whether the session still answers. */
  alive(): boolean;
  /** From now on every call that may make the LMS send something is run by this. */
  observe(around: Around): void;
}

/** Runs a call. */
export type Around = <T>(call: () => T) => T;

const isYes = (value: unknown) => value === true || /^(true|1)$/i.test(String(value));

/** The LMS has no session (any more): 301 in 1.2; 122, 132, 142 before and 104, 123, 133, 143 after it in 2004. */
const NO_SESSION_12 = [301];
const NO_SESSION_2004 = [104, 122, 123, 132, 133, 142, 143];
/** Wrong argument, type, range, order or unknown element: the same value will be refused again. */
const REFUSED = [201, 351, 401, 402, 403, 404, 405, 406, 407, 408];

/** @param probe element that every LMS of the standard can read */
export function createLink(api: Api, names: Names, probe: string): Link {
  const noSession = names.set === 'SetValue' ? NO_SESSION_2004 : NO_SESSION_12;
  /** Calls on the object: several LMSs rely on `this`. undefined when it throws. */
  const call = (name: string, ...args: string[]): { value: unknown } | undefined => {
    try {
      return { value: api[name]?.(...args) };
    } catch {
      return undefined;
    }
  };
  let around: Around = (run) => run();
  const send = (name: string, ...args: string[]) => around(() => call(name, ...args));
  /** The last error code, null where the LMS does not say. */
  const error = (): number | null => {
    const answer = call(names.lastError);
    const code = Number.parseInt(String(answer?.value ?? ''), 10);
    return Number.isNaN(code) ? null : code;
  };
  const alive = () => {
    const answer = call(names.get, probe);
    if (!answer || answer.value === undefined || answer.value === null) return false;
    return String(answer.value) !== '' || !noSession.includes(error() ?? 0);
  };

  return {
    alive,
    observe(by) {
      around = by;
    },
    initialise() {
      const answer = call(names.initialise, '');
      if (!answer) return 'failed';
      if (isYes(answer.value)) return 'ok';
      const code = error();
      if (code === 104) return 'ended';
      // 101 or 103: a session of before is still open (page reloaded). Anything else: believed if reading works.
      if (!alive()) return 'failed';
      return code === 101 || code === 103 ? 'reopened' : 'ok';
    },
    get(element) {
      const answer = call(names.get, element);
      return String(answer?.value ?? '');
    },
    set(element, value) {
      const answer = send(names.set, element, value);
      if (!answer) return 'failed';
      if (isYes(answer.value)) return 'ok';
      const code = error();
      if (code === 0) return 'unclear';
      if (code === null) return 'failed';
      if (noSession.includes(code)) return 'over';
      return REFUSED.includes(code) ? 'refused' : 'failed';
    },
    commit() {
      const answer = send(names.commit, '');
      if (!answer) return 'failed';
      if (isYes(answer.value)) return 'ok';
      const code = error();
      if (code !== null && noSession.includes(code)) return 'over';
      return code === 0 ? 'ok' : 'failed';
    },
    finish() {
      return isYes(call(names.finish, '')?.value);
    },
  };
}
