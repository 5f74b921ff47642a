import { expect } from 'playwright/test';
import type { HostileLms } from '../hostile/lms-server.ts';
import { beforeCheck } from '../hostile/open-module.ts';
import { test } from './journey.ts';
import type { Learner } from './learner.ts';
import { answers, earlierVisit } from './lms.ts';
import { until } from './until.ts';

/** How long the network is away, of its own nature. */
const OUTAGE = 3_000;

/**
 * Watches for a while: whenever the header says “Saved”, the LMS holds all of what was answered.
 * @param until the look may end
 */
async function neverLies(learner: Learner, lms: HostileLms, answered: number, isOver: (header: string) => boolean) {
  await until(
    'the header to be right about it in the end',
    async () => {
      const header = await learner.header();
      const held = answers(lms).length; // read after the header: what it claims must be there already
      if (header === 'Saved' && held < answered) {
        throw new Error(`The header says “Saved”, and the LMS holds ${held} of ${answered} answers.`);
      }
      return header;
    },
    isOver,
    30_000,
  );
}

test.beforeEach(({ lms, course }) => earlierVisit(lms, 'scorm12', course, beforeCheck));

test('3 s without network over one answer, then back: “Saved” is not said before it is true', async ({
  launch,
  lms,
}) => {
  const learner = await launch();
  await learner.answerSome(1);
  await learner.says('Saved');
  await learner.clicks({ role: 'button', name: 'Next question' });
  await learner.question(2);
  lms.server.net = 'offline';
  await learner.answer();
  const end = performance.now() + OUTAGE;
  await neverLies(learner, lms, 2, () => performance.now() > end);
  lms.server.net = 'up';
  await neverLies(learner, lms, 2, (header) => header === 'Saved');
  expect(answers(lms)).toHaveLength(2);
  const again = await launch(learner.tab);
  await again.question(3);
});

test('503 over one answer: said so, and saved once the server is back', async ({ launch, lms }) => {
  const learner = await launch();
  await learner.answerSome(1);
  await learner.says('Saved');
  await learner.clicks({ role: 'button', name: 'Next question' });
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
  await learner.clicks({ role: 'button', name: 'Next question' });
  lms.server.net = 'offline';
  await learner.answer();
  await learner.tab.open(lms.url.replace('/lms', '/login'));
  lms.server.net = 'up';
  const again = await launch(learner.tab);
  await again.question(3);
  await neverLies(again, lms, 2, (header) => header === 'Saved');
});
