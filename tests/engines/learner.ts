import type { Course } from '../../src/course/model.ts';
import { keyOf } from '../../src/quiz/marking.ts';
import type { Answer, Item } from '../../src/quiz/model.ts';
import { walk } from '../../src/quiz/scenario-machine.ts';
import { wrongAnswer } from '../support/wrong-answer.ts';
import type { Tab } from './driver.ts';
import { button, Hand, heading } from './hand.ts';
import { until } from './until.ts';

const EXPLAINED = '^(That is right|Partly right|That is not it)$';

/** What a learner does in the module, in any engine: the journeys of `tests/journeys/learner.ts` that matter here. */
export class Learner extends Hand {
  readonly course: Course;

  constructor(tab: Tab, course: Course) {
    super(tab);
    this.course = course;
  }

  /** The saved state in the header, in words. */
  async header(): Promise<string> {
    return (await this.tab.look('module', { role: 'status' }))[0]?.text ?? 'no header';
  }

  /** Waits until the header says that. */
  says = (words: string): Promise<string> =>
    until(
      `the header saying “${words}”`,
      () => this.header(),
      (seen) => seen === words,
    );

  /** The role question on the first screen: none of them. */
  async begin(): Promise<void> {
    await this.ticks({ role: 'checkbox', name: 'Neither of these', starts: true });
    await this.clicks(button('Begin'));
  }

  /** Reads the lesson on screen to its end. */
  async finishLesson(): Promise<void> {
    await this.clicks({ role: 'link', like: '^(Now you decide|Done, (next section|go on|go to the check))$' });
  }

  /** Takes one decision by its words, and goes past what came of it. */
  async decide(text: string): Promise<void> {
    await this.ticks({ role: 'radio', name: text, starts: true });
    await this.clicks(button('Do this'));
    await this.sees(heading('^Why this (works|went wrong)$'));
    await this.clicks({ role: 'button', like: '^(Go on|What you can still do)$' });
  }

  /** Plays the scenario on screen as the policy would have it. @param count how many decisions; all unless told */
  async play(id: string, count = Number.POSITIVE_INFINITY): Promise<void> {
    const scenario = this.course.scenarios[id];
    if (!scenario) throw new Error(`no scenario ${id}`);
    const { steps } = walk(scenario, scenario.exemplar.join(''));
    for (const step of steps.slice(0, count)) await this.decide(step.choice.text);
  }

  async leaveStory(): Promise<void> {
    await this.clicks({
      role: 'button',
      like: '^(Done, (next section|go on|go to the (check|questions|declaration))|Now read the section)$',
    });
  }

  /** Reads every lesson and plays every story as the policy would have it, up to the check. */
  async learn(): Promise<void> {
    for (const part of this.course.parts.filter((p) => !p.role)) {
      await this.finishLesson();
      for (const id of part.scenarios) {
        await this.play(id);
        await this.leaveStory();
      }
    }
    await this.sees({ role: 'heading', name: 'The check' });
  }

  /** The question on screen. @param of its number */
  async question(of?: number): Promise<Item> {
    if (of) await this.sees({ css: '.kicker', name: `Question ${of} of 12` });
    const { text } = await this.sees({ css: 'form h2' });
    const item = this.course.bank.find((i) => i.stem === text);
    if (!item) throw new Error(`no question with the stem “${text}”`);
    return item;
  }

  /** Fills in an answer. */
  private async give(item: Item, answer: Answer): Promise<void> {
    if (item.type === 'single') {
      const option = item.options.find((o) => o.id === answer);
      await this.ticks({ role: 'radio', name: option?.text ?? '?', starts: true });
    } else if (item.type === 'multiple' || item.type === 'spot') {
      for (const part of item.type === 'spot' ? item.parts : item.options) {
        await this.ticks({ role: 'checkbox', name: part.text, starts: true }, answer.includes(part.id));
      }
    } else if (item.type === 'classify') {
      for (const [i, thing] of item.items.entries()) {
        const bin = item.bins[(answer.codePointAt(i) ?? 97) - 97];
        await this.ticks({ role: 'radio', name: bin?.text ?? '?', within: thing.text });
      }
    } else await this.sort([...answer].map((id) => item.steps.find((s) => s.id === id)?.text ?? '?'));
  }

  /** Moves steps up until they stand in that order. */
  private async sort(wanted: readonly string[]): Promise<void> {
    const order = async () =>
      (await this.shown({ role: 'button', name: 'Move up: ', starts: true })).map((b) => b.name.slice(9));
    const move = async (name: string) => {
      const before = (await order()).join();
      await this.clicks(button(name));
      await until(`another order after “${name}”`, order, (now) => now.join() !== before);
    };
    const before = (await order()).join();
    for (const [place, text] of wanted.entries()) {
      for (let at = (await order()).indexOf(text); at > place; at--) await move(`Move up: ${text}`);
    }
    if ((await order()).join() !== before) return;
    // The order wanted is the one first shown: it still has to be touched.
    await move(`Move down: ${wanted[0]}`);
    await move(`Move up: ${wanted[0]}`);
  }

  /** Answers the question on screen, up to its explanation where there is one. */
  async answer(right = true, explained = true): Promise<Item> {
    const item = await this.question();
    await this.give(item, right ? keyOf(item) : wrongAnswer(item));
    await this.clicks(button('Answer'));
    if (explained) await this.sees(heading(EXPLAINED));
    return item;
  }

  /** Starts the check and answers its first questions, rightly. */
  async answerSome(count: number): Promise<void> {
    await this.clicks(button('Start the check'));
    for (let n = 1; n <= count; n++) {
      await this.nextQuestion(n);
      await this.answer();
    }
  }

  /** Goes on to a question, unless it is on screen already. */
  async nextQuestion(n: number): Promise<void> {
    const number = { css: '.kicker', name: `Question ${n} of 12` };
    const next = button('Next question');
    const isThere = async () => (await this.shown(number)).length > 0;
    const canGo = async () => (await isThere()) || (await this.shown(next)).length > 0;
    await until(`question ${n}, or the way to it`, canGo, (seen) => seen);
    if (!(await isThere())) await this.clicks(next);
    await this.sees(number);
  }

  /** Takes a paper from its start or from where it stands. @param right which answers are right, by number from 1 */
  async takePaper(right: (n: number) => boolean = () => true, from = 1): Promise<Item[]> {
    const asked: Item[] = [];
    if (from === 1) await this.clicks({ role: 'button', like: '^Start (the|a fresh) check$' });
    for (let n = from; n <= 12; n++) {
      await this.question(n);
      asked.push(await this.answer(right(n)));
      await this.clicks(button(n === 12 ? 'See the result' : 'Next question'));
    }
    return asked;
  }

  /** Refresher: from the start screen through what changed and all questions. */
  async diagnose(from = 1): Promise<void> {
    if (from === 1) {
      await this.begin();
      await this.clicks({ role: 'link', name: 'Go to the questions' });
      await this.clicks(button('Start the questions'));
    }
    for (let n = from; n <= 12; n++) {
      await this.question(n);
      await this.answer(true, false);
    }
    await this.sees(heading('^Section by section$'));
  }

  /** From the passed check to the declaration made. */
  async declare(): Promise<void> {
    await this.clicks(button('Go to the declaration'));
    await this.makeDeclaration();
  }

  /** The declaration on screen. */
  async makeDeclaration(): Promise<void> {
    await this.ticks({ role: 'checkbox', css: '#declare input' });
    await this.clicks(button(this.course.declaration.button));
    await this.sees(heading('^You are done$'));
  }
}
