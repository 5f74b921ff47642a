import type { Content } from './content.ts';
import type { Entry } from './entry.ts';

/** Set for a process that is handed its content by the one that started it, so that it is read once. */
export const HANDED = 'CONTENT_HANDED';

type Plain<T> = Omit<T, 'line'>;

function plain<E extends Entry<unknown>>({ line: _, ...entry }: E): Plain<E> {
  return entry;
}

/** What another process needs of content: everything but its files and the way back to their lines. */
export function handOver(c: Content) {
  const { files: _, ...rest } = c;
  return {
    ...rest,
    module: plain(c.module),
    clauses: c.clauses.map(plain),
    changes: c.changes.map(plain),
    lessons: c.lessons.map(plain),
    scenarios: c.scenarios.map(plain),
    questions: c.questions.map(plain),
    retired: c.retired.map(plain),
    retiredStories: c.retiredStories.map(plain),
    glossary: c.glossary.map(plain),
    helper: c.helper && plain(c.helper),
    checklists: c.checklists.map(plain),
    asked: c.asked.map(plain),
    codes: plain(c.codes),
    stringFiles: c.stringFiles.map(plain),
  };
}

const lined = <E>(entry: E): E & { readonly line: () => number } => ({ ...entry, line: () => 1 });

/** The content as it was handed over. Its faults have been told already, so every line is the first. */
export function takeOver(c: ReturnType<typeof handOver>): Content {
  return {
    ...c,
    files: new Map(),
    module: lined(c.module),
    clauses: c.clauses.map(lined),
    changes: c.changes.map(lined),
    lessons: c.lessons.map(lined),
    scenarios: c.scenarios.map(lined),
    questions: c.questions.map(lined),
    retired: c.retired.map(lined),
    retiredStories: c.retiredStories.map(lined),
    glossary: c.glossary.map(lined),
    helper: c.helper && lined(c.helper),
    checklists: c.checklists.map(lined),
    asked: c.asked.map(lined),
    codes: lined(c.codes),
    stringFiles: c.stringFiles.map(lined),
  };
}

/** Waits for the content that the starting process hands over; null in a process that reads its own. */
export async function handedOver(): Promise<Content | null> {
  if (process.env[HANDED] !== '1') return null;
  const message = await new Promise((done) => process.once('message', done));
  process.disconnect?.();
  return takeOver(message as ReturnType<typeof handOver>);
}
