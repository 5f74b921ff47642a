import type { Part } from '../../src/course/model.ts';
import type { Item } from '../../src/quiz/model.ts';
import { walk } from '../../src/quiz/scenario-machine.ts';
import { Answering } from './answering.ts';
import { button, heading } from './hand.ts';
import { until } from './until.ts';

/** What a learner does in the module, in any engine: the journeys of `tests/journeys/learner.ts` that matter here. */
export class Learner extends Answering {
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

  /** From the start screen to the first scene; the role question there is passed over. */
  begin = (): Promise<void> => this.clicks({ role: 'link', name: 'Begin' });

  /** Reads the lesson on screen to its end. */
  async finishLesson(): Promise<void> {
    await this.clicks({
      role: 'link',
      like: '^(Now you decide|Go on with the story|Done, (next section|go on|go to the check))$',
    });
  }

  /** Takes one decision by its words, and goes past what came of it. @param on the button to press then */
  async decide(text: string, on = '(Go on|What you can still do|Go on with the story)'): Promise<void> {
    await this.ticks({ role: 'radio', name: text, starts: true });
    await this.clicks(button('Do this'));
    await this.sees(heading('^Why this (works|went wrong)$'));
    await this.clicks({ role: 'button', like: `^${on}$` });
  }

  /** Answers the question that opens the story on screen, where this learner was dealt one. */
  async pastCold(): Promise<void> {
    const kicker = { css: '.kicker', name: 'Before the story' };
    const isCold = async () => (await this.shown(kicker)).length > 0;
    const isStory = async () => (await this.shown({ css: '.decision, .ended, .consequence' })).length > 0;
    await until('the story, or the question before it', async () => (await isCold()) || (await isStory()), Boolean);
    if (!(await isCold())) return;
    await this.answer(true, true, 'Answer');
    await this.clicks(button('On to the story'));
  }

  /** The choices of the policy in a scenario, in turn. */
  private exemplar(id: string): string[] {
    const scenario = this.course.scenarios[id];
    if (!scenario) throw new Error(`no scenario ${id}`);
    return walk(scenario, scenario.exemplar.join('')).steps.map((s) => s.choice.text);
  }

  /** Plays the scenario on screen as the policy would have it. @param skip decisions taken before @param count up to which */
  async play(id: string, count = Number.POSITIVE_INFINITY, skip = 0): Promise<void> {
    await this.pastCold();
    for (const text of this.exemplar(id).slice(skip, count)) await this.decide(text);
  }

  /** A section of the induction: its story's first decision, its lesson, the rest of its story. */
  async section(part: Part): Promise<void> {
    const [first, ...others] = part.scenarios;
    if (first) {
      await this.pastCold();
      await this.decide(this.exemplar(first)[0] ?? '?', 'See the rules behind it');
    }
    await this.finishLesson();
    if (!first) return;
    await this.play(first, undefined, 1);
    await this.leaveStory();
    for (const id of others) {
      await this.play(id);
      await this.leaveStory();
    }
  }

  async leaveStory(): Promise<void> {
    await this.clicks({
      role: 'button',
      like: '^(Done, (next section|go on|go to the (check|questions|declaration))|Now read the section)$',
    });
  }

  /** Goes through every section as the policy would have it, up to the check. */
  async learn(): Promise<void> {
    for (const part of this.course.parts.filter((p) => !p.role)) await this.section(part);
    await this.sees({ role: 'heading', name: 'The check' });
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
    const ways = async () =>
      (await isThere()) ? [number.name] : (await this.shown({ role: 'button' })).map((b) => b.name);
    const isWay = (names: string[]) => names.includes(number.name) || names.includes(next.name ?? '');
    await until(`question ${n}, or the button that leads to it`, ways, isWay);
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
    await this.sees(heading('^You have completed the training$'));
  }
}
