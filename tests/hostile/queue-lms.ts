import type { FakeHooks, FakeLaunch, Server } from './fake-lms.ts';
import type { Profile } from './profiles.ts';
import type { ruleOf } from './rules.ts';

/**
 * An LMS whose script saves by a queue of asynchronous requests, as the Open edX SCORM XBlock does: every call answers
 * "true". A value that is set while nothing is under way goes at once, alone; what is set meanwhile goes together when
 * that request has ended. What a failed request carried is dropped. What it gives back is what it was opened with, and
 * "" for status, score and mode. Self-contained, as `openFake` is.
 */
export function openQueue(
  profile: Profile,
  _rules: typeof ruleOf,
  server: Server,
  hooks: FakeHooks = {},
  latency: () => number = () => 150,
): FakeLaunch {
  const is12 = profile.standard === 'scorm12';
  const launch = ++server.launches;
  const { session } = server;
  const isFresh = server.net === 'staleKey';
  const given = { ...server.stored };
  const after = hooks.after ?? ((ms: number, run: () => void) => void setTimeout(run, ms));
  const inPage = hooks.inPage ?? ((run: () => void) => run());
  let queue: [element: string, value: string][] = [];
  let underWay: typeof queue = [];
  let stale = false;
  let opened = false;
  let reload = false;
  let finishes = 0;

  const rank = (status: string | undefined) =>
    ['passed', 'completed'].includes(status ?? '') ? 2 : status === 'incomplete' ? 1 : 0;

  function store(values: typeof queue) {
    for (const [key, value] of values) {
      const before = server.stored[key];
      // The nudge passes through incomplete; whether a pass is gone is judged at the end of a launch.
      const passing = is12 && value === 'incomplete';
      const lower = key.endsWith('status') && rank(value) < rank(before);
      if (lower && !passing) server.violations.push(`${key} lowered from ${before} to ${value}`);
      server.stored[key] = value;
    }
  }

  function send() {
    underWay = queue;
    queue = [];
    if (underWay.length === 0) return;
    const net = server.net === 'flaky' ? (++server.requests % 2 ? 'up' : 'error') : server.net; // of the moment it goes
    stale ||= session !== server.session || (net === 'staleKey' && !isFresh);
    const statuses = { signedOut: 303, error: 503, handler: 503, offline: 0, drop: 0, hang: 0 };
    const failed = (statuses as Record<string, number>)[net];
    const status = failed ?? (stale ? 403 : 200);
    const lasts = net === 'hang' ? 20_000 : status === 0 ? 5 : latency();
    const from = hooks.now?.() ?? 0;
    after(lasts, () => {
      if (hooks.send) hooks.send(Object.fromEntries(underWay), false);
      else if (status === 200) store(underWay);
      underWay = [];
      inPage(() => {
        hooks.saw?.(
          'http://lms.example/courses/xblock/scorm/handler/scorm_set_values',
          status,
          (hooks.now?.() ?? lasts) - from,
        );
        send();
      });
    });
  }

  const KEPT = /^cmi\.(suspend_data|location|core\.lesson_location)$/;
  const ID = is12 ? 'cmi.core.student_id' : 'cmi.learner_id';
  const NAME = is12 ? 'cmi.core.student_name' : 'cmi.learner_name';
  const ids = Object.keys(given).filter((key) => /^cmi\.interactions\.\d+\.id$/.test(key));

  const functions: Record<string, (element: string, value: string) => string> = {
    Initialize() {
      if (opened && !reload) server.violations.push('a second initialise');
      opened = true;
      reload = false;
      return 'true';
    },
    [is12 ? 'Finish' : 'Terminate']() {
      if (++finishes > 1) server.violations.push('a second finish');
      return 'true';
    },
    GetValue(element) {
      if (element === ID) return given['fake.id'] ?? '';
      if (element === NAME) return given['fake.name'] ?? '';
      if (element === 'cmi.interactions._count') return String(ids.length);
      return KEPT.test(element) ? (given[element] ?? '') : '';
    },
    SetValue(element, value) {
      hooks.block?.(1); // a call takes a moment
      queue.push([element, value]);
      if (underWay.length === 0) send();
      return 'true';
    },
    Commit: () => 'true',
    GetLastError: () => '0',
  };

  const api: FakeLaunch['api'] = {};
  for (const [name, run] of Object.entries(functions)) {
    const fn = is12 ? `LMS${name}` : name;
    api[fn] = (...args) => {
      const [element = '', value = ''] = args.map(String);
      const result = run(element, value);
      const bytes = element.length + value.length;
      if (name !== 'GetLastError') server.log.push({ fn, element, value, result, bytes, launch });
      return result;
    };
  }
  return {
    api,
    leaving() {}, // it knows no beacons
    reloaded() {
      reload = true;
      finishes = 0;
    },
    waiting: () => underWay.length + queue.length,
  };
}
