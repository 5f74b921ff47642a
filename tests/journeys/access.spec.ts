import { bankFor } from '../../src/course/assessment/asked.ts';
import { drawPaper } from '../../src/quiz/draw.ts';
import { look, lookFromOutside } from './axe.ts';
import { course, expect, inTheQuestions, sectionsDone, test } from './lms.ts';

const types = new Set(course.bank.map((i) => i.type));

/** An attempt whose first paper holds every type of question; of some the bank has few. */
const everyType = Array.from({ length: 1000 }, (_, n) => `type${String(n).padStart(4, '0')}`).find((attempt) => {
  const bank = bankFor(course, { roles: [], cold: [] });
  const paper = drawPaper(bank, course.blueprint, new Set(), `${attempt}/1`);
  return new Set(paper.map((i) => i.type)).size === types.size;
});

test.describe('axe finds nothing, in light, in dark and in forced colours', () => {
  // What still fades in has no colours to judge.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('start and lessons', async ({ launch, earlier }) => {
    earlier('scorm12', { ...sectionsDone, roles: null, place: 'start' });
    const learner = await launch('scorm12');
    await expect(learner.link(/^Continue where you were/)).toBeVisible();
    await look(learner, 'start');
    await lookFromOutside(learner);
    for (const part of course.parts) {
      await learner.open(part.id);
      await learner.frame.locator(`#${part.id} details.rules summary`).click();
      await look(learner, part.id);
    }
  });

  test('a story: ending, decision, nothing chosen, consequence', async ({ launch, earlier }) => {
    earlier('scorm12', { ...sectionsDone, place: 'desk_photo' });
    const learner = await launch('scorm12');
    await expect(learner.heading('How it ended')).toBeVisible();
    await look(learner, 'ending');
    await learner
      .button(/^Decide again/)
      .first()
      .click();
    await expect(learner.button('Do this')).toBeVisible();
    await look(learner, 'decision');
    await learner.button('Do this').click();
    await expect(learner.frame.getByRole('alert')).toBeVisible();
    await look(learner, 'nothing chosen');
    const wrong = course.scenarios['desk_photo']?.situations['d1']?.choices.find((c) => !c.best);
    await learner.decide(wrong?.text ?? '', false);
    await look(learner, 'consequence');
  });

  test('the check: every type of question, its explanation, the result, leaving', async ({ launch, earlier }) => {
    if (!everyType) throw new Error('no paper holds every type of question');
    earlier('scorm12', { ...sectionsDone, attempt: everyType });
    const learner = await launch('scorm12');
    await expect(learner.button('Start the check')).toBeVisible();
    await look(learner, 'check');
    const met = new Set<string>();
    await learner.button('Start the check').click();
    for (let n = 1; n <= 12; n++) {
      const item = await learner.question();
      const fresh = !met.has(item.type);
      met.add(item.type);
      if (fresh) await look(learner, `question, ${item.type}`);
      await learner.answer(n > 3 && n < 8);
      if (fresh) await look(learner, `answered, ${item.type}`);
      await learner.button(n === 12 ? 'See the result' : 'Next question').click();
    }
    expect([...met].sort()).toEqual([...types].sort());
    await expect(learner.heading('Not there yet')).toBeVisible();
    await look(learner, 'not there yet');
    await learner.saveAndExit();
    await look(learner, 'leaving');
  });

  test('passed check, what is left, declaration, finish', async ({ launch, earlier }) => {
    earlier('scorm12', { ...sectionsDone, assessed: true, best: 100, papers: 1 });
    const learner = await launch('scorm12');
    await expect(learner.heading('You passed the check')).toBeVisible();
    await look(learner, 'passed');
    await learner.open('finish');
    await look(learner, 'what is left');
    await learner.open('declare');
    await look(learner, 'declaration');
    await learner.frame.getByRole('checkbox').check();
    await learner.button(course.declaration.button).click();
    await expect(learner.heading('Receipt')).toBeVisible();
    await look(learner, 'finish');
  });

  test('the tools: helper question, nothing chosen, advice, what people ask, checklists, glossary, search', async ({
    launch,
  }) => {
    const learner = await launch('scorm12');
    await learner.open('helper');
    await learner.frame.locator('#helper').getByRole('radio').first().waitFor();
    await look(learner, 'helper');
    await learner.button('Next').click();
    await expect(learner.frame.getByRole('alert')).toBeVisible();
    await look(learner, 'helper, nothing chosen');
    const advice = learner.frame.locator('#helper .advice');
    const asked = learner.frame.locator('#helper .kicker');
    for (let n = 1; n <= 8 && !(await advice.isVisible()); n++) {
      await expect(asked.getByText(`Question ${n}`, { exact: true }).or(advice)).toBeVisible();
      await learner.frame.locator('#helper').getByRole('radio').last().check();
      await learner.button('Next').click();
    }
    await expect(advice).toBeVisible();
    await look(learner, 'advice');
    for (const id of ['asked', 'checklists', 'glossary', 'search']) {
      await learner.open(id);
      await look(learner, id);
    }
    const field = learner.frame.getByRole('searchbox');
    await field.fill('disclaimer');
    await field.press('Enter');
    await expect(learner.frame.locator('#search ol.found')).toBeVisible();
    await look(learner, 'found');
  });

  test.describe('refresher', () => {
    test.use({ route: 'refresher' });

    test('start, what changed, questions, result, known section', async ({ launch }) => {
      const learner = await launch('scorm12');
      await expect(learner.link('Begin')).toBeVisible();
      await look(learner, 'start');
      await lookFromOutside(learner);
      await learner.begin();
      await expect(learner.heading('What changed', 1)).toBeFocused();
      await look(learner, 'changes');
      await learner.frame.getByRole('link', { name: 'Go to the questions' }).click();
      await expect(learner.button('Start the questions')).toBeVisible();
      await look(learner, 'questions');
      await learner.button('Start the questions').click();
      await learner.question();
      await look(learner, 'question');
      await learner.diagnose((item) => item.section !== 'wrk' && item.section !== 'con');
      for (const fold of await learner.frame.locator('#check details summary').all()) await fold.click();
      await look(learner, 'result');
      await learner.open('sco');
      await expect(learner.frame.locator('#sco').getByText('Known already.')).toBeVisible();
      await look(learner, 'known section');
    });

    test('a section ready for fresh questions, a fresh question explained, all done', async ({ launch, earlier }) => {
      const before = inTheQuestions((i) => i.section !== 'wrk').learn('wrk');
      earlier('scorm12', before.progress);
      const learner = await launch('scorm12');
      await expect(learner.heading('What to look at again')).toBeVisible();
      await look(learner, 'ready');
      await learner
        .button(/^Answer fresh questions/)
        .first()
        .click();
      await learner.question();
      await look(learner, 'fresh question');
      await learner.answer(true);
      await look(learner, 'fresh question explained');
      await learner.button('Next question').click();
      await learner.answer(true);
      await learner.button('See what is next').click();
      await expect(learner.heading('Every section is done')).toBeVisible();
      await look(learner, 'all done');
    });
  });
});
