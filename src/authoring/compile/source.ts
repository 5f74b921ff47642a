import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from '../../course/model.ts';
import { say } from '../../course/words.ts';
import { requireContent } from '../checks/check.ts';
import { partTimes, routeTime, weakTime } from '../measure/duration.ts';
import { minutesOf, SLOWER_WORDS_A_MINUTE } from '../measure/time.ts';
import type { Content } from '../read/content.ts';
import { contentDir } from '../read/files.ts';
import { handedOver } from '../read/hand-over.ts';
import { WORDS_FOLDER, wordsFor } from '../read/words.ts';
import type { Route } from '../schema/module.ts';
import { compileCourse } from './compile.ts';

/** The module's version: package.json's. */
export const version = (): string => (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

/** The routes that are built, one document each, in order. */
export const routes = (): readonly Route[] => contentOf(contentDir()).module.data.routes;

/** The computed times, in words. */
export interface Times {
  /** Whole minutes of the route, rounded up; with a diagnostic, of a learner who knows it all. */
  readonly total: number;
  /** The same for somebody who reads more slowly. */
  readonly slower: number;
  /** Whole minutes that a section adds after a diagnostic when it is not known. */
  readonly weak: number;
  /** "about 3 min" of a part, or of `assessment`, `diagnostic`. */
  readonly of: (id: string) => string;
}

/** Everything the pages draw from. */
export interface Source {
  readonly content: Content;
  readonly route: Route;
  readonly course: Course;
  readonly times: Times;
  /** Hands out ids for the notes of glossary words: the same on every build. */
  readonly popovers: { readonly next: (term: string) => string };
}

/** Changes with every edit of the content: how many files, and when one was last changed. Not asked during a build. */
function edition(): string {
  if (import.meta.env?.PROD) return '';
  const dir = contentDir();
  const files = [WORDS_FOLDER, dir].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))),
  );
  return `${dir} ${files.length} ${Math.max(...files.map((path) => statSync(path).mtimeMs))}`;
}

/** Keeps what `make` makes for a key until the content is edited. */
function kept<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, { of: string; value: V }>();
  return (key) => {
    const of = edition();
    const known = made.get(key);
    if (known?.of === of) return known.value;
    const value = make(key);
    made.set(key, { of, value });
    return value;
  };
}

let handed: Promise<Content | null> | undefined;
let given: Content | null = null;

/** To be waited for before anything is drawn: in a build the content comes from the process that checks it. */
export async function contentReady(): Promise<void> {
  handed ??= handedOver();
  given = await handed;
}

/** All routes draw from one reading of the content. */
const contentOf = kept((dir: string): Content => given ?? requireContent(dir));

function timesOf(content: Content, route: Route, { strings }: Course): Times {
  const time = routeTime(content, route);
  const minutes = new Map([...partTimes(content), ...time.parts].map((p) => [p.id, p.minutes]));
  return {
    total: Math.ceil(time.minutes),
    slower: Math.ceil(minutesOf(time.total, SLOWER_WORDS_A_MINUTE)),
    weak: Math.round(weakTime(content, route)),
    of: (id) => {
      const n = Math.round(minutes.get(id) ?? 0);
      return n < 1 ? say(strings, 'start.lessThan') : say(strings, 'start.minutes', { n });
    },
  };
}

const made = kept((id: string): Source => {
  const content = contentOf(contentDir());
  const route = content.module.data.routes.find((r) => r.id === id);
  if (!route) throw new Error(`There is no route ${id}: module.yaml lists the routes.`);
  const course = compileCourse(content, route, version(), wordsFor(content.module.data.lang));
  let handedOut = 0;
  const popovers = { next: (term: string) => `word-${term}-${++handedOut}` };
  return { content, route, course, times: timesOf(content, route, course), popovers };
});

/**
 * Loads, checks and compiles the content of one route; once a build, anew after each edit in `npm run dev`.
 * @param id the route's; left out: the first one's, for what is the same on all
 * @throws Error with one sentence a problem: file, line, field and remedy
 */
export const source = (id?: string): Source => made(id ?? routes()[0]?.id ?? '');
