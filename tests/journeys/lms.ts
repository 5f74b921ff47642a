import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from 'playwright/test';
import { type Lms, startLms } from '../../lms/start.ts';
import { type Course, newProgress, type Progress } from '../../src/course/model.ts';
import { Learner as Simulated } from '../support/learner.ts';
import { leftBehind } from '../support/left-behind.ts';
import { Learner } from './learner.ts';

export const standards = ['scorm12', 'scorm2004'] as const;
export type Standard = (typeof standards)[number];

/** What `npm run build` made. */
const built = process.env['OUT_DIR'] ?? 'dist';
const courseOf = (route: string) => JSON.parse(readFileSync(join(built, 'site', `${route}.json`), 'utf8')) as Course;

/** The data of the built routes. */
export const course = courseOf('induction');
export const refresher = courseOf('refresher');
export const followup = courseOf('followup');
const courses = { induction: course, refresher, followup };

interface Worker {
  lms: Lms;
}

interface Each {
  /** Which route the test launches: `test.use({ route: 'refresher' })`. */
  route: keyof typeof courses;
  /** Faults of the page that a test brings about itself. */
  tolerate: RegExp | null;
  /** A person of the embedded LMS, another one for each test of a worker run. */
  person: string;
  /** Launches the module as that person; gives what the learner can do. */
  launch: (standard: Standard, fresh?: boolean) => Promise<Learner>;
  /** Puts an attempt into the LMS as an earlier visit would have left it, so that a test can begin in the middle. */
  earlier: (standard: Standard, progress: Partial<Progress>) => void;
  /** What the LMS holds for that person, flattened. */
  stored: (standard: Standard) => Map<string, string>;
  /** Calls after a pass that a module must not make. */
  flagged: (standard: Standard) => string[];
}

/** Fails a test when the page logs an error, throws, or asks for a file that is not there. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (m) => m.type() === 'error' && faults.push(`console: ${m.text()}`));
  page.on('pageerror', (e) => faults.push(`error: ${e.message}`));
  page.on('response', (r) => r.status() >= 400 && faults.push(`${r.status()}: ${r.url()}`));
  page.on('request', (r) => !/^(http:\/\/localhost:|data:)/.test(r.url()) && faults.push(`other host: ${r.url()}`));
  return faults;
}

export const test = base.extend<Each, Worker>({
  route: ['induction', { option: true }],
  tolerate: [null, { option: true }],
  lms: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'journeys-'));
      const lms = await startLms({ port: 0, dataDir, packagesDir: join(built, 'packages'), strict: true });
      await use(lms);
      await lms.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  person: async ({ lms }, use) => {
    // Every test starts from an empty record.
    lms.db.exec('delete from attempts');
    await use('pnair');
  },
  launch: async ({ page, lms, person, route, tolerate }, use) => {
    const faults = watch(page);
    await use(async (standard, fresh) => {
      await page.goto(lms.launch(person, `${route}-${standard}`, fresh));
      const frame = page.frame({ name: 'module' });
      if (!frame) throw new Error('the player has no frame for the module');
      await frame.locator('html.live').waitFor({ state: 'attached' });
      return new Learner(frame, courses[route]);
    });
    expect(faults.filter((f) => !tolerate?.test(f))).toEqual([]);
  },
  earlier: async ({ lms, person, route }, use) => {
    await use((standard, progress) => {
      const before = { ...newProgress('earlier1'), revision: 9, ...progress };
      const { lastInsertRowid } = lms.db
        .prepare('insert into attempts (username, activity, number, started_at, last_at) values (?, ?, 1, 0, 0)')
        .run(person, `${route}-${standard}`);
      const insert = lms.db.prepare(
        'insert into record (attempt_id, element, value, session_id, sequence) values (?, ?, ?, 0, 0)',
      );
      for (const [element, value] of leftBehind(courses[route], standard, before))
        insert.run(lastInsertRowid, element, value);
    });
  },
  stored: async ({ lms, person, route }, use) => {
    await use((standard) => {
      const rows = lms.db
        .prepare(
          'select element, value from record where attempt_id = (select id from attempts where username = ? and activity = ? order by number desc limit 1)',
        )
        .all(person, `${route}-${standard}`) as { element: string; value: string }[];
      return new Map(rows.map((r) => [r.element, r.value]));
    });
  },
  flagged: async ({ lms, person, route }, use) => {
    await use((standard) => {
      const rows = lms.db
        .prepare(
          'select flags.* from flags join attempts on attempts.id = attempt_id where username = ? and activity = ?',
        )
        .all(person, `${route}-${standard}`);
      return rows.map((r) => JSON.stringify(r));
    });
  },
});

export { expect };

/** Every required section done: the attempt of someone who stands before the check. */
export const sectionsDone: Partial<Progress> = {
  roles: [],
  read: course.parts.filter((p) => !p.role).map((p) => p.id),
  stories: Object.fromEntries(
    course.parts
      .filter((p) => !p.role)
      .flatMap((p) => p.scenarios)
      .map((id) => [id, { path: course.scenarios[id]?.exemplar.join('') ?? '', done: true }]),
  ),
  place: 'check',
};

type Right = Parameters<Simulated['answerAll']>[0];

/** The attempt of someone in the middle of the check. @param count answers given */
export const inTheCheck = (count: number, right: Right = () => true): Progress =>
  new Simulated(course, { ...newProgress('earlier1'), ...sectionsDone }).do({ type: 'START' }).answerAll(right, count)
    .progress;

/** Refresher: someone among the questions, or past them. @param count answers given; all without it */
export const inTheQuestions = (right: Right, count?: number): Simulated =>
  new Simulated(refresher)
    .do({ type: 'ROLES', roles: [] }, { type: 'GO', to: 'check' }, { type: 'START' })
    .answerAll(right, count);

/** The names of the status, success and score elements by standard. */
export const names = {
  scorm12: {
    status: 'cmi.core.lesson_status',
    score: 'cmi.core.score.raw',
    exit: 'cmi.core.exit',
    suspend: 'cmi.suspend_data',
  },
  scorm2004: { status: 'cmi.success_status', score: 'cmi.score.raw', exit: 'cmi.exit', suspend: 'cmi.suspend_data' },
} as const;
