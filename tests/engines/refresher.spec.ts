import { expect } from 'playwright/test';
import { test } from './journey.ts';
import { answers, holdsPass, ids } from './lms.ts';

test.use({ route: 'refresher' });

test('the refresher of a person who knows it all: twelve questions, declaration, recorded pass', async ({
  launch,
  lms,
}) => {
  const learner = await launch();
  await learner.diagnose();
  await learner.sees({ role: 'heading', name: 'Every section is done' });
  await learner.declare();
  await learner.says('Saved');
  await holdsPass(lms, 'scorm12');
  expect(answers(lms)).toHaveLength(12);
  expect(ids(lms)).toEqual(expect.arrayContaining(['paper_1', 'declaration']));
});
