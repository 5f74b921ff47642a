/**
 * The grammar of the fill-in texts in the record: `v1;key:value;key:value`. Starts with a letter (ILIAS turns
 * letterless values into numbers: docs/standards/scorm.md, Values that all take); ASCII; at most 250 characters.
 * `hr/facts/notes.ts` reads the same in SQL, since it has millions to read, and makes that SQL of what is said here.
 */

/** What a finished paper leaves in the record. */
export interface PaperNote {
  /** `paper`: an assessment paper. `diagnostic`: the refresher's first. `recheck`: two fresh questions on a section. */
  readonly kind: 'paper' | 'diagnostic' | 'recheck';
  readonly right: number;
  readonly of: number;
  /** Milliseconds since 1970; kept to the second. */
  readonly at: number;
  /** Two-character codes of the questions, in the order asked. */
  readonly questions: readonly string[];
  /** Section ids in which an answer was wrong. */
  readonly weak: readonly string[];
  /** Must-pass clauses with an answer that lets through what they forbid. */
  readonly missed: readonly string[];
  /** How sure the learner felt, a letter a question: s sure, n not sure, - unknown. Left out: not recorded. */
  readonly sure?: string | undefined;
}

/** What the declaration leaves in the record. */
export interface DeclarationNote {
  readonly edition: string;
  /** First 8 hexadecimal digits of the policy text's SHA-256. */
  readonly textHash: string;
  readonly version: string;
  /** Milliseconds since 1970; kept to the second. */
  readonly at: number;
  /** Active minutes so far. */
  readonly minutes: number;
  /** Sections that opened with a question met cold. Left out: not recorded. */
  readonly cold?: readonly string[] | undefined;
}

/** What a finished follow-up leaves in the record: no score, and nothing that a pass could be read from. */
export interface FollowUpNote extends Pick<PaperNote, 'right' | 'of' | 'at' | 'questions' | 'weak' | 'sure'> {
  readonly edition: string;
  readonly version: string;
  /** Active minutes so far. */
  readonly minutes: number;
}

const iso = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** Of what a note is made: `hr/facts/notes.ts` makes its SQL of the same. The first field is the version. */
export const VERSION = 'v1';
export const BETWEEN_FIELDS = ';';
export const AFTER_KEY = ':';
export const BETWEEN_IDS = '.';
/** Digits as they are written here; nothing after the colon is 0. */
export const NUMBER = /^\d+(\.\d+)?$/;
/** Only the whole form counts: a time cut off by an LMS would be read in the reader's own time zone. */
export const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
export const PAPER_KINDS = ['paper', 'diagnostic', 'recheck'] as const satisfies readonly PaperNote['kind'][];
/** The keys, in the order in which they are written. */
export const PAPER_KEYS = {
  kind: 'k',
  right: 'r',
  of: 'o',
  at: 't',
  questions: 'q',
  weak: 'w',
  missed: 'm',
  sure: 's',
} as const;
export const DECLARATION_KEYS = {
  edition: 'e',
  textHash: 'h',
  version: 'v',
  at: 't',
  minutes: 'n',
  cold: 'c',
} as const;
/** Those of a paper first, then those of a declaration: a follow-up is neither, and says what both say. */
export const FOLLOWUP_KEYS = {
  kind: 'k',
  right: 'r',
  of: 'o',
  at: 't',
  questions: 'q',
  weak: 'w',
  sure: 's',
  edition: 'e',
  version: 'v',
  minutes: 'n',
} as const;
/** What stands under `kind` of a follow-up's note. */
export const FOLLOWUP_KIND = 'followup';

function write<Name extends string>(
  keys: Readonly<Record<Name, string>>,
  values: Readonly<Record<NoInfer<Name>, string | number | undefined>>,
): string {
  const all = Object.entries<string>(keys).flatMap(([name, key]) => {
    const value = values[name as Name];
    return value === undefined ? [] : [`${key}${AFTER_KEY}${value}`];
  });
  return [VERSION, ...all].join(BETWEEN_FIELDS);
}

/** At most 250 ASCII characters, starting with `v1`. */
export function writePaper(n: PaperNote): string {
  const [weak, missed] = [n.weak.join(BETWEEN_IDS), n.missed.join(BETWEEN_IDS)];
  return write(PAPER_KEYS, { ...n, at: iso(n.at), questions: n.questions.join(''), weak, missed, sure: n.sure });
}

/** At most 250 ASCII characters, starting with `v1`. */
export function writeDeclaration(n: DeclarationNote): string {
  return write(DECLARATION_KEYS, { ...n, at: iso(n.at), cold: n.cold?.join(BETWEEN_IDS) });
}

/** At most 250 ASCII characters, starting with `v1`. */
export function writeFollowUp(n: FollowUpNote): string {
  const [questions, weak] = [n.questions.join(''), n.weak.join(BETWEEN_IDS)];
  return write(FOLLOWUP_KEYS, { ...n, kind: FOLLOWUP_KIND, at: iso(n.at), questions, weak, sure: n.sure });
}

/** The value of a key: the last one written; undefined where it is not there. null for a text of another version. */
function fields(text: string): ((key: string) => string | undefined) | null {
  const [version, ...rest] = text.trim().split(BETWEEN_FIELDS);
  if (version !== VERSION) return null;
  const all = new Map(rest.map((f) => [f.slice(0, f.indexOf(AFTER_KEY)), f.slice(f.indexOf(AFTER_KEY) + 1)] as const));
  return (key) => all.get(key);
}

const number = (s: string | undefined) => (s === '' ? 0 : s && NUMBER.test(s) ? Number(s) : Number.NaN);

const time = (s: string | undefined) => (s && TIME.test(s) ? Date.parse(s) : Number.NaN);

const list = (s: string | undefined) => (s ? s.split(BETWEEN_IDS) : []);

/** null when the text is not a paper of this grammar. Never throws. */
export function readPaper(text: string): PaperNote | null {
  const f = fields(text);
  const k = PAPER_KEYS;
  const kind = PAPER_KINDS.find((name) => name === f?.(k.kind));
  const at = time(f?.(k.at));
  const [right, of] = [number(f?.(k.right)), number(f?.(k.of))];
  if (!f || !kind || Number.isNaN(at) || !Number.isInteger(right) || !Number.isInteger(of)) return null;
  const questions = f(k.questions)?.match(/../g) ?? [];
  return {
    kind,
    right,
    of,
    at,
    questions,
    weak: list(f(k.weak)),
    missed: list(f(k.missed)),
    ...(f(k.sure) !== undefined && { sure: f(k.sure) }),
  };
}

/** null when the text is not a declaration of this grammar. Never throws. */
export function readDeclaration(text: string): DeclarationNote | null {
  const f = fields(text);
  const k = DECLARATION_KEYS;
  const [at, minutes] = [time(f?.(k.at)), number(f?.(k.minutes))];
  if (!f || Number.isNaN(at) || !Number.isFinite(minutes)) return null;
  const get = (key: string) => f(key) ?? '';
  return {
    edition: get(k.edition),
    textHash: get(k.textHash),
    version: get(k.version),
    at,
    minutes,
    ...(f(k.cold) !== undefined && { cold: list(f(k.cold)) }),
  };
}

/** null when the text is not a follow-up of this grammar. Never throws. */
export function readFollowUp(text: string): FollowUpNote | null {
  const f = fields(text);
  const k = FOLLOWUP_KEYS;
  const [at, minutes] = [time(f?.(k.at)), number(f?.(k.minutes))];
  const [right, of] = [number(f?.(k.right)), number(f?.(k.of))];
  if (!f || f(k.kind) !== FOLLOWUP_KIND || Number.isNaN(at) || !Number.isFinite(minutes)) return null;
  if (!Number.isInteger(right) || !Number.isInteger(of)) return null;
  return {
    right,
    of,
    at,
    questions: f(k.questions)?.match(/../g) ?? [],
    weak: list(f(k.weak)),
    edition: f(k.edition) ?? '',
    version: f(k.version) ?? '',
    minutes,
    ...(f(k.sure) !== undefined && { sure: f(k.sure) }),
  };
}
