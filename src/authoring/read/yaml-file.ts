import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Path } from './entry.ts';
import type { Problem } from './problem.ts';

/** A YAML text read with its positions kept. */
export interface YamlFile {
  readonly data: unknown;
  /** Line (1-based) of a field, or of the nearest part around it that exists. */
  readonly line: (path?: Path) => number;
  readonly problems: readonly Problem[];
}

const QUOTE =
  'If the text holds a colon, a hash or begins with a quotation mark, put it on the next line after >- or in double quotes.';
const STAR = ['a text begins with an asterisk', 'Put the text in double quotes.'] as const;
const remedies: Partial<Record<YAMLError['code'], readonly [string, string]>> = {
  DUPLICATE_KEY: ['the same field is written twice', 'Keep one of the two.'],
  TAB_AS_INDENT: ['a tab is used to indent', 'Use spaces only.'],
  BAD_INDENT: [
    'the indentation does not fit the lines above',
    'Line it up with its neighbours, with spaces only, and close every bracket and quotation mark above it.',
  ],
  BLOCK_AS_IMPLICIT_KEY: ['this line cannot be read: two colons on one line', QUOTE],
  MULTILINE_IMPLICIT_KEY: ['this line cannot be read: a colon is missing or stands in the wrong place', QUOTE],
  MISSING_CHAR: ['a closing quotation mark, bracket or comma is missing', 'Add it where this text ends.'],
  BAD_ALIAS: STAR,
};

function yamlProblem(file: string, error: YAMLError, lineStart: number, counter: LineCounter): Problem {
  const line = counter.linePos(error.pos[0]).line + lineStart - 1;
  const [message, remedy] = remedies[error.code] ?? [
    `cannot be read as YAML: ${(error.message.split('\n')[0] ?? '').replace(/[.:]\s*$/, '')}`,
    QUOTE,
  ];
  return { file, line, field: '', message, remedy };
}

/**
 * Reads YAML. Faults become problems; `data` is undefined when there are any.
 * @param lineStart line of the file on which the text starts: 2 for front matter.
 */
export function readYaml(file: string, text: string, lineStart = 1): YamlFile {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const at = (offset: number | undefined) => counter.linePos(offset ?? 0).line + lineStart - 1;
  const line = (path: Path = []) => {
    let node: unknown = doc.contents;
    let found = isMap(node) || isSeq(node) || isScalar(node) ? at(node.range?.[0]) : lineStart;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((p) => isPair(p) && isScalar(p.key) && String(p.key.value) === String(step));
        if (!pair) return found;
        if (isScalar(pair.key)) found = at(pair.key.range?.[0]);
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        if (isMap(node) || isSeq(node) || isScalar(node)) found = at(node.range?.[0]);
        else return found;
      } else return found;
    }
    return found;
  };
  // Where a text cannot be read, the parser complains of every word after it: the first of those is the cause.
  const [cause, ...others] = doc.errors.filter((e) => !remedies[e.code]);
  const told = doc.errors.filter((e) => !others.includes(e) && (e === cause || remedies[e.code]));
  const problems = told.map((e) => yamlProblem(file, e, lineStart, counter));
  if (problems.length) return { data: undefined, line, problems };
  let star: number | undefined;
  // Looked for only where the text may hold one: a walk through the whole document takes its time.
  if (/(^|[\s[{,:])\*\S/m.test(text))
    visit(doc, {
      Alias: (_, alias) => {
        if (alias.resolve(doc) === undefined) star ??= at(alias.range?.[0]);
      },
    });
  if (star === undefined) return { data: doc.toJS(), line, problems };
  const [message, remedy] = STAR;
  return { data: undefined, line, problems: [{ file, line: star, field: '', message, remedy }] };
}
