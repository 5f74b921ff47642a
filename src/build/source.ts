import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { compileCourse } from '../course/compile.ts';
import type { Course } from '../course/model.ts';
import { say } from '../course/words.ts';
import type { Content } from '../load/content.ts';
import { inductionTime } from '../load/duration.ts';
import { contentDir } from '../load/files.ts';
import { requireContent } from '../load/load.ts';

/** Where the engine's own words are, for content that brings none. */
const WORDS = 'src/content/strings/en.yaml';

/** The module's version: package.json's. */
export const version = (): string => (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

/** The engine's own words. */
export const words = (): Record<string, string> => parse(readFileSync(WORDS, 'utf8')) as Record<string, string>;

/** The routes that are built, one document each. */
export const routes = (): readonly Course['route'][] => ['induction'];

/** The computed times, in words. */
export interface Times {
  /** Whole minutes of the route, rounded up. */
  readonly total: number;
  /** "about 3 min" of a part, or of `assessment`. */
  readonly of: (id: string) => string;
}

/** Everything the pages draw from. */
export interface Source {
  readonly content: Content;
  readonly course: Course;
  readonly times: Times;
  /** Hands out ids for the notes of glossary words: the same on every build. */
  readonly popovers: { readonly next: (term: string) => string };
}

const made = new Map<string, { at: number; value: Source }>();

/** In `npm run dev` an edit shows on the next draw; within one draw the content is read once. Milliseconds. */
const FRESH = 1000;

function timesOf(content: Content, strings: Course['strings']): Times {
  const { parts, minutes } = inductionTime(content);
  return {
    total: Math.ceil(minutes),
    of: (id) => {
      const n = Math.round(parts.find((p) => p.id === id)?.minutes ?? 0);
      return n < 1 ? say(strings, 'start.lessThan') : say(strings, 'start.minutes', { n });
    },
  };
}

/**
 * Loads, checks and compiles the content of one route; once a build, anew on each draw in `npm run dev`.
 * @throws Error with one sentence a problem: file, line, field and remedy
 */
export function source(route: Course['route']): Source {
  const known = made.get(route);
  if (known && (import.meta.env?.PROD || Date.now() - known.at < FRESH)) return known.value;
  const content = requireContent(contentDir());
  const course = compileCourse(content, route, version(), words());
  let given = 0;
  const popovers = { next: (term: string) => `word-${term}-${++given}` };
  const value = { content, course, times: timesOf(content, course.strings), popovers };
  made.set(route, { at: Date.now(), value });
  return value;
}
