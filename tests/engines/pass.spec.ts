import { expect } from 'playwright/test';
import { beforeCheck } from '../hostile/module/open-module.ts';
import { test } from './journey.ts';
import type { Learner } from './learner.ts';
import { answers, earlierVisit, holdsPass, ids, names, stored } from './lms.ts';

test('SCORM 1.2: the whole induction, from the first launch to a recorded pass', async ({ launch, lms }) => {
  const learner = await launch();
  await learner.begin();
  await learner.learn();
  await passes(learner);
  await holdsPass(lms, 'scorm12');
  expect(ids(lms)).toContain('wrk_desk_photo_d1');
  isWhole();

  function isWhole() {
    // Twelve of the paper, and the two that opened a section.
    expect(answers(lms)).toHaveLength(14);
    expect(ids(lms)).toEqual(expect.arrayContaining(['paper_1', 'declaration']));
    expect(new Set(ids(lms)).size).toBe(ids(lms).length);
    expect(stored(lms)[names.scorm12.exit]).toBe('suspend');
  }
});

test.describe(() => {
  test.use({ standard: 'scorm2004' });

  test('SCORM 2004: from the last section to a recorded pass', async ({ launch, lms, course }) => {
    const last = course.parts.filter((p) => !p.role).at(-1);
    const read = beforeCheck.read?.filter((id) => id !== last?.id) ?? [];
    const stories = { ...beforeCheck.stories };
    for (const id of last?.scenarios ?? []) delete stories[id];
    earlierVisit(lms, 'scorm2004', course, { ...beforeCheck, read, stories, place: last?.id ?? '' });
    const learner = await launch();
    await learner.finishLesson();
    for (const id of last?.scenarios ?? []) {
      await learner.play(id);
      await learner.leaveStory();
    }
    await passes(learner);
    await holdsPass(lms, 'scorm2004');
    expect(stored(lms)['cmi.completion_status']).toBe('completed');
    expect(answers(lms)).toHaveLength(12);
    expect(ids(lms)).toEqual(expect.arrayContaining(['paper_1', 'declaration']));
  });
});

/** From the check to the end, and out by the button. */
async function passes(learner: Learner): Promise<void> {
  await learner.takePaper();
  await learner.declare();
  await learner.says('Saved');
  await learner.clicks({ role: 'button', name: 'Save and exit' });
  await learner.sees({ css: 'dialog *', role: 'heading', name: 'Saved' });
}
