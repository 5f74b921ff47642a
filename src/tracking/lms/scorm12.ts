import { isReached } from '../port/never-lower.ts';
import type { Interaction } from '../port/port.ts';
import { accessOf, type Dialect, interactionsHeld, type Write } from './dialect.ts';
import { trimmed } from './differences.ts';
import { clock12, sessionLength, timespan12 } from './format-time.ts';
import { decimal, safeText, storedScore, word } from './format-value.ts';

const STATUS = 'cmi.core.lesson_status';
const RAW = 'cmi.core.score.raw';
const SUSPEND = 'cmi.suspend_data';

/** Single characters, comma separated (SCORM 1.2 RTE 3.4.4; docs/standards/scorm.md, Interactions). */
const answer = ({ type }: Interaction, parts: readonly string[]) =>
  type === 'fill-in' ? safeText(parts.join(' ')) : parts.join(',');

function statusOf(status: string) {
  if (isReached(status)) return 'passed';
  return ['', 'not attempted', 'unknown'].includes(status) ? 'none' : 'incomplete';
}

/** SCORM 1.2 Run-Time Environment, data model of chapter 3.4. */
export const scorm12: Dialect = {
  standard: 'scorm12',
  names: {
    object: 'API',
    required: ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit'],
    initialise: 'LMSInitialize',
    finish: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    lastError: 'LMSGetLastError',
  },
  probe: STATUS,
  suspend: SUSPEND,
  sessionTime: 'cmi.core.session_time',
  farewell: [],
  dropsFailed: true,
  critical: [STATUS, RAW, SUSPEND],
  duration: (ms) => timespan12(sessionLength(ms)),

  read(get) {
    const status = word(get(STATUS));
    const score = storedScore(get(RAW));
    const suspend = get(SUSPEND);
    const known = new Map([
      [STATUS, status],
      [SUSPEND, suspend],
    ]);
    if (score !== null) known.set(RAW, decimal(score));
    return {
      access: accessOf(word(get('cmi.core.lesson_mode')), word(get('cmi.core.credit'))),
      learner: { id: get('cmi.core.student_id'), name: get('cmi.core.student_name') },
      status: statusOf(status),
      score,
      suspend: trimmed(suspend),
      silent: status === '' && score === null,
      interactions: interactionsHeld(get),
      known,
    };
  },

  result({ status, score, location, suspend }) {
    const writes: Write[] = [];
    if (score !== null) writes.push(['cmi.core.score.min', '0'], ['cmi.core.score.max', '100'], [RAW, decimal(score)]);
    writes.push([STATUS, status], ['cmi.core.lesson_location', location]);
    writes.push([SUSPEND, suspend], ['cmi.core.exit', 'suspend']);
    return writes;
  },

  interaction(index, it) {
    const at = `cmi.interactions.${index}.`;
    const writes: Write[] = [
      [`${at}id`, it.id],
      [`${at}type`, it.type],
      [`${at}time`, clock12(it.at)],
    ];
    [it.pattern ?? [], ...(it.alsoRight ?? [])].forEach((pattern, n) => {
      if (pattern.length) writes.push([`${at}correct_responses.${n}.pattern`, answer(it, pattern)]);
    });
    if (it.response.length) writes.push([`${at}student_response`, answer(it, it.response)]);
    writes.push([`${at}result`, it.result], [`${at}latency`, timespan12(it.latency)]);
    return writes;
  },
};
