import { refusal } from './accepts.ts';

/** The eight functions under the names of either standard. */
export type ScormObject = Record<string, (...args: string[]) => string>;

/** What a player sends for a commit or a finish. */
export interface Outgoing {
  readonly sequence: number;
  readonly finish: boolean;
  readonly cmi: Record<string, string>;
  readonly calls: Record<string, number>;
}

/** One call of the module, as the live view shows it. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
  readonly answer: string;
  readonly error: string;
}

/** What the facade stands on. */
export interface FacadeOptions {
  readonly standard: 'scorm12' | 'scorm2004';
  readonly strict: boolean;
  /** scorm-again's API object, which judges and remembers. */
  readonly inner: ScormObject;
  /** Called after every call of the module. */
  readonly onCall: (call: Call) => void;
}

const verbs = [
  'Initialize',
  'Finish',
  'GetValue',
  'SetValue',
  'Commit',
  'GetLastError',
  'GetErrorString',
  'GetDiagnostic',
];

/** The name a standard gives to a function: LMSFinish, Terminate. */
const nameOf = (standard: FacadeOptions['standard'], verb: string) =>
  standard === 'scorm12' ? `LMS${verb}` : verb === 'Finish' ? 'Terminate' : verb;

/**
 * The API object the module finds: scorm-again behind Moodle's own stricter verdicts, counting calls and remembering
 * what was set. Only what a module *set* in this session is sent, as in Moodle, so that a value the LMS hid is not
 * overwritten by a default. 1.2 sends what has changed since the last good commit; 2004 sends everything each time.
 */
export function facade(options: FacadeOptions) {
  const { standard, strict, inner, onCall } = options;
  const written = new Map<string, string>();
  const unsent = new Set<string>();
  const calls: Record<string, number> = {};
  let refused = 0;
  let sequence = 0;
  const typeOf = (slot: string) => written.get(`cmi.interactions.${slot}.type`);
  const name = (verb: string) => nameOf(standard, verb);

  const perform = (verb: string, args: readonly string[]): string => {
    const call = inner[name(verb)];
    if (!call) return 'false';
    if (verb === 'GetLastError') return refused ? String(refused) : call.call(inner);
    if (!/^Get(Error|Diag)/.test(verb)) refused = 0;
    if (verb === 'SetValue') {
      const [element = '', value = ''] = args.map((a) => String(a ?? ''));
      refused = refusal(standard, strict, element, value, typeOf);
      if (refused) return 'false';
      const answer = String(call.call(inner, element, value));
      if (answer === 'true') {
        written.set(element, value);
        unsent.add(element);
      }
      return answer;
    }
    return String(call.apply(inner, [...args]));
  };

  const api: ScormObject = {};
  for (const verb of verbs)
    api[name(verb)] = (...args) => {
      if (!/^Get(LastError|ErrorString|Diagnostic)$/.test(verb)) calls[name(verb)] = (calls[name(verb)] ?? 0) + 1;
      const answer = perform(verb, args);
      if (verb !== 'GetLastError') {
        const error = perform('GetLastError', []);
        onCall({ name: name(verb), args: args.map(String), answer, error });
      }
      return answer;
    };

  return {
    /** To be hung on the window. */
    api,
    /** What to send now. A finish sends everything, so that it can overtake a commit on its way. */
    outgoing(finish: boolean): Outgoing {
      sequence += 1;
      const part = standard === 'scorm12' && !finish ? [...unsent] : [...written.keys()];
      const cmi = Object.fromEntries(part.map((element) => [element, written.get(element) ?? '']));
      return { sequence, finish, cmi, calls: { ...calls } };
    },
    /** To be called when that was accepted. */
    sent(outgoing: Outgoing): void {
      for (const [element, value] of Object.entries(outgoing.cmi))
        if (written.get(element) === value) unsent.delete(element);
    },
    /** Everything set in this session. */
    written: written as ReadonlyMap<string, string>,
    /** Calls of this session by name. */
    calls: calls as Readonly<Record<string, number>>,
  };
}
