/**
 * Driver for a tool that measures course packages of any make: `--driver scripts/bench/measure-driver.mjs`, entry
 * `induction.html`. Needs Node 24. Everything is found by role and accessible name; the right answers are read from
 * the data beside the document.
 */
import { keyOf } from '../../src/quiz/marking.ts';
import { Learner } from '../../tests/journeys/learner.ts';

const START = 'Decide what to post, what to ask about first and what to leave out';
const FIRST_SCENE = 'You like a photo, rate a café and ask a forum a question';
const NEXT = /^(Next question|See the result)$/;
const QUESTIONS = 12;

/** The data, fetched while there is a network. */
let course = null;

async function learnerOf(ctx) {
  const { frame } = ctx;
  await frame.locator('html.live').waitFor({ state: 'attached' });
  course ??= await frame.evaluate(async () => (await fetch('induction.json')).json());
  return new Learner(frame, course);
}

/** Presses a control that the Tab key can reach. */
async function press(ctx, test, key = 'Enter') {
  const reached = await ctx.kbd.tabTo(test);
  await ctx.kbd.press(key);
  return reached;
}

const named = (tag, start) => (a) => a.tag === tag && !a.disabled && a.text.startsWith(start);

/** Moves a step of a question of order up to its place. */
async function moveUp(ctx, text, place) {
  const label = `Move up: ${text}`;
  const labels = () =>
    ctx.frame.getByRole('button', { name: /^Move up: / }).evaluateAll((all) => all.map((b) => b.ariaLabel));
  for (let at = (await labels()).indexOf(label); at > place; at--)
    await press(ctx, (a) => a.tag === 'button' && a.text.includes(label));
}

/** Answers the question on screen with the keys of the keyboard alone. */
async function answerByKeyboard(ctx) {
  const learner = await learnerOf(ctx);
  const item = await learner.question();
  const key = keyOf(item);
  const choose = async (type, text) => press(ctx, (a) => a.type === type && a.text.startsWith(text), 'Space');
  /** To the group of radio buttons that holds this one, then along it. */
  const chooseRadio = async (texts, text) => {
    await ctx.kbd.tabTo((a) => a.type === 'radio' && texts.some((t) => a.text.startsWith(t)) && !a.checked);
    await ctx.kbd.press('Space');
    for (let n = 0; n < texts.length && !(await ctx.kbd.active()).text.startsWith(text); n++)
      await ctx.kbd.press('ArrowDown');
  };
  if (item.type === 'single') {
    await chooseRadio(
      item.options.map((o) => o.text),
      item.options.find((o) => o.id === key).text,
    );
  } else if (item.type === 'classify') {
    const bins = item.bins.map((b) => b.text);
    for (const letter of key) await chooseRadio(bins, item.bins[letter.charCodeAt(0) - 97].text);
  } else if (item.type === 'write') {
    for (const [i, place] of item.places.entries()) {
      const text = place.wordings.find((w) => w.id === key[i]).text;
      await chooseRadio(
        place.wordings.map((w) => w.text),
        text,
      );
    }
  } else if (item.type === 'order') {
    const wanted = [...key].map((letter) => item.steps.find((s) => s.id === letter).text);
    for (const [place, text] of wanted.entries()) await moveUp(ctx, text, place);
  } else {
    // In the order on screen, so that Tab meets them one after the other.
    const parts = item.type === 'spot' ? item.parts : item.options;
    for (const letter of key) await choose('checkbox', parts.find((p) => p.id === letter).text);
  }
  await press(ctx, named('button', 'I’m sure'));
  await press(ctx, (a) => a.tag === 'button' && NEXT.test(a.text.trim()));
}

export default {
  name: 'social-media-induction',
  api: ['1.2'],
  questions: QUESTIONS,
  startScreen: START,
  readable: FIRST_SCENE,
  async openFirstLesson(ctx) {
    // Begin is a link of the document: nothing is waited for. It is pressed in the page, as in speed.ts: a press from
    // outside looks at the page for a third of a second on a slow phone, and leaves 1.4 MB in it.
    await ctx.frame.evaluate(() => [...document.links].find((a) => a.textContent.trim() === 'Begin').click());
  },
  async finishLesson(ctx) {
    const learner = await learnerOf(ctx);
    await learner.drawn();
    await learner.finishLesson();
  },
  /** The check is open from the start. */
  async openQuiz(ctx) {
    const learner = await learnerOf(ctx);
    await ctx.frame.evaluate(() => {
      location.hash = 'check';
    });
    await learner.button('Start the check').click();
    await ctx.frame.getByText(`Question 1 of ${QUESTIONS}`).waitFor();
  },
  async answer(ctx, i, right) {
    const learner = await learnerOf(ctx);
    await ctx.frame.getByText(`Question ${i + 1} of ${QUESTIONS}`, { exact: true }).waitFor();
    await learner.answer(right);
    await learner.button(NEXT).click();
  },
  async results(ctx) {
    await ctx.frame.getByRole('heading', { name: 'You passed the check' }).waitFor();
  },
  async keyboard(ctx) {
    await learnerOf(ctx);
    await ctx.kbd.start();
    await press(ctx, named('a', 'Begin'));
    await press(ctx, named('a', 'Done, next section'));
    await press(ctx, named('a', 'Contents'));
    await press(ctx, named('a', 'The check'));
    await press(ctx, named('button', 'Start the check'));
    for (let n = 1; n <= QUESTIONS; n++) {
      await ctx.frame.getByText(`Question ${n} of ${QUESTIONS}`, { exact: true }).waitFor();
      await answerByKeyboard(ctx);
    }
    await ctx.frame.getByRole('heading', { name: /^(You passed the check|Not there yet)$/ }).waitFor();
    return 'The first scene, the contents, the whole check.';
  },
};
