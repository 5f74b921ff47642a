import type { Course } from '../../course/model.ts';
import { peek } from '../../course/resume-header.ts';
import { createTracker } from '../../tracking/index.ts';
import { startBanner } from './banner.ts';
import { boot } from './boot.ts';
import { startForRole } from './for-role.ts';
import { startHeader } from './header.ts';
import { startIslands } from './islands.ts';
import { startLeaving } from './leave.ts';
import { startReading } from './reading.ts';
import { startRouter } from './router.ts';
import { startTools } from './tools.ts';

const setting = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

/** The module's data, once, from beside the document. */
async function loadCourse(): Promise<Course> {
  const answer = await fetch(setting('course'));
  if (!answer.ok) throw new Error(`${setting('course')}: ${answer.status}`);
  return (await answer.json()) as Course;
}

async function start(): Promise<void> {
  const standard = setting('record');
  const tracker = createTracker({
    window,
    standard: standard === 'scorm12' || standard === 'scorm2004' ? standard : 'web',
    peek,
    packageId: setting('package'),
    probeUrl: 'probe.txt',
  });
  const [course, launch] = await Promise.all([loadCourse(), tracker.start()]);
  const app = boot(course, tracker, launch);
  document.documentElement.classList.add('live');
  startTools(app);
  startForRole(app);
  startRouter(app);
  startHeader(app);
  startBanner(app);
  startLeaving(app);
  startReading(app);
  startIslands(app, () => import('../islands/mount.tsx'));
}

start().catch((error: unknown) => {
  // The text stays readable and its links work: only say that the interactive part is missing.
  document.body.setAttribute('data-failed', '');
  console.error(error);
});
