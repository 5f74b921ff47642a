import { expect, sectionsDone, test } from './lms.ts';

/** Runs in the module: notes what changes anywhere but in the check and in what tells whether it is saved. */
function watchElsewhere(): void {
  const changed: string[] = [];
  Object.assign(window, { changed });
  new MutationObserver((all) => {
    for (const { target, attributeName } of all) {
      const element = target instanceof Element ? target : target.parentElement;
      if (!element?.closest('#check, #saved, #banner'))
        changed.push(`${attributeName}: ${element?.outerHTML.slice(0, 80)}`);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

test('an answer in the check changes nothing else in the document but the word on saving', async ({
  launch,
  earlier,
}) => {
  earlier('scorm12', { ...sectionsDone, place: 'check' });
  const learner = await launch('scorm12');
  await learner.button('Start the check').click();
  await expect(learner.frame.getByText('Question 1 of 12')).toBeVisible();
  const html = learner.frame.locator('html');
  await html.evaluate(watchElsewhere);
  await learner.answer(true);
  expect(await html.evaluate(() => (window as unknown as { changed: string[] }).changed)).toEqual([]);
});
