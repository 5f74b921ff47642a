import { beforeCheck } from '../hostile/module/open-module.ts';
import { test } from './journey.ts';
import { earlierVisit, stored } from './lms.ts';
import { until } from './until.ts';

test('left by a link just after going on: the LMS holds the new place', async ({ launch, lms, course }) => {
  earlierVisit(lms, 'scorm12', course, beforeCheck);
  const learner = await launch();
  await learner.says('Saved');
  await learner.tab.run('module', () => {
    location.hash = 'int';
  });
  await learner.sees({ css: '#int h1' });
  await learner.tab.run(
    'page',
    (to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
    },
    lms.url.replace('/lms', '/login'),
  );
  await until(
    'the place in the LMS to be int',
    () => stored(lms)['cmi.core.lesson_location'],
    (place) => place === 'int',
  );
});
