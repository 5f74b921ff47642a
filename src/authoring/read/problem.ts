/** One thing an author must put right: where it is, what is wrong and what to do. */
export interface Problem {
  /** Path as shown to the author, with forward slashes: `src/content/questions/per.yaml`. */
  readonly file: string;
  /** 1-based; 1 where the whole file is meant. */
  readonly line: number;
  /** Where in the file: `situations.d2.choices[1].because`, or empty. */
  readonly field: string;
  /** What is wrong, as the rest of a sentence after the field, without its full stop. */
  readonly message: string;
  /** What to do: whole sentences. */
  readonly remedy: string;
  /** A note informs and never fails a check. Left out: an error. */
  readonly note?: true;
}

/** The problem as one line: `file:line field: message. Remedy`. */
export function formatProblem(p: Problem): string {
  const place = p.field ? `${p.file}:${p.line} ${p.field}:` : `${p.file}:${p.line}:`;
  return `${p.note ? 'note: ' : ''}${place} ${p.message}. ${p.remedy}`;
}

/** By file, then line, then field; the same problem once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return [...problems]
    .sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.field.localeCompare(b.field, 'en'))
    .filter((p) => {
      const line = formatProblem(p);
      return !seen.has(line) && seen.add(line);
    });
}
