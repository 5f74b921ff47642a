import { expect } from 'playwright/test';
import { beforeCheck } from '../hostile/module/open-module.ts';
import { test } from './journey.ts';
import { earlierVisit, holdsPass, names, stored } from './lms.ts';

test('a failed paper is no failure in the record, the next one is fresh, and its pass counts', async ({
  launch,
  lms,
  course,
}) => {
  earlierVisit(lms, 'scorm12', course, beforeCheck);
  const learner = await launch();
  const first = await learner.takePaper((n) => n > 5);
  await learner.hasFocus({ role: 'heading', name: 'Not there yet' });
  await learner.sees({ css: 'p', like: '7 of 12 right' });
  await learner.says('Saved');
  expect(stored(lms)[names.scorm12.status]).toBe('incomplete');
  const second = await learner.takePaper();
  await learner.sees({ role: 'heading', name: 'You passed the check' });
  expect(second.filter((item) => first.some(({ id }) => id === item.id))).toEqual([]);
  await learner.declare();
  await learner.says('Saved');
  await holdsPass(lms, 'scorm12');
});
