import { lessonSchema } from '../schema/lesson.ts';
import type { LessonEntry } from './content.ts';
import type { Entry } from './entry.ts';
import { type LessonText, readMdx } from './mdx.ts';
import { accept, fileProblem, type Reader, rawYaml } from './read.ts';

/** A lesson file taken apart, its front matter not checked yet. */
export interface RawLesson extends LessonText {
  readonly front: Entry<unknown>;
  /** Line of the file on which the text starts. */
  readonly bodyLine: number;
}

/** Splits an MDX file into front matter and text, and reads both. */
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
  const body = readMdx(`${r.dir}/${path}`, text.slice(match[0].length), bodyLine);
  r.problems.push(...body.problems);
  return front && { front, bodyLine, ...body };
}

/** Checks a lesson's front matter and keeps it with its text. */
export function acceptLesson(r: Reader, raw: RawLesson): LessonEntry | null {
  const entry = accept(r, lessonSchema, raw.front);
  return entry && { ...entry, bodyLine: raw.bodyLine, nodes: raw.nodes, uses: raw.uses };
}
