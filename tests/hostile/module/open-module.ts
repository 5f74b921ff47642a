import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Frame, type Page } from 'playwright/test';
import { type Course, newProgress, type Progress } from '../../../src/course/model.ts';
import { encode } from '../../../src/course/resume/decode.ts';
import { Learner } from '../../journeys/learner.ts';
import { type HostileLms, startHostileLms } from '../lms-server.ts';

/** Where the built site is. */
export const site = join(process.env['OUT_DIR'] ?? 'dist', 'site');

/** Which page of which built site is opened, and in what. */
interface Built {
  readonly folder?: string;
  readonly route?: string;
  /** The LMS's page below its script, given the module's address. */
  around?(module: string): string;
}

/** A hostile LMS with the built module in it. @param name a profile's */
export const openLms = (name: string, { folder = site, route = 'induction', around }: Built = {}) =>
  startHostileLms(
    name,
    {
      site: folder,
      entry: `${route}.html`,
      packed: (text, standard) => text.replace(/(name="?record"? content="?)web/, `$1${standard}`),
    },
    around,
  );

/** Its data. */
export const course = JSON.parse(readFileSync(join(site, 'induction.json'), 'utf8')) as Course;

const parts = course.parts.filter((p) => !p.role);

/** Every required section done: someone who stands before the check. */
export const beforeCheck: Partial<Progress> = {
  roles: [],
  read: parts.map((p) => p.id),
  stories: Object.fromEntries(
    parts
      .flatMap((p) => p.scenarios)
      .map((id) => [id, { path: course.scenarios[id]?.exemplar.join('') ?? '', done: true }]),
  ),
  place: 'check',
};

/** The same with the check passed: only the declaration is left. */
export const beforeDeclaration: Partial<Progress> = {
  ...beforeCheck,
  papers: 1,
  best: 100,
  assessed: true,
  place: 'declare',
};

/** Puts an earlier visit into the LMS. */
export function earlier(lms: HostileLms, progress: Partial<Progress>): void {
  Object.assign(lms.server.stored, {
    'cmi.core.lesson_status': progress.passed ? 'passed' : 'incomplete',
    'cmi.core.exit': 'suspend',
    'cmi.suspend_data': encode(course, { ...newProgress('earlier1'), revision: 9, ...progress }),
  });
}

/** The module, once its scripts have taken over. */
export async function learnerIn(frame: Frame | null, its: Course = course): Promise<Learner> {
  if (!frame) throw new Error('there is no frame with the module');
  await frame.locator('html.live').waitFor({ state: 'attached' });
  return new Learner(frame, its);
}

/** Opens the LMS's page and waits for the module in its frame. */
export async function launch(page: Page, lms: HostileLms, its: Course = course): Promise<Learner> {
  await page.goto(lms.url);
  return learnerIn(page.frame({ name: 'module' }), its);
}

/** What the module called in this launch, of the page the LMS's script runs in. */
export const calls = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    (window as unknown as { fake: { server: { log: { fn: string }[] } } }).fake.server.log.map((c) => c.fn),
  );

/** Ids of the stored interactions. */
export const ids = (lms: HostileLms): string[] =>
  Object.entries(lms.server.stored).flatMap(([k, v]) => (/^cmi\.interactions\.\d+\.id$/.test(k) ? [v] : []));

/** Stored questions. */
export const questions = (lms: HostileLms): string[] => ids(lms).filter((id) => id.startsWith('q_'));

/** Answers the first questions of the check. */
export async function answerSome(learner: Learner, count: number): Promise<void> {
  await learner.button(/^Start the check$/).click();
  for (let n = 1; n <= count; n++) {
    await learner.answer(true);
    if (n < count) await learner.button('Next question').click();
  }
}

/** Everything is stored, says the module. */
export const isSaved = (learner: Learner) => expect(learner.saved()).toHaveText('Saved');

/** What the page threw or logged as an error. */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (e) => faults.push(e.message));
  page.on('console', (m) => m.type() === 'error' && faults.push(m.text()));
  return faults;
}
