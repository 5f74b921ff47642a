import { lessonSchema } from '../schema/lesson.ts';
import type { LessonEntry } from './content.ts';
import type { Entry } from './entry.ts';
import { accept, fileProblem, type Reader, rawYaml } from './read.ts';

/** A lesson file taken apart, its front matter not checked yet. */
export interface RawLesson {
  readonly front: Entry<unknown>;
  readonly body: string;
  readonly bodyLine: number;
}

/** Splits an MDX file into front matter and body. */
export function rawLesson(r: Reader, path: string): RawLesson | null {
  const text = (r.files.get(path) ?? '').replaceAll('\r\n', '\n');
  const match = /^---\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text);
  if (match?.index !== 0) {
    fileProblem(
      r,
      path,
      'has no front matter',
      'Begin the file with a block of fields between two lines of three hyphens.',
    );
    return null;
  }
  const front = rawYaml(r, path, match[1] ?? '', 2);
  const bodyLine = match[0].split('\n').length;
  return front && { front, body: text.slice(match[0].length), bodyLine };
}

/** Checks a lesson's front matter and keeps it with its text. */
export function acceptLesson(r: Reader, raw: RawLesson): LessonEntry | null {
  const entry = accept(r, lessonSchema, raw.front);
  return entry && { ...entry, body: raw.body, bodyLine: raw.bodyLine };
}
