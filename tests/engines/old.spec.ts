import { expect } from 'playwright/test';
import { beforeCheck } from '../hostile/module/open-module.ts';
import { test } from './journey.ts';
import { answers, earlierVisit, ids, stored } from './lms.ts';
import { answersInOutage } from './outage.ts';

test('the start, a lesson and a story: shown, played and recorded', async ({ launch, lms, course }) => {
  const learner = await launch();
  await learner.begin();
  const parts = course.parts.filter((p) => !p.role);
  const before = parts.slice(
    0,
    parts.findIndex((p) => p.scenarios.length > 0),
  );
  for (const _ of before) await learner.finishLesson();
  const part = parts[before.length];
  if (!part) throw new Error('no part has a story');
  const [id = ''] = part.scenarios;
  await learner.section(part);
  await learner.says('Saved');
  expect(ids(lms).some((stored) => stored.includes(id))).toBe(true);
  expect(stored(lms)['cmi.core.lesson_status']).toBe('incomplete');
  await learner.tab.open('about:blank');
  const again = await launch(learner.tab);
  const next = parts[before.length + 1];
  await again.sees({ css: `#${next?.scenarios[0] ?? next?.id} h1, #check h1` });
});

test('3 s without network over one answer, then back: “Saved” is not said before it is true', async ({
  launch,
  lms,
  course,
}) => {
  earlierVisit(lms, 'scorm12', course, beforeCheck);
  const learner = await launch();
  await learner.answerSome(1);
  await learner.says('Saved');
  await learner.nextQuestion(2);
  await answersInOutage(learner, lms);
  expect(answers(lms)).toHaveLength(2);
});
