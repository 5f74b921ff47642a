import { isReached } from '../port/never-lower.ts';
import type { Interaction } from '../port/port.ts';
import { accessOf, type Dialect, interactionsHeld, type Write } from './dialect.ts';
import { trimmed } from './differences.ts';
import { interval2004, sessionLength, timestamp2004 } from './format-time.ts';
import { decimal, safeText, scaled, storedScore, word } from './format-value.ts';

const COMPLETION = 'cmi.completion_status';
const SUCCESS = 'cmi.success_status';
const RAW = 'cmi.score.raw';
const SUSPEND = 'cmi.suspend_data';

/** Short identifiers joined by `[,]`, pairs by `[.]` (SCORM 2004 4th ed. RTE 4.2.9.1). */
function answer({ type }: Interaction, parts: readonly string[]) {
  if (type === 'fill-in') return safeText(parts.join(' '));
  return parts.map((part) => (type === 'matching' ? part.replace('.', '[.]') : part)).join('[,]');
}

function statusOf(completion: string, success: string) {
  if (success === 'passed' || completion === 'completed') return 'passed';
  return completion === 'incomplete' || success === 'failed' ? 'incomplete' : 'none';
}

/** SCORM 2004 4th edition Run-Time Environment, data model of chapter 4.2. */
export const scorm2004: Dialect = {
  standard: 'scorm2004',
  names: {
    object: 'API_1484_11',
    required: ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit'],
    initialise: 'Initialize',
    finish: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
  },
  probe: COMPLETION,
  suspend: SUSPEND,
  sessionTime: 'cmi.session_time',
  // Ends the sequencing session, so that the course can be opened again (docs/decisions/0020).
  farewell: [['adl.nav.request', 'suspendAll']],
  dropsFailed: false,
  critical: [COMPLETION, SUCCESS, RAW, SUSPEND],
  duration: (ms) => interval2004(sessionLength(ms)),

  read(get) {
    const completion = word(get(COMPLETION));
    const success = word(get(SUCCESS));
    const score = storedScore(get(RAW));
    const suspend = get(SUSPEND);
    const known = new Map([
      [COMPLETION, completion],
      [SUCCESS, success],
      [SUSPEND, suspend],
    ]);
    if (score !== null) known.set(RAW, decimal(score)).set('cmi.score.scaled', scaled(score));
    return {
      access: accessOf(word(get('cmi.mode')), word(get('cmi.credit'))),
      learner: { id: get('cmi.learner_id'), name: get('cmi.learner_name') },
      status: statusOf(completion, success),
      score,
      suspend: trimmed(suspend),
      silent: completion === '' && success === '' && score === null,
      interactions: interactionsHeld(get),
      known,
    };
  },

  result({ status, score, location, suspend }) {
    const writes: Write[] = [];
    if (score !== null) {
      writes.push(['cmi.score.min', '0'], ['cmi.score.max', '100'], [RAW, decimal(score)]);
      writes.push(['cmi.score.scaled', scaled(score)]);
    }
    const success = status === 'passed' ? 'passed' : 'unknown';
    writes.push([SUCCESS, success], [COMPLETION, isReached(status) ? 'completed' : 'incomplete']);
    writes.push(['cmi.location', location], [SUSPEND, suspend], ['cmi.exit', 'suspend']);
    return writes;
  },

  interaction(index, it) {
    const at = `cmi.interactions.${index}.`;
    const writes: Write[] = [
      [`${at}id`, it.id],
      [`${at}type`, it.type],
      [`${at}timestamp`, timestamp2004(it.at)],
    ];
    [it.pattern ?? [], ...(it.alsoRight ?? [])].forEach((pattern, n) => {
      if (pattern.length) writes.push([`${at}correct_responses.${n}.pattern`, answer(it, pattern)]);
    });
    if (it.response.length) writes.push([`${at}learner_response`, answer(it, it.response)]);
    const result = it.result === 'wrong' ? 'incorrect' : it.result;
    writes.push([`${at}result`, result], [`${at}latency`, interval2004(it.latency)]);
    return writes;
  },
};
