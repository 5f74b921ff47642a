import { expect } from 'playwright/test';
import { beforeCheck } from '../hostile/module/open-module.ts';
import { test } from './journey.ts';
import { answers, earlierVisit } from './lms.ts';
import { answersInOutage, neverLies } from './outage.ts';

test.beforeEach(({ lms, course }) => earlierVisit(lms, 'scorm12', course, beforeCheck));

test('3 s without network over one answer, then back: “Saved” is not said before it is true', async ({
  launch,
  lms,
}) => {
  const learner = await launch();
  await learner.answerSome(1);
  await learner.says('Saved');
  await learner.nextQuestion(2);
  await answersInOutage(learner, lms);
  expect(answers(lms)).toHaveLength(2);
  const again = await launch(learner.tab);
  await again.question(3);
});

test('503 over one answer: said so, and saved once the server is back', async ({ launch, lms }) => {
  const learner = await launch();
  await learner.answerSome(1);
  await learner.says('Saved');
  await learner.nextQuestion(2);
  lms.server.net = 'error';
  await learner.answer();
  await learner.says('Not saved yet');
  lms.server.net = 'up';
  await neverLies(learner, lms, 2, (header) => header === 'Saved');
});

test('leaving while the network is lost: the next launch brings the answer home', async ({ launch, lms }) => {
  const learner = await launch();
  await learner.answerSome(1);
  await learner.says('Saved');
  await learner.nextQuestion(2);
  lms.server.net = 'offline';
  await learner.answer();
  await learner.tab.open(lms.url.replace('/lms', '/login'));
  lms.server.net = 'up';
  const again = await launch(learner.tab);
  await again.question(3);
  await neverLies(again, lms, 2, (header) => header === 'Saved');
});
