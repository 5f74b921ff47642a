import { expect } from 'playwright/test';
import { sizeFrame } from '../access/look.ts';
import { beforeCheck } from '../hostile/module/open-module.ts';
import { button } from './hand.ts';
import { test } from './journey.ts';
import { earlierVisit } from './lms.ts';

/** Width and offset of the ring of focus, in CSS pixels: styles/base.css. */
const RING = 6;

test('2.4.7 Focus Visible: a control that gets the focus is in view with its outline, also in a low frame', async ({
  launch,
  lms,
  course,
}) => {
  earlierVisit(lms, 'scorm12', course, beforeCheck);
  const learner = await launch();
  const { tab } = learner;
  await learner.clicks(button('Start the check'));
  await learner.question(1);
  await sizeFrame(tab, 714, 420);
  // By the script, for WebKit's driver does not hand the Tab key on into a frame: it is scrolled to in the same way.
  const seen = await tab.run(
    'module',
    async (around) => {
      const all = [...document.querySelectorAll<HTMLElement>('form :is(input, button)')].filter((e) =>
        e.checkVisibility(),
      );
      const cut: string[] = [];
      for (const e of [...all, ...[...all].reverse()]) {
        e.focus();
        // WebKit scrolls with the next frame.
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const row = e.closest('.choice') ?? e;
        const { top, bottom, height } = row.getBoundingClientRect();
        const whole = height > innerHeight / 2 || (top - around >= 0 && bottom + around <= innerHeight);
        cut.push(
          whole
            ? ''
            : `${row.textContent?.slice(0, 30)}: ${Math.round(top)} to ${Math.round(bottom)} of ${innerHeight}`,
        );
      }
      return cut;
    },
    RING,
  );
  expect(seen.length).toBeGreaterThan(8);
  expect(seen.filter(Boolean)).toEqual([]);
});

test('2.4.3 Focus Order: “Save and exit” gives the focus to the heading of what it says', async ({
  launch,
  lms,
  course,
}) => {
  earlierVisit(lms, 'scorm12', course, beforeCheck);
  const learner = await launch();
  await learner.says('Saved');
  await learner.clicks(button('Save and exit'));
  await learner.hasFocus({ css: 'dialog h2', role: 'heading' });
});
