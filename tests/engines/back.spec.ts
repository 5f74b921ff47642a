import { expect } from 'playwright/test';
import type { HostileLms } from '../hostile/lms-server.ts';
import { beforeCheck } from '../hostile/module/open-module.ts';
import type { Tab } from './driver.ts';
import { learnerIn, test } from './journey.ts';
import { answers, earlierVisit } from './lms.ts';
import { until } from './until.ts';

/** Leaves the LMS's page by a link, and comes back by the browser's own button. */
async function awayAndBack(tab: Tab, lms: HostileLms, meanwhile: () => void = () => {}): Promise<void> {
  await tab.run('page', () => {
    Object.assign(window, { cached: null });
    addEventListener('pageshow', (event) => Object.assign(window, { cached: event.persisted }));
  });
  const login = lms.url.replace('/lms', '/login');
  await tab.run('page', (to) => void setTimeout(() => location.assign(to)), login);
  const where = () => tab.run('page', () => location.pathname).catch(() => '');
  await until('the other page', where, (path) => path === '/login');
  meanwhile();
  await tab.back();
  await until('the page of the LMS', where, (path) => path === '/lms');
}

test('back from another page of the LMS: the session goes on, or a new one does, and what follows is recorded', async ({
  launch,
  lms,
  course,
}) => {
  earlierVisit(lms, 'scorm12', course, beforeCheck);
  const learner = await launch();
  await learner.answerSome(1);
  await learner.says('Saved');
  await awayAndBack(learner.tab, lms);
  const again = await learnerIn(learner.tab, course);
  await again.says('Saved');
  await again.nextQuestion(2);
  await again.answer();
  await again.says('Saved');
  expect(answers(lms)).toHaveLength(2);
});

test('what was unsaved when the page was left is saved when it is back', async ({ launch, lms, course }) => {
  earlierVisit(lms, 'scorm12', course, beforeCheck);
  const learner = await launch();
  await learner.sees({ role: 'button', name: 'Start the check' });
  lms.server.net = 'error';
  await learner.answerSome(1);
  await learner.says('Not saved yet');
  await awayAndBack(learner.tab, lms, () => {
    lms.server.net = 'up';
  });
  const again = await learnerIn(learner.tab, course);
  await again.says('Saved');
  expect(answers(lms)).toHaveLength(1);
});

test('a new launch beside the cached page is not shut out by it', async ({ launch, lms, course }) => {
  earlierVisit(lms, 'scorm12', course, beforeCheck);
  const learner = await launch();
  await learner.answerSome(1);
  await learner.says('Saved');
  await learner.tab.open(lms.url.replace('/lms', '/login'));
  const again = await launch(learner.tab);
  await again.says('Saved');
  await again.question(2);
  await again.answer();
  await again.says('Saved');
  expect(answers(lms)).toHaveLength(2);
});
