import type { LessonEntry } from './content.ts';

/** A component used in a lesson. */
export interface Use {
  /** `Term` of `<Term id="proprietary">`. */
  readonly name: string;
  /** Its attributes that are plain text; `{…}` values are left out. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Line of the file. */
  readonly line: number;
}

const tag = /<([A-Z][A-Za-z]*)((?:\s+[A-Za-z-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)\s*\/?>/g;
const attribute = /([A-Za-z-]+)=(?:"([^"]*)"|'([^']*)')/g;

/** Components a lesson uses, in order. */
export function componentUses(lesson: LessonEntry): Use[] {
  return [...lesson.body.matchAll(tag)].map((m) => ({
    name: m[1] ?? '',
    attributes: Object.fromEntries([...(m[2] ?? '').matchAll(attribute)].map((a) => [a[1], a[2] ?? a[3] ?? ''])),
    line: lesson.bodyLine + lesson.body.slice(0, m.index).split('\n').length - 1,
  }));
}
