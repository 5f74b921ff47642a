import type { Course } from './model.ts';

/** The large parts of a course: lists, and objects by name. */
const LARGE: readonly string[] = ['scenarios', 'bank', 'clauses', 'codes'] satisfies (keyof Course)[];
/** Entries share a line until it is so long: a tenth of a picture on a slow phone. Characters. */
const LINE = 8000;

/** Joins entries by commas, with a line break after each that fills a line. */
function inLines(entries: readonly string[]): string {
  let length = 0;
  return entries
    .map((entry, i) => {
      length += entry.length;
      const full = length >= LINE;
      if (full) length = 0;
      return entry + (i + 1 === entries.length ? '' : full ? ',\n' : ',');
    })
    .join('');
}

/**
 * A course as JSON in lines, which any reader of JSON takes. The entries of each large part stand in lines of their own,
 * so that it can be read line by line: a slow phone would stand still for as long as it takes to read all at once.
 */
export function writePieces(course: Course): string {
  const parts = Object.entries(course).flatMap(([key, value]: [string, unknown]) => {
    if (value === undefined) return [];
    const name = JSON.stringify(key);
    if (!LARGE.includes(key)) return `${name}:${JSON.stringify(value)}`;
    if (Array.isArray(value)) return `${name}:[\n${inLines(value.map((v) => JSON.stringify(v)))}\n]`;
    const entries = Object.entries(value as object).map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`);
    return `${name}:{\n${inLines(entries)}\n}`;
  });
  return `{${parts.join(',')}}`;
}

type Large = unknown[] | Record<string, unknown>;

/** Adds a line of entries to what is there of its part. */
function add(part: Large, line: string): void {
  const entries = line.replace(/,$/, '');
  if (!Array.isArray(part)) Object.assign(part, JSON.parse(`{${entries}}`));
  else for (const entry of JSON.parse(`[${entries}]`) as unknown[]) part.push(entry);
}

/**
 * Reads such a text as it comes, cut anywhere. JSON in one line is read all at once.
 * @param rest called after each line; may wait
 * @throws SyntaxError for what is no JSON, or its beginning alone
 */
export async function readPieces(texts: AsyncIterable<string>, rest: () => Promise<void> | undefined): Promise<Course> {
  const found = new Map<string, Large>();
  /** What stands around the large parts. */
  let frame = '';
  let inside: Large | undefined;
  const read = (line: string) => {
    if (inside && !/^[\]}]/.test(line)) return add(inside, line);
    frame += line;
    const [, key, open] = /"(\w+)":([[{])$/.exec(line) ?? [];
    inside = key ? (open === '[' ? [] : {}) : undefined;
    if (key && inside) found.set(key, inside);
  };
  let begun = '';
  for await (const text of texts) {
    const lines = (begun + text).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) {
      read(line);
      await rest();
    }
  }
  read(begun);
  return { ...(JSON.parse(frame) as Course), ...Object.fromEntries(found) };
}
