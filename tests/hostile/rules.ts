/** What an element takes: how it may be used, and the values it accepts. */
export interface Rule {
  readonly access: 'r' | 'w' | 'rw';
  readonly value: RegExp;
}

/**
 * The rule of an element under a standard, or null where it does not exist: the narrow intersection of the standard,
 * Moodle and ILIAS (docs/standards/scorm.md, Values that all take). Self-contained, so that its source can be put into
 * a page as it is.
 */
export function ruleOf(standard: 'scorm12' | 'scorm2004', element: string): Rule | null {
  const is12 = standard === 'scorm12';
  const rule = (access: Rule['access'], value: RegExp) => ({ access, value });
  const decimal = /^(100(\.0{1,7})?|\d{1,2}(\.\d{1,7})?)$/;
  const span = /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/;
  const interval = /^PT\d+H[0-5]?\dM[0-5]?\d(\.\d{1,2})?S$/;
  const id = /^[A-Za-z][A-Za-z0-9_]{0,249}$/;
  const text = (most: number) => new RegExp(`^[\\x20-\\x7e]{0,${most}}$`);
  const lettered = (most: number) => new RegExp(`^[A-Za-z][\\x20-\\x7e]{0,${most - 1}}$`);
  const result = is12
    ? /^(correct|wrong|unanticipated|neutral|-?\d+(\.\d+)?)$/
    : /^(correct|incorrect|unanticipated|neutral|-?\d+(\.\d+)?)$/;
  const type = /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/;
  const rules12: Record<string, Rule> = {
    'cmi.core.student_id': rule('r', /^/),
    'cmi.core.student_name': rule('r', /^/),
    'cmi.core.lesson_location': rule('rw', lettered(255)),
    'cmi.core.credit': rule('r', /^/),
    'cmi.core.lesson_status': rule('rw', /^(passed|completed|failed|incomplete|browsed)$/),
    'cmi.core.entry': rule('r', /^/),
    'cmi.core.score.raw': rule('rw', decimal),
    'cmi.core.score.min': rule('rw', decimal),
    'cmi.core.score.max': rule('rw', decimal),
    'cmi.core.total_time': rule('r', /^/),
    'cmi.core.lesson_mode': rule('r', /^/),
    'cmi.core.exit': rule('w', /^(time-out|suspend|logout|)$/),
    'cmi.core.session_time': rule('w', span),
    'cmi.suspend_data': rule('rw', lettered(64_000)),
    'cmi.launch_data': rule('r', /^/),
    'cmi.interactions._children': rule('r', /^/),
    'cmi.interactions._count': rule('r', /^/),
    'cmi.interactions.n.id': rule('w', id),
    'cmi.interactions.n.time': rule('w', /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/),
    'cmi.interactions.n.type': rule('w', type),
    'cmi.interactions.n.correct_responses.n.pattern': rule('w', text(255)),
    'cmi.interactions.n.weighting': rule('w', decimal),
    'cmi.interactions.n.student_response': rule('w', lettered(255)),
    'cmi.interactions.n.result': rule('w', result),
    'cmi.interactions.n.latency': rule('w', span),
  };
  const rules2004: Record<string, Rule> = {
    'cmi.learner_id': rule('r', /^/),
    'cmi.learner_name': rule('r', /^/),
    'cmi.location': rule('rw', lettered(1000)),
    'cmi.credit': rule('r', /^/),
    'cmi.mode': rule('r', /^/),
    'cmi.entry': rule('r', /^/),
    'cmi.completion_status': rule('rw', /^(completed|incomplete|not attempted|unknown)$/),
    'cmi.success_status': rule('rw', /^(passed|failed|unknown)$/),
    'cmi.score.raw': rule('rw', decimal),
    'cmi.score.min': rule('rw', decimal),
    'cmi.score.max': rule('rw', decimal),
    'cmi.score.scaled': rule('rw', /^(1(\.0{1,4})?|0(\.\d{1,4})?)$/),
    'cmi.exit': rule('w', /^(time-out|suspend|logout|normal|)$/),
    'cmi.session_time': rule('w', interval),
    'cmi.total_time': rule('r', /^/),
    'cmi.suspend_data': rule('rw', lettered(64_000)),
    'cmi.interactions._children': rule('r', /^/),
    'cmi.interactions._count': rule('r', /^/),
    'cmi.interactions.n.id': rule('rw', id),
    'cmi.interactions.n.timestamp': rule(
      'rw',
      /^(19|20)\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,2}Z|\.\d{1,2})?$/,
    ),
    'cmi.interactions.n.type': rule('rw', type),
    'cmi.interactions.n.correct_responses.n.pattern': rule('rw', lettered(250)),
    'cmi.interactions.n.weighting': rule('rw', decimal),
    'cmi.interactions.n.learner_response': rule('rw', lettered(250)),
    'cmi.interactions.n.result': rule('rw', result),
    'cmi.interactions.n.latency': rule('rw', interval),
    // Never exitAll, which Moodle's own Terminate cannot take (docs/decisions/0020).
    'adl.nav.request': rule('w', /^suspendAll$/),
  };
  const known = is12 ? rules12 : rules2004;
  return known[element.replace(/\.\d+\./g, '.n.')] ?? null;
}
