import type { Problem } from './problem.ts';

/** A way into a value: `['situations', 'd2', 'choices', 1, 'because']`. */
export type Path = readonly (string | number)[];

/** Something an author wrote, with the way back to its file and line. */
export interface Entry<T> {
  readonly file: string;
  readonly data: T;
  /** Line (1-based) of a field, or of the nearest part around it that exists. */
  readonly line: (path?: Path) => number;
  /** Put before field names, so that an author finds the entry in a list: the id of a question. Empty for a whole file. */
  readonly label: string;
}

/** `['choices', 1, 'because']` as `choices[1].because`. */
export function fieldName(path: Path, label = ''): string {
  return path.reduce<string>((done, step) => {
    if (typeof step === 'number') return `${done}[${step}]`;
    return done ? `${done}.${step}` : step;
  }, label);
}

/** A problem at a field of an entry. */
export function problemAt(entry: Entry<unknown>, path: Path, message: string, remedy: string): Problem {
  return { file: entry.file, line: entry.line(path), field: fieldName(path, entry.label), message, remedy };
}
