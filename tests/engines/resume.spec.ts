import { expect } from 'playwright/test';
import { beforeCheck } from '../hostile/module/open-module.ts';
import { test } from './journey.ts';
import { answers, earlierVisit } from './lms.ts';

const OPTIONS = { css: '#check form label' };

test('leaving in the middle of a story leads back to the same decision', async ({ launch, lms, course }) => {
  const part = course.parts.find((p) => p.scenarios.includes('desk_photo'));
  earlierVisit(lms, 'scorm12', course, { roles: [], place: part?.id ?? '' });
  const first = await launch();
  await first.finishLesson();
  await first.play('desk_photo', 1);
  const ask = (await first.sees({ css: '.decision .ask' })).text;
  await first.says('Saved');
  await first.tab.open('about:blank'); // no goodbye: the tab is simply gone

  const again = await launch(first.tab);
  expect((await again.sees({ css: '.decision .ask' })).text).toBe(ask);
  expect(await again.shown({ css: '#desk_photo summary', like: 'You chose' })).toHaveLength(1);
});

test.describe(() => {
  test.use({ standard: 'scorm2004' });

  test('leaving in the middle of a paper leads back to the same question, its options in their order', async ({
    launch,
    lms,
    course,
  }) => {
    earlierVisit(lms, 'scorm2004', course, beforeCheck);
    const first = await launch();
    await first.answerSome(3);
    await first.clicks({ role: 'button', name: 'Next question' });
    const fourth = await first.question(4);
    const options = (await first.shown(OPTIONS)).map((seen) => seen.text);
    await first.says('Saved');
    await first.tab.open('about:blank');

    const again = await launch(first.tab);
    expect((await again.question(4)).id).toBe(fourth.id);
    expect((await again.shown(OPTIONS)).map((seen) => seen.text)).toEqual(options);
    await again.takePaper(() => true, 4);
    await again.sees({ role: 'heading', name: 'You passed the check' });
    // The last answer may still be on its way when the result is shown.
    await expect.poll(() => new Set(answers(lms)).size).toBe(12);
  });
});
