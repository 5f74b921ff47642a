import type { Profile } from './profiles.ts';
import type { ruleOf } from './rules.ts';

/** What survives a launch: the attempt's stored values, and how the server is. JSON. */
export interface Server {
  stored: Record<string, string>;
  /**
   * up. offline: no network (a commit throws, or is a beacon that is lost). error: answers 503. signedOut: answers
   * with a login page. drop: answers "true" and stores nothing. flaky: every other request fails. hang: a commit
   * fails after a long while, a probe is never answered. handler: saves are answered 503, files are served.
   * staleKey: the learner has signed in anew; saves of launches from before are refused, for good.
   */
  net: 'up' | 'offline' | 'error' | 'signedOut' | 'drop' | 'flaky' | 'hang' | 'handler' | 'staleKey';
  /** Counts log-ins: a launch can save only as long as the one it was opened in lasts. */
  session: number;
  /** Requests so far. */
  requests: number;
  /** Every call of every launch. */
  log: { fn: string; element: string; value: string; result: string; bytes: number; launch: number }[];
  launches: number;
  /** What must never happen: a write in review, a second initialise or finish, a status lowered … */
  violations: string[];
}

/** One launch of the fake. */
export interface FakeLaunch {
  readonly api: Record<string, (...args: unknown[]) => unknown>;
  /** The page is hidden or going: synchronous requests are beacons now. */
  leaving(on: boolean): void;
  /** The module is loaded again inside the open launch: its initialise is no second one, nor is its finish. */
  reloaded(): void;
  /** Values that were set and are on their way, or wait for it. */
  waiting(): number;
}

/** Things only the place knows. */
export interface FakeHooks {
  /** Lets time pass in a slow commit. */
  block?(ms: number): void;
  /** A request has ended. @param status 0: no answer came @param lasted milliseconds */
  saw?(address: string, status: number, lasted: number): void;
  /** Milliseconds that never go back. */
  now?(): number;
  /** The network's time goes on although the page is gone. */
  after?(ms: number, run: () => void): void;
  /** Runs something in the page, as soon and as long as it lives. */
  inPage?(run: () => void): void;
  /** Sends values to a real server instead of the one in memory. @param beacon the page is hidden or going */
  send?(values: Record<string, string>, beacon: boolean): boolean;
}

/** A fresh server for a learner. */
export const newServer = (id = 'ab12345', name = 'Sam Example'): Server => ({
  stored: { 'fake.id': id, 'fake.name': name },
  net: 'up',
  session: 1,
  requests: 0,
  log: [],
  launches: 0,
  violations: [],
});

/**
 * Opens a launch on a server that behaves as a profile says. Self-contained: in a page it runs from its own source
 * (`source.ts`), with `rules` beside it.
 */
export function openFake(profile: Profile, rules: typeof ruleOf, server: Server, hooks: FakeHooks = {}): FakeLaunch {
  const is12 = profile.standard === 'scorm12';
  const launch = ++server.launches;
  const names = is12
    ? ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError']
    : ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError'];
  const STATUS = is12 ? 'cmi.core.lesson_status' : 'cmi.completion_status';
  const EXIT = is12 ? 'cmi.core.exit' : 'cmi.exit';
  const review = profile.reviewAfter.includes(server.stored[STATUS] ?? '');
  const blank = profile.blankUnlessSuspend && !review && server.stored[EXIT] !== 'suspend';
  let memory: Record<string, string> = {};
  let baseline: Record<string, string> = {};
  let queue = new Set<string>();
  let count = 0;
  let error = 0;
  let state: 'new' | 'open' | 'closed' = 'new';
  let finishes = 0;
  let beacons = false;
  let reload = false;
  const { session } = server;
  const isFresh = server.net === 'staleKey';
  let stale = false;

  function load() {
    const kept = blank ? {} : server.stored;
    const own: Record<string, string> = Object.fromEntries(Object.entries(kept).filter(([k]) => k.startsWith('cmi.')));
    const mode = review ? 'review' : 'normal';
    const credit = review ? 'no-credit' : 'credit';
    const given: Record<string, string> = is12
      ? {
          'cmi.core.student_id': server.stored['fake.id'] ?? '',
          'cmi.core.student_name': server.stored['fake.name'] ?? '',
          'cmi.core.lesson_mode': mode,
          'cmi.core.credit': credit,
          'cmi.core.lesson_status': own['cmi.core.lesson_status'] ?? 'not attempted',
        }
      : {
          'cmi.learner_id': server.stored['fake.id'] ?? '',
          'cmi.learner_name': server.stored['fake.name'] ?? '',
          'cmi.mode': mode,
          'cmi.credit': credit,
          'cmi.completion_status': own['cmi.completion_status'] ?? 'unknown',
          'cmi.success_status': own['cmi.success_status'] ?? 'unknown',
        };
    memory = { ...own, ...given };
    baseline = { ...memory };
    queue = new Set();
    count = stored();
  }

  const say = (ok: boolean, code: number): unknown => {
    error = ok ? 0 : code;
    if (profile.says === 'nulls') return ok ? null : 'false';
    if (profile.says === 'booleans') return ok;
    return ok ? 'true' : 'false';
  };

  const rank = (status: string | undefined) =>
    ['passed', 'completed'].includes(status ?? '') ? 2 : status === 'incomplete' ? 1 : 0;

  /** The server takes a request. */
  function store(values: Record<string, string>) {
    for (const [key, value] of Object.entries(values)) {
      const before = server.stored[key];
      if (review && before !== value) server.violations.push(`write in review: ${key}`);
      const lower = key.endsWith('status') && rank(value) < rank(before);
      const passing = is12 && value === 'incomplete'; // the nudge; judged at the end of a launch
      if (lower && !passing) server.violations.push(`${key} lowered from ${before} to ${value}`);
      server.stored[key] = value;
    }
  }

  const differing = () => Object.fromEntries(Object.entries(memory).filter(([k, v]) => baseline[k] !== v));

  /** What a request carries; taken together before anything is known of how it ends. */
  function collect(): Record<string, string> {
    const sent = profile.sends === 'queue' ? Object.fromEntries([...queue].map((k) => [k, memory[k] ?? ''])) : memory;
    queue = new Set();
    if (profile.sends === 'all' || profile.sends === 'queue') return { ...sent };
    const changes = differing();
    if (profile.sends === 'changes') baseline = { ...memory }; // marked as sent while the request is built
    return changes;
  }

  /** Whether this launch's key has died with the log-in that it came from. */
  function isStale(): boolean {
    stale ||= session !== server.session || (server.net === 'staleKey' && !isFresh);
    return stale;
  }

  /** What the browser sees of a synchronous request: a stale key is answered well, with nothing in it (Moodle). */
  function request(net: Server['net']): void {
    if (beacons) return;
    const lost = net === 'offline' || net === 'drop';
    const lasted = net === 'hang' ? 20_000 : net !== 'up' && profile.blocks ? profile.blocks : lost ? 2 : 15;
    hooks.block?.(lasted);
    const status = { signedOut: 303, error: 503, handler: 503, offline: 0, drop: 0, hang: 0 }[net as string] ?? 200;
    hooks.saw?.('http://lms.example/mod/scorm/datamodel.php', status, lasted);
  }

  function save(): boolean {
    if (hooks.send) return hooks.send(collect(), beacons);
    const net = server.net === 'flaky' ? (++server.requests % 2 ? 'up' : 'error') : server.net;
    const sent = collect();
    request(net);
    const isRefused = isStale();
    if (profile.throws && (isRefused || !['up', 'staleKey'].includes(net))) throw new Error('The LMS broke.');
    if (net === 'drop') return true;
    if (net === 'offline') return profile.offlineIsTrue || beacons;
    if (isRefused || !['up', 'staleKey'].includes(net)) return beacons;
    store(sent);
    return true;
  }

  /**
   * How many interactions are stored. Moodle counts them at launch and from then on only adds (docs/standards/scorm.md,
   * Interactions).
   */
  function stored(): number {
    const array = 'cmi.interactions.';
    const seen = Object.keys(memory).flatMap((k) => (k.startsWith(array) ? [k.slice(array.length).split('.')[0]] : []));
    return new Set(seen).size;
  }

  function check(element: string, value: string): number {
    const rule = rules(profile.standard, element);
    if (!rule) return 401;
    if (profile.noInteractions && element.startsWith('cmi.interactions.')) return 401;
    if (rule.access === 'r') return is12 ? 403 : 404;
    const index = /^cmi\.interactions\.(\d+)\./.exec(element)?.[1];
    if (index && Number(index) > count) return is12 ? 201 : 351;
    const isNew = index && Number(index) === count && memory[`cmi.interactions.${index}.id`] === undefined;
    if (!is12 && isNew && !element.endsWith('.id')) return 408;
    if (!profile.checks) return 0;
    const mismatch = is12 ? 405 : 406;
    if (element === 'cmi.suspend_data' && value.length > profile.suspendLimit) return mismatch;
    if (!rule.value.test(value)) return mismatch;
    if (!profile.singleCharacters || !index || !/(pattern|student_response)$/.test(element)) return 0;
    const type = memory[`cmi.interactions.${index}.type`];
    const single = type === 'matching' ? /^[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*$/ : /^[a-z0-9](,[a-z0-9])*$/;
    return type === 'fill-in' || single.test(value) ? 0 : mismatch;
  }

  const raw: ((...args: unknown[]) => unknown)[] = [
    function initialise(argument) {
      if (argument !== '') return say(false, 201);
      if (state === 'closed' && !profile.reopens) return say(false, is12 ? 101 : 104);
      if (state === 'open') {
        if (!reload) server.violations.push('a second initialise');
        reload = false;
        if (profile.initialiseForgets) load();
        return say(false, is12 ? 101 : 103);
      }
      state = 'open';
      finishes = 0; // an LMS that opens again opens a session of its own
      load();
      return say(true, 0);
    },
    function finish(argument) {
      if (argument !== '') return say(false, 201);
      if (++finishes > 1) server.violations.push('a second finish');
      if (state !== 'open') return say(false, is12 ? 301 : 113);
      if (is12 && memory[STATUS] === 'not attempted') memory[STATUS] = 'completed';
      if (is12 && !memory[STATUS]) memory[STATUS] = 'completed';
      const saved = save();
      if (saved || profile.failedFinish === 'closed') state = 'closed';
      return say(saved, is12 ? 101 : 111);
    },
    function get(element) {
      if (state !== 'open') {
        error = is12 ? 301 : state === 'new' ? 122 : 123;
        return '';
      }
      const key = String(element);
      const rule = rules(profile.standard, key);
      error = rule ? (rule.access === 'w' ? (is12 ? 404 : 405) : 0) : 401;
      if (error) return profile.says === 'nulls' ? null : '';
      if (profile.noInteractions && key.startsWith('cmi.interactions')) {
        error = 401;
        return '';
      }
      if (key.endsWith('._children')) return 'id,time,type,correct_responses,weighting,student_response,result,latency';
      if (key.endsWith('._count')) return profile.says === 'booleans' ? count : String(count);
      const value = memory[key];
      if (value === undefined) {
        if (!is12) error = 403;
        return profile.says === 'nulls' ? null : '';
      }
      return /score\./.test(key) && profile.says !== 'strings' ? Number(value) : value;
    },
    function set(element, given) {
      if (state !== 'open') return say(false, is12 ? 301 : state === 'new' ? 132 : 133);
      if (profile.throws && !['up', 'staleKey'].includes(server.net)) throw new Error('The LMS broke.');
      let value = String(given);
      if (profile.coerces && !/[A-Za-z]/.test(value) && value.trim() && !Number.isNaN(Number(value))) {
        value = String(Number(value));
      }
      const code = check(String(element), value);
      if (code) return say(false, code);
      if (element === 'cmi.suspend_data' && profile.cutsAt) value = value.slice(0, profile.cutsAt);
      memory[String(element)] = value;
      const index = /^cmi\.interactions\.(\d+)\./.exec(String(element))?.[1];
      if (Number(index) === count) count++;
      queue.add(String(element));
      return say(true, 0);
    },
    function commit(argument) {
      if (argument !== '') return say(false, 201);
      if (state !== 'open') return say(false, is12 ? 301 : state === 'new' ? 142 : 143);
      return say(save(), is12 ? 101 : 391);
    },
    function lastError() {
      if (profile.throws) throw new Error('The LMS has no errors to tell.');
      return profile.says === 'booleans' ? error : String(error);
    },
  ];

  const api: Record<string, (...args: unknown[]) => unknown> = {};
  names.forEach((name, i) => {
    api[name] = (...args) => {
      let result: unknown = 'threw';
      try {
        result = raw[i]?.(...args);
        return result;
      } finally {
        if (i < 5) {
          const [element, value] = args.map(String);
          const bytes = (element ?? '').length + (value ?? '').length;
          server.log.push({
            fn: name,
            element: element ?? '',
            value: value ?? '',
            result: String(result),
            bytes,
            launch,
          });
        }
      }
    };
  });
  return {
    api,
    leaving(on) {
      beacons = on;
    },
    reloaded() {
      reload = true;
      finishes = 0;
    },
    waiting: () => 0,
  };
}
