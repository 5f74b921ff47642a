import type { Browser } from 'playwright';
import type { Course } from '../../src/course/model.ts';
import { Learner } from '../../tests/journeys/learner.ts';
import { documentOf } from './launch.ts';
import { type Notes, serve } from './serve.ts';
import type { WeighedPackage } from './weigh.ts';

/** What a whole run tells the LMS, from the launch to "Save and exit". SCORM 1.2. */
export interface JourneyFigures {
  /** Decisions and questions answered: everything that a learner decides. */
  readonly decisions: number;
  readonly questions: number;
  /** LMSSetValue. */
  readonly sets: number;
  readonly commits: number;
  /** LMSFinish: one. */
  readonly finishes: number;
  /** Characters of all arguments of all calls. */
  readonly argumentBytes: number;
  /** Requests for the small file that shows whether the LMS can be reached. */
  readonly probes: number;
  /** Characters of the resume state at the end. */
  readonly suspendLength: number;
}

/** How a route is taken by somebody who gets everything right. */
const ways: Readonly<Record<string, (learner: Learner) => Promise<void>>> = {
  induction: (learner) => learner.induction(),
  refresher: (learner) => learner.refresher(),
  followup: (learner) => learner.followup(),
};

/** Takes the route of a package from beginning to end; null where no way through it is known. */
export async function measureJourney(browser: Browser, pkg: WeighedPackage): Promise<JourneyFigures | null> {
  const document = documentOf(pkg);
  const route = document.replace(/\.html$/, '');
  const take = ways[route];
  const data = pkg.files.get(`${route}.json`);
  if (!take || !data) return null;
  const course = JSON.parse(new TextDecoder().decode(data)) as Course;
  const served = await serve(pkg.files, document);
  const context = await browser.newContext({ viewport: { width: 714, height: 666 } });
  try {
    const page = await context.newPage();
    let probes = 0;
    page.on('request', (r) => {
      if (r.url().includes('probe.txt')) probes += 1;
    });
    await page.goto(served.frame);
    const frame = page.frame({ name: 'module' });
    if (!frame) throw new Error('The bench has no frame for the module.');
    await frame.locator('html.live').waitFor({ state: 'attached' });
    const learner = new Learner(frame, course);
    await take(learner);
    await learner.saveAndExit();
    const { calls, characters, values } = await page.evaluate(() => (window as unknown as { notes: Notes }).notes);
    const { LMSSetValue: sets = 0, LMSCommit: commits = 0, LMSFinish: finishes = 0 } = calls;
    const ids = Object.entries(values).flatMap(([k, v]) => (/interactions\.\d+\.id$/.test(k) ? [v] : []));
    return {
      decisions: ids.filter((id) => /_d\d+(_late)?$/.test(id)).length,
      questions: ids.filter((id) => /^q_/.test(id)).length,
      sets,
      commits,
      finishes,
      argumentBytes: characters,
      probes,
      suspendLength: (values['cmi.suspend_data'] ?? '').length,
    };
  } finally {
    await context.close();
    await served.close();
  }
}
