/**
 * The grammar of the fill-in texts in the record: `v1;key:value;key:value`. Starts with a letter (ILIAS turns
 * letterless values into numbers: docs/standards/scorm.md, Values that all take); ASCII; at most 250 characters.
 * `hr/facts/notes.ts` reads the same in SQL, since it has millions to read; `tests/hr/notes.test.ts` holds the two
 * together.
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
  /** Must-pass clauses answered wrong. */
  readonly missed: readonly string[];
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
}

const iso = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** At most 250 ASCII characters, starting with `v1`. */
export function writePaper(n: PaperNote): string {
  return [
    'v1',
    `k:${n.kind}`,
    `r:${n.right}`,
    `o:${n.of}`,
    `t:${iso(n.at)}`,
    `q:${n.questions.join('')}`,
    `w:${n.weak.join('.')}`,
    `m:${n.missed.join('.')}`,
  ].join(';');
}

/** At most 250 ASCII characters, starting with `v1`. */
export function writeDeclaration(n: DeclarationNote): string {
  return ['v1', `e:${n.edition}`, `h:${n.textHash}`, `v:${n.version}`, `t:${iso(n.at)}`, `n:${n.minutes}`].join(';');
}

function fields(text: string): Map<string, string> | null {
  const [version, ...rest] = text.trim().split(';');
  if (version !== 'v1') return null;
  return new Map(rest.map((f) => [f.slice(0, f.indexOf(':')), f.slice(f.indexOf(':') + 1)] as const));
}

/** Digits as they are written here; nothing after the colon is 0. */
const number = (s: string | undefined) => (s === '' ? 0 : s && /^\d+(\.\d+)?$/.test(s) ? Number(s) : Number.NaN);

/** Only the whole form counts: a time cut off by an LMS would be read in the reader's own time zone. */
const time = (s: string | undefined) =>
  s && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(s) ? Date.parse(s) : Number.NaN;

const list = (s: string | undefined) => (s ? s.split('.') : []);

/** null when the text is not a paper of this grammar. Never throws. */
export function readPaper(text: string): PaperNote | null {
  const f = fields(text);
  const at = time(f?.get('t'));
  const kind = f?.get('k');
  const [right, of] = [number(f?.get('r')), number(f?.get('o'))];
  if (!f || Number.isNaN(at) || !Number.isInteger(right) || !Number.isInteger(of)) return null;
  if (kind !== 'paper' && kind !== 'diagnostic' && kind !== 'recheck') return null;
  const questions = (f.get('q') ?? '').match(/../g) ?? [];
  return { kind, right, of, at, questions, weak: list(f.get('w')), missed: list(f.get('m')) };
}

/** null when the text is not a declaration of this grammar. Never throws. */
export function readDeclaration(text: string): DeclarationNote | null {
  const f = fields(text);
  const at = time(f?.get('t'));
  const minutes = number(f?.get('n'));
  if (!f || Number.isNaN(at) || !Number.isFinite(minutes)) return null;
  const get = (k: string) => f.get(k) ?? '';
  return { edition: get('e'), textHash: get('h'), version: get('v'), at, minutes };
}
