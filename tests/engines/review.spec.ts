import { expect } from 'playwright/test';
import { beforeDeclaration } from '../hostile/module/open-module.ts';
import { test } from './journey.ts';
import { earlierVisit, holdsPass, stored } from './lms.ts';

for (const standard of ['scorm12', 'scorm2004'] as const) {
  test.describe(standard, () => {
    test.use({ standard });

    test('a launch after the pass is a review: everything opens, nothing is written', async ({
      launch,
      lms,
      course,
    }) => {
      earlierVisit(lms, standard, course, beforeDeclaration);
      const learner = await launch();
      await learner.makeDeclaration();
      await learner.says('Saved');
      await holdsPass(lms, standard);
      await learner.tab.open('about:blank');

      const again = await launch(learner.tab);
      await again.says('Review');
      const after = { ...stored(lms) };
      const saves = lms.saves.length;
      await again.opens({ role: 'link', css: 'main a, nav a', like: '^Usage at work' }, { css: '#wrk h1' });
      await again.clicks({ role: 'button', name: 'Save and exit' });
      await again.sees({ role: 'dialog' });
      const called = await again.tab.run('page', () =>
        (window as unknown as { fake: { server: { log: { fn: string }[] } } }).fake.server.log.map((call) => call.fn),
      );
      expect(called.filter((fn) => /Set|Commit/.test(fn))).toEqual([]);
      // The end of a session that wrote nothing may be a request, and it carries nothing.
      expect(lms.saves.slice(saves).filter((values) => Object.keys(values).length > 0)).toEqual([]);
      expect(stored(lms)).toEqual(after);
    });
  });
}
