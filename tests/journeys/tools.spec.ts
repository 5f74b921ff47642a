import type { Page } from 'playwright/test';
import { consult } from '../../src/quiz/helper.ts';
import type { Helper } from '../../src/quiz/model.ts';
import { arrowTo, tabTo } from './keys.ts';
import type { Learner } from './learner.ts';
import { course, expect, sectionsDone, standards, test } from './lms.ts';

const helper = course.helper as Helper;

/** The last answer to each question, up to advice: what someone says to whom nothing applies. */
function lastAnswers(path = ''): string {
  const { question } = consult(helper, path);
  const letter = question?.answers.at(-1)?.id;
  return letter ? lastAnswers(path + letter) : path;
}

const tool = (learner: Learner, name: string) =>
  learner.frame.getByRole('navigation', { name: 'Tools' }).getByRole('link', { name, exact: true });

/** Answers the helper's question on screen by keyboard alone. */
async function answerByKeys(page: Page, learner: Learner, text: string): Promise<void> {
  for (let n = 0; n < 20; n++) {
    if (await learner.frame.evaluate(() => document.activeElement?.matches('#helper input'))) break;
    await page.keyboard.press('Tab');
  }
  await arrowTo(page, learner, text);
  await tabTo(page, learner, 'button', 'Next');
  await page.keyboard.press('Enter');
}

test('the decision helper leads to advice by keyboard alone, back one question and again, and records nothing', async ({
  launch,
  earlier,
  page,
  stored,
}) => {
  earlier('scorm12', { ...sectionsDone, place: 'wrk' });
  const learner = await launch('scorm12');
  const before = new Map(stored('scorm12'));
  await learner.frame.locator('body').focus();
  await tabTo(page, learner, 'link', 'Can I post this?');
  await page.keyboard.press('Enter');
  await expect(learner.heading('Can I post this?', 1)).toBeFocused();

  // Nothing chosen: it says so, and the focus is in the group.
  await tabTo(page, learner, 'button', 'Next');
  await page.keyboard.press('Enter');
  await expect(learner.frame.getByRole('alert')).toHaveText('Choose an answer first.');
  await expect(learner.frame.locator('#helper').getByRole('radio').first()).toBeFocused();

  const path = lastAnswers();
  const { given, outcome } = consult(helper, path);
  for (const [i, { question, answer }] of given.entries()) {
    if (i > 0) await expect(learner.heading(question.ask, 2)).toBeFocused();
    await answerByKeys(page, learner, answer.text);
  }
  await expect(learner.heading(new RegExp(outcome?.title ?? '?'), 2)).toBeFocused();
  await expect(learner.frame.getByText(outcome?.text ?? '?').first()).toBeVisible();
  await expect(
    learner.frame
      .locator('#helper .advice')
      .getByRole('link', { name: /^Read: / })
      .first(),
  ).toBeVisible();

  await tabTo(page, learner, 'button', 'Back one question');
  await page.keyboard.press('Enter');
  await expect(learner.heading(given.at(-1)?.question.ask ?? '?', 2)).toBeFocused();
  await answerByKeys(page, learner, given.at(-1)?.answer.text ?? '?');
  await tabTo(page, learner, 'button', 'Start again');
  await page.keyboard.press('Enter');
  await expect(learner.heading(given[0]?.question.ask ?? '?', 2)).toBeFocused();

  await learner.frame.locator('#helper').getByRole('link', { name: 'Back to where you were' }).click();
  await expect(learner.frame.locator('#wrk h1')).toBeFocused();
  await learner.saveAndExit();
  const interactions = (record: Map<string, string>) => [...record.keys()].filter((k) => k.includes('interactions'));
  expect(interactions(stored('scorm12'))).toEqual(interactions(before));
});

test('what people ask is found by keyboard from search and helper, says what each piece rests on, and records nothing', async ({
  launch,
  earlier,
  page,
  stored,
}) => {
  const ask = 'A journalist has sent me a message and wants a comment. May I answer?';
  earlier('scorm12', { ...sectionsDone, place: 'per' });
  const learner = await launch('scorm12');
  const before = new Map(stored('scorm12'));
  const request = learner.frame.locator('#asked-journalist');
  await learner.frame.locator('body').focus();
  await tabTo(page, learner, 'link', 'Search');
  await page.keyboard.press('Enter');
  await expect(learner.heading('Search', 1)).toBeFocused();
  await tabTo(page, learner, 'searchbox', 'What are you looking for?');
  await page.keyboard.type('journalist comment');
  await page.keyboard.press('Enter');
  await tabTo(page, learner, 'link', `People really ask · ${ask}`);
  await page.keyboard.press('Enter');
  await expect(request).toBeFocused();
  await expect(request.getByRole('heading', { name: ask, level: 2 })).toBeInViewport();

  // Every piece says in words what it rests on; a contact that HR has not supplied is a named blank.
  const labels = await learner.frame.locator('#asked .piece .label').allTextContents();
  expect(new Set(labels)).toEqual(new Set(['The policy says: ', 'Good sense: ', 'The policy is silent: ']));
  expect(labels).toHaveLength(await learner.frame.locator('#asked .piece').count());
  await expect(request.getByText('contact for questions from the press')).toBeVisible();

  await tabTo(page, learner, 'link', 'Can I post this?');
  await page.keyboard.press('Enter');
  await expect(learner.heading('Can I post this?', 1)).toBeFocused();
  await tabTo(page, learner, 'link', 'People really ask');
  await page.keyboard.press('Enter');
  await expect(learner.heading('People really ask', 1)).toBeFocused();
  await tabTo(page, learner, 'link', ask);
  await page.keyboard.press('Enter');
  await expect(request).toBeFocused();
  await learner.frame.locator('#asked').getByRole('link', { name: 'Back to where you were' }).last().click();
  await expect(learner.frame.locator('#per h1')).toBeFocused();
  await learner.saveAndExit();
  const interactions = (record: Map<string, string>) => [...record.keys()].filter((k) => k.includes('interactions'));
  expect(interactions(stored('scorm12'))).toEqual(interactions(before));
});

test('a checklist has words to copy and ticks of its own', async ({ launch, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const learner = await launch('scorm12');
  await tool(learner, 'Checklists').click();
  await expect(learner.heading('Checklists', 1)).toBeFocused();
  const words = learner.frame.locator('#copy-disclaimer-short');
  await learner.button('Copy Short, for a profile').click();
  await expect(learner.frame.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  const copied = await learner.frame.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await words.textContent());
  const tick = learner.frame.locator('#checklists').getByRole('checkbox').first();
  await tick.check();
  await expect(tick).toBeChecked();
});

test('the glossary explains words in plain English and leads to the sections that use them', async ({ launch }) => {
  const learner = await launch('scorm12');
  await tool(learner, 'Glossary').click();
  await expect(learner.heading('Glossary', 1)).toBeFocused();
  const entry = learner.frame.locator('#term-disciplinary_procedure');
  await expect(entry.getByText('The steps the University follows', { exact: false })).toBeVisible();
  await entry.getByRole('link').first().click();
  await expect(learner.frame.locator('.screen.lesson:visible h1')).toBeFocused();
});

test('a word of a lesson is explained in place, by keyboard, and Escape closes it', async ({
  launch,
  earlier,
  page,
}) => {
  earlier('scorm12', { ...sectionsDone, place: 'sco' });
  const learner = await launch('scorm12');
  const term = learner.frame.locator('#sco').getByRole('button', { name: 'sessional' });
  await term.focus();
  await page.keyboard.press('Enter');
  const note = learner.frame.locator('#sco .term-note:popover-open');
  await expect(note).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(term).toBeFocused();
});

test('the accessibility statement is under Help, says what nobody tried, and leads back', async ({
  launch,
  earlier,
}) => {
  earlier('scorm12', { ...sectionsDone, place: 'con' });
  const learner = await launch('scorm12');
  await learner.frame.locator('.help summary').click();
  await learner.frame.locator('.help').getByRole('link', { name: 'Accessibility', exact: true }).click();
  await expect(learner.heading('Accessibility statement', 1)).toBeFocused();
  const statement = learner.frame.locator('#accessibility');
  await expect(statement.getByText('Speech input: not tried by anybody yet').first()).toBeVisible();
  await expect(statement.getByText('This module is partially compliant with')).toBeVisible();
  // What is put together from parts has no space before its full stop.
  expect((await statement.innerText()).match(/\S+ [.,;:](\s|$)/g)).toBeNull();
  await expect(statement.getByRole('link', { name: /^Equality Advisory/ })).toHaveAttribute('target', '_blank');
  await statement.getByText(/criteria that speak of nothing in this module$/).click();
  await expect(statement.getByText('1.4.2 Audio Control')).toBeVisible();
  await statement.getByRole('link', { name: 'Back to where you were' }).last().click();
  await expect(learner.frame.locator('#con h1')).toBeFocused();
});

test('search finds lessons, rules and words, says so when there is nothing, and leads back', async ({
  launch,
  earlier,
}) => {
  earlier('scorm12', { ...sectionsDone, place: 'brn' });
  const learner = await launch('scorm12');
  await tool(learner, 'Search').click();
  await expect(learner.heading('Search', 1)).toBeFocused();
  const field = learner.frame.getByRole('searchbox', { name: 'What are you looking for?' });
  const status = learner.frame.locator('#search').getByRole('status');

  await learner.button('Search').click();
  await expect(learner.frame.getByRole('alert')).toHaveText('Type a word first.');
  await field.fill('xylophone');
  await field.press('Enter');
  await expect(status).toHaveText('Nothing found for “xylophone”. Try fewer or other words.');
  await field.fill('disclaimer');
  await field.press('Enter');
  await expect(status).toHaveText(/^\d+ places found for “disclaimer”\.$/);
  const found = learner.frame.locator('#search ol.found');
  await expect(found.getByRole('link', { name: /^Glossary/ })).toBeVisible();
  await expect(found.getByRole('link', { name: /^Checklists/ }).first()).toBeVisible();
  // Every place has a name of its own, and no rule's code stands in the middle of what is read.
  const named = await found.getByRole('link').allTextContents();
  expect(named).toEqual([...new Set(named)]);
  expect((await found.locator('p').allTextContents()).filter((t) => /[A-Z]{3}-\d/.test(t))).toEqual([]);
  await found.getByRole('link', { name: /^Glossary/ }).click();
  await expect(learner.frame.locator('#term-disclaimer')).toBeFocused();
  await learner.frame.locator('#glossary').getByRole('link', { name: 'Back to where you were' }).first().click();
  await expect(learner.frame.locator('#brn h1')).toBeFocused();
});

for (const standard of standards) {
  test(`${standard}: after completion the tools are open and nothing is written`, async ({
    launch,
    earlier,
    stored,
    flagged,
  }) => {
    const declared = { at: 1_790_000_000, edition: course.edition };
    earlier(standard, { ...sectionsDone, assessed: true, best: 100, papers: 1, declared, passed: true });
    const before = stored(standard);
    const learner = await launch(standard);
    await expect(learner.frame.getByText('You have already completed this')).toBeVisible();
    await tool(learner, 'Can I post this?').click();
    await learner.frame.locator('#helper').getByRole('radio').first().check();
    await learner.button('Next').click();
    await expect(learner.frame.getByText('Question 2', { exact: true })).toBeVisible();
    for (const name of ['People really ask', 'Checklists', 'Glossary', 'Search', 'Contents']) {
      await tool(learner, name).click();
      await expect(learner.frame.locator('.screen:visible h1')).toBeFocused();
    }
    await learner.saveAndExit();
    expect(stored(standard)).toEqual(before);
    expect(flagged(standard)).toEqual([]);
  });
}
