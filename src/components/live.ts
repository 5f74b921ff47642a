import '../app/older.ts';
import { startActiveTime } from '../app/active-time.ts';
import { startStart } from '../app/arrival.ts';
import { startBanner } from '../app/banner.ts';
import { startDoubleClicks } from '../app/double-click.ts';
import { startHeader } from '../app/header.ts';
import { startIslands } from '../app/islands.ts';
import { startLeaving } from '../app/leave.ts';
import { startPreferences } from '../app/preferences.ts';
import { startAtStake, startForRole, startReading } from '../app/reading.ts';
import { startRouter } from '../app/router.ts';
import { openSession } from '../app/session.ts';
import { startTools } from '../app/tools.ts';
import { readCourse } from '../course/data.ts';
import type { Course } from '../course/model.ts';
import { peek } from '../course/resume/header.ts';
import { browserEnvironment, createTracker } from '../tracking/index.ts';
import { patiently, pause } from './patience.ts';

const setting = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

/** `public/probe.txt`. */
const PROBE = { url: 'probe.txt', content: 'ready' };

/** Eight random letters and digits. */
function attempt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((b) => (b % 36).toString(36)).join('');
}

/** As `answer.text()`, but each piece that has come is read in a task of its own. */
async function textOf({ body }: Response): Promise<string> {
  const pieces = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let next = await pieces?.read(); next && !next.done; next = await pieces?.read()) {
    text += next.value;
    await pause(0);
  }
  return text;
}

/** The module's data, once, from beside the document. `public/assets/early.js` has asked for it while that still came. */
async function loadCourse(): Promise<Course> {
  const early = window as { course?: Promise<Response> | null };
  const asked = early.course ?? fetch(setting('course'));
  early.course = null; // taken: a further try asks anew
  const answer = await asked;
  if (!answer.ok) throw new Error(`${setting('course')}: ${answer.status}`);
  // Each piece in a task of its own: see start().
  return readCourse(await textOf(answer), () => pause(0));
}

/** Gives the document its life. Rejects where its data cannot be had. */
export async function start(): Promise<void> {
  startPreferences(document);
  const standard = setting('record');
  const environment = browserEnvironment(window, setting('package'));
  const active = startActiveTime(environment, environment);
  const tracker = createTracker({
    window,
    standard: standard === 'scorm12' || standard === 'scorm2004' ? standard : 'web',
    peek,
    packageId: setting('package'),
    probe: PROBE,
    elapsed: active.elapsed,
    environment,
  });
  // Asked for before the data: it takes longest to come. A failure is told by who waits for it.
  const load = () => patiently(() => import('./islands/mount.tsx'));
  let asked: ReturnType<typeof load> | null = load();
  asked.catch(() => {});
  const [course, launch] = await Promise.all([patiently(loadCourse), tracker.start()]);
  // Each step in a task of its own: on a slow phone the page answers between them.
  await pause(0);
  const app = openSession({ course, tracker, launch, clock: environment, device: { active, attempt } });
  startDoubleClicks(document);
  startTools(app);
  await pause(0);
  startForRole(app);
  startBanner(app);
  startStart(app);
  await pause(0);
  startRouter(app);
  await pause(0);
  startHeader(app);
  await pause(0);
  startLeaving(app);
  startReading(app);
  await pause(0);
  startAtStake(app);
  startIslands(app, () => {
    const islands = asked ?? load();
    asked = null; // taken: a further try asks anew
    return islands;
  });
}
