import { expect, type Frame, type Locator } from 'playwright/test';
import type { Course, Part } from '../../src/course/model.ts';
import { keyOf } from '../../src/quiz/marking.ts';
import type { Answer, Item } from '../../src/quiz/model.ts';
import { walk } from '../../src/quiz/scenario-machine.ts';
import { wrongAnswer } from '../support/wrong-answer.ts';

/** Escapes a text for a regular expression. */
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What a learner does, by role and accessible name only, in whatever frame the module runs: the embedded LMS, Moodle
 * or any other.
 */
export class Learner {
  readonly frame: Frame;
  /** The course data, to know right answers and stories. */
  readonly course: Course;

  constructor(frame: Frame, course: Course) {
    this.frame = frame;
    this.course = course;
  }

  heading = (name: string | RegExp, level?: number): Locator =>
    this.frame.getByRole('heading', level ? { name, level } : { name });

  button = (name: string | RegExp): Locator => this.frame.getByRole('button', { name });

  /** The screen on show. To look for a role in all of a large document keeps its page busy for seconds. */
  private screen = (): Locator => this.frame.locator('.screen:visible');

  private press = (name: string | RegExp): Locator => this.screen().getByRole('button', { name });

  private title = (name: string | RegExp, level?: number): Locator =>
    this.screen().getByRole('heading', level ? { name, level } : { name });

  private row = (kind: 'radio' | 'checkbox', text: string) =>
    this.screen().getByRole(kind, { name: new RegExp(`^${literal(text)}`) });

  /** The saved state in the header, in words. */
  saved = (): Locator => this.frame.getByRole('status').first();

  /** The screen on show is whole: nothing of it is still to be drawn. */
  drawn = (): Promise<void> =>
    expect(this.frame.locator('.screen:visible [data-island]:is(:empty, :not([data-drawn]))')).toHaveCount(0);

  /** Opens a screen by its address. */
  async open(id: string): Promise<void> {
    await this.frame.evaluate((hash) => {
      location.hash = hash;
    }, id);
    await expect(this.frame.locator(`#${id} h1`)).toBeVisible();
    await this.drawn();
  }

  link = (name: string | RegExp): Locator => this.frame.getByRole('link', { name });

  /** Goes from the start screen to the first scene. @param roles answered there; none: the question is passed over */
  async begin(...roles: string[]): Promise<void> {
    await this.link('Begin').click();
    await this.drawn();
    if (roles.length > 0) await this.answerRoles(...roles);
  }

  /** Answers the role question on the screen. */
  async answerRoles(...roles: string[]): Promise<void> {
    for (const { id, text } of this.course.roles) if (roles.includes(id)) await this.row('checkbox', text).check();
    await this.press('Keep this').click();
  }

  /** Reads the lesson on screen to its end. */
  async finishLesson(): Promise<void> {
    await this.frame
      .getByRole('link', { name: /^(Now you decide|Go on with the story|Done, (next section|go on|go to the check))$/ })
      .click();
  }

  /** Takes one decision by its words; `goOn`: past what came of it. */
  async decide(text: string, goOn = true): Promise<void> {
    await this.row('radio', text).check();
    await this.press('Do this').click();
    await expect(this.heading(/^Why this (works|went wrong)$/)).toBeVisible();
    if (goOn) await this.press(/^(Go on|What you can still do|Go on with the story)$/).click();
  }

  /** Answers the question that opens the story on screen, where this learner was dealt one. */
  async pastCold(right = true): Promise<void> {
    const shown = this.screen();
    const cold = shown.getByText('Before the story', { exact: true });
    await cold.or(shown.locator('.decision, .ended, .consequence')).first().waitFor();
    if (!(await cold.isVisible())) return;
    const item = await this.question();
    await this.give(item, right ? keyOf(item) : wrongAnswer(item));
    await this.press('Answer').click();
    await this.press('On to the story').click();
  }

  /** Plays the scenario on screen by choice letters, from where it stands. @param skip decisions already taken */
  async play(scenarioId: string, path?: readonly string[], skip = 0): Promise<void> {
    const scenario = this.course.scenarios[scenarioId];
    if (!scenario) throw new Error(`no scenario ${scenarioId}`);
    await this.pastCold();
    const steps = walk(scenario, (path ?? scenario.exemplar).join('')).steps;
    for (const step of steps.slice(skip)) await this.decide(step.choice.text);
  }

  /** Takes the first decision of the story on screen and goes to the lesson behind it. */
  async openWith(scenarioId: string): Promise<void> {
    const scenario = this.course.scenarios[scenarioId];
    if (!scenario) throw new Error(`no scenario ${scenarioId}`);
    await this.pastCold();
    await this.decide(walk(scenario, scenario.exemplar.join('')).steps[0]?.choice.text ?? '?', false);
    await this.press('See the rules behind it').click();
  }

  /** A whole section of the induction: its story's first decision, its lesson, the rest of its story. */
  async section(part: Part): Promise<void> {
    const [first, ...others] = part.scenarios;
    if (first) await this.openWith(first);
    await this.finishLesson();
    if (!first) return;
    await this.play(first, undefined, 1);
    await this.leaveStory();
    for (const id of others) {
      await this.play(id);
      await this.leaveStory();
    }
  }

  /** Leaves an ended scenario. */
  async leaveStory(): Promise<void> {
    await this.press(
      /^(Done, (next section|go on|go to the (check|questions|declaration))|Now read the section)$/,
    ).click();
  }

  /** Goes through every section as the policy would have it, up to the check. */
  async learn(): Promise<void> {
    for (const part of this.course.parts.filter((p) => !p.role)) await this.section(part);
    await expect(this.title('The check', 1)).toBeVisible();
  }

  /** The question on screen. */
  async question(): Promise<Item> {
    const stem = await this.screen().locator('form').getByRole('heading', { level: 2 }).first().textContent();
    const item = this.course.bank.find((i) => i.stem === stem?.trim());
    if (!item) throw new Error(`no question with the stem "${stem}"`);
    return item;
  }

  /** Gives an answer in the compact form, without submitting it. */
  async give(item: Item, answer: Answer): Promise<void> {
    switch (item.type) {
      case 'single':
        return this.row('radio', item.options.find((o) => o.id === answer)?.text ?? '').check();
      case 'multiple':
      case 'spot':
        for (const part of item.type === 'spot' ? item.parts : item.options) {
          await this.row('checkbox', part.text).setChecked(answer.includes(part.id));
        }
        return;
      case 'classify':
        for (const [i, thing] of item.items.entries()) {
          const bin = item.bins[(answer.codePointAt(i) ?? 97) - 97];
          const group = this.screen().getByRole('group', { name: thing.text, exact: true });
          await group.getByRole('radio', { name: bin?.text ?? '', exact: true }).check();
        }
        return;
      case 'write':
        for (const [i, place] of item.places.entries()) {
          const text = place.wordings.find((w) => w.id === answer[i])?.text ?? '';
          await this.screen()
            .getByRole('group', { name: place.ask, exact: true })
            .getByRole('radio', { name: text, exact: true })
            .check();
        }
        return;
      case 'order':
        return this.sort(
          item.steps.map((s) => s.text),
          [...answer].map((l) => item.steps.findIndex((s) => s.id === l)),
        );
    }
  }

  /** Moves steps up until they stand in the order wanted. */
  private async sort(texts: readonly string[], wanted: readonly number[]): Promise<void> {
    const shown = async () => {
      const labels = await this.screen()
        .getByRole('button', { name: /^Move up: / })
        .evaluateAll((all) => all.map((b) => b.ariaLabel ?? ''));
      return labels.map((l) => l.slice('Move up: '.length));
    };
    const before = (await shown()).join();
    for (const [place, index] of wanted.entries()) {
      const text = texts[index] ?? '';
      for (let at = (await shown()).indexOf(text); at > place; at--) await this.press(`Move up: ${text}`).click();
    }
    if ((await shown()).join() !== before) return;
    // The order wanted is the one first shown: it still has to be touched.
    const [first = ''] = await shown();
    await this.press(`Move down: ${first}`).click();
    await this.press(`Move up: ${first}`).click();
  }

  /** Answers the question on screen, right or wrong, up to its explanation. */
  async answer(right: boolean): Promise<Item> {
    const item = await this.question();
    await this.give(item, right ? keyOf(item) : wrongAnswer(item));
    // In practice nobody is asked how sure they are.
    await this.press(/^(I’m sure|Answer)$/)
      .filter({ visible: true })
      .click();
    await expect(this.title(/^(That is right|Partly right|That is not it)$/)).toBeVisible();
    return item;
  }

  /** Takes a whole paper. @param right which answers are right, by question and number from 1 */
  async takePaper(right: (item: Item, n: number) => boolean = () => true, from = 1): Promise<void> {
    const start = this.press(/^Start (the|a fresh) check$/);
    const question = this.screen().getByText(/^Question \d+ of 12$/);
    await start.or(question).first().waitFor();
    if (await start.isVisible()) await start.click();
    for (let n = from; n <= 12; n++) {
      await expect(this.screen().getByText(`Question ${n} of 12`)).toBeVisible();
      const item = await this.question();
      await this.answer(right(item, n));
      await this.press(n === 12 ? 'See the result' : 'Next question').click();
    }
  }

  /** Refresher: from the start screen past what changed to the questions. */
  async seeChanges(...roles: string[]): Promise<void> {
    await this.begin();
    await expect(this.heading('What changed', 1)).toBeFocused();
    if (roles.length > 0) await this.answerRoles(...roles);
    await this.screen().getByRole('link', { name: 'Go to the questions' }).click();
    await expect(this.heading('The questions', 1)).toBeFocused();
  }

  /** Refresher: answers the question on screen, which brings no word on how it was. */
  async answerSilently(right: boolean): Promise<Item> {
    const item = await this.question();
    await this.give(item, right ? keyOf(item) : wrongAnswer(item));
    await this.press('I’m sure').click();
    return item;
  }

  /** Refresher: all questions. @param right which answers are right, by question and number from 1 */
  async diagnose(right: (item: Item, n: number) => boolean = () => true, from = 1): Promise<void> {
    const start = this.press('Start the questions');
    const question = this.screen().getByText(/^Question \d+ of 12$/);
    await start.or(question).first().waitFor();
    if (await start.isVisible()) await start.click();
    for (let n = from; n <= 12; n++) {
      await expect(this.screen().getByText(`Question ${n} of 12`, { exact: true })).toBeVisible();
      await this.answerSilently(right(await this.question(), n));
    }
    await expect(this.title('Section by section')).toBeVisible();
  }

  /** Refresher: the two fresh questions on a section. @param right which answers are right, by number from 1 */
  async recheck(right: (n: number) => boolean = () => true): Promise<Item[]> {
    await this.press(/^Answer fresh questions on/)
      .first()
      .click();
    const items: Item[] = [];
    for (const n of [1, 2]) {
      await expect(this.screen().getByText(`Fresh question ${n} of 2`)).toBeVisible();
      items.push(await this.answer(right(n)));
      await this.press(n === 2 ? 'See what is next' : 'Next question').click();
    }
    return items;
  }

  /** The whole refresher of somebody who knows it all. */
  async refresher(): Promise<void> {
    await this.seeChanges();
    await this.diagnose();
    await this.declare();
  }

  /** Follow-up: the cases on screen and those after them. @param right which answers are right, by number from 1 */
  async cases(right: (n: number) => boolean = () => true, from = 1, to = 5): Promise<void> {
    for (let n = from; n <= to; n++) {
      await expect(this.screen().getByText(`Case ${n} of 5`, { exact: true })).toBeVisible();
      await this.answer(right(n));
      await this.press(n === 5 ? 'See how it went' : 'Next case').click();
    }
  }

  /** The whole follow-up, everything right. */
  async followup(): Promise<void> {
    await this.screen().getByRole('link', { name: 'Begin' }).click();
    await this.press('Show the first case').click();
    await this.cases();
  }

  /** From the passed check to the declaration made. */
  async declare(): Promise<void> {
    await this.press('Go to the declaration').click();
    await this.screen().getByRole('checkbox').check();
    await this.press(this.course.declaration.button).click();
    await expect(this.title('You have completed the training')).toBeVisible();
  }

  /** The whole induction, everything right. */
  async induction(): Promise<void> {
    await this.begin();
    await this.learn();
    await this.takePaper();
    await this.declare();
  }

  async saveAndExit(): Promise<void> {
    await this.button('Save and exit').click();
    await expect(this.frame.getByRole('dialog')).toBeVisible();
  }
}
