import { expect } from 'playwright/test';
import { beforeCheck } from '../hostile/module/open-module.ts';
import { learnerIn, test } from './journey.ts';
import { answers, earlierVisit } from './lms.ts';

test('a second tab only shows, until it takes over: then the first one only shows', async ({ launch, lms, course }) => {
  earlierVisit(lms, 'scorm12', course, beforeCheck);
  const first = await launch();
  await first.answerSome(1);
  await first.says('Saved');
  let second = await launch();
  await second.says('Open elsewhere');
  await second.answer();
  expect(answers(lms)).toHaveLength(1);

  await second.clicks({ role: 'button', name: 'Carry on here instead' });
  await first.tab.show();
  await first.says('Open elsewhere');
  await second.tab.show();
  second = await learnerIn(second.tab, course);
  await second.question(2);
  await second.says('Saved');
  await second.answer();
  await second.says('Saved');
  expect(answers(lms)).toHaveLength(2);
});
