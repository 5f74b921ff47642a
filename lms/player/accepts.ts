/** A rule of Moodle's data model: for elements that match, values must match too, or the call fails with `error`. */
interface Rule {
  readonly element: RegExp;
  readonly value: RegExp;
  readonly error: number;
}

const rule = (element: RegExp, value: RegExp, error: number): Rule => ({ element, value, error });

const upTo = (n: number) => new RegExp(`^[\\s\\S]{0,${n}}$`);
const decimal = /^-?\d{0,3}(\.\d*)?$/;
const navigation =
  /^(previous|continue|exit|exitAll|abandon|abandonAll|suspendAll|\{target=\S{0,200}[a-zA-Z0-9]\}(choice|jump))$/;
const real = /^-?\d{1,5}(\.\d{1,18})?$/;

/** SCORM 1.2 as Moodle 4.5 judges it. `strict`: its "standards mode", with the standard's own lengths. */
const scorm12 = (strict: boolean): readonly Rule[] => [
  rule(/^cmi\.suspend_data$|^cmi\.comments$/, upTo(strict ? 4096 : 64_000), 405),
  rule(/lesson_location$|student_response$|\.pattern$|\.language$/, upTo(strict ? 255 : 64_000), 405),
  rule(/lesson_status$/, /^(passed|completed|failed|incomplete|browsed)$/, 405),
  rule(/core\.exit$/, /^(time-out|suspend|logout|)$/, 405),
  rule(/score\.(raw|min|max)$|weighting$/, decimal, 405),
  rule(/\.id$/, /^[\x21-\x7e]{0,255}$/, 405),
  rule(/interactions\.\d+\.type$/, /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/, 405),
  rule(/interactions\.\d+\.result$/, /^(correct|wrong|unanticipated|neutral|\d{0,3}(\.\d*)?)$/, 405),
  rule(/interactions\.\d+\.time$/, /^[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,2})?$/, 405),
  rule(/latency$|session_time$/, /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/, 405),
];

/** SCORM 2004 as Moodle 4.5 judges it; stricter than the standard in places, and scorm-again would let it pass. */
const scorm2004: readonly Rule[] = [
  rule(/^cmi\.suspend_data$/, upTo(64_000), 406),
  rule(/^cmi\.location$/, upTo(1000), 406),
  rule(/completion_status$/, /^(completed|incomplete|not attempted|unknown)$/, 406),
  rule(/success_status$/, /^(passed|failed|unknown)$/, 406),
  rule(/^cmi\.exit$/, /^(time-out|suspend|logout|normal|)$/, 406),
  rule(/score\.(raw|min|max|scaled)$|progress_measure$|weighting$/, real, 406),
  rule(/\.id$/, /^[\x21-\x7e]{1,4000}$/, 406),
  rule(/\.timestamp$/, /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,2}(Z|[+-]\d\d(:\d\d)?)?)?)?$/, 406),
  rule(/latency$|session_time$/, /^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/, 406),
  rule(/^adl\.nav\.request$/, navigation, 406),
  rule(/\.description$/, /^(?!\{)[^\n\r]{0,250}$/, 406),
];

const shortId = '[A-Za-z0-9_.]+';
const set = new RegExp(`^${shortId}(\\[,\\]${shortId})*$`);
const responses: Record<string, RegExp> = {
  'true-false': /^(true|false)$/,
  choice: set,
  sequencing: set,
  likert: new RegExp(`^${shortId}$`),
  matching: new RegExp(`^${shortId}\\[\\.\\]${shortId}(\\[,\\]${shortId}\\[\\.\\]${shortId})*$`),
  'fill-in': /^[^\n\r]{0,2600}$/,
};

/**
 * Moodle's verdict on a value: the error code of a refusal, or 0. `typeOf` gives the type set for an interaction's slot
 * (2004 judges responses by it). Lengths are UTF-16 units, as Moodle counts.
 */
export function refusal(
  standard: 'scorm12' | 'scorm2004',
  strict: boolean,
  element: string,
  value: string,
  typeOf: (slot: string) => string | undefined,
): number {
  const rules = standard === 'scorm12' ? scorm12(strict) : scorm2004;
  for (const r of rules) if (r.element.test(element) && !r.value.test(value)) return r.error;
  if (standard === 'scorm12') return 0;
  const m = /^cmi\.interactions\.(\d+)\.(learner_response|correct_responses\.\d+\.pattern)$/.exec(element);
  const expected = responses[typeOf(m?.[1] ?? '') ?? ''];
  return m && expected && !expected.test(value) ? 406 : 0;
}
