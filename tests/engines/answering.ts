import type { Course } from '../../src/course/model.ts';
import { keyOf } from '../../src/quiz/marking.ts';
import type { Answer, Item } from '../../src/quiz/model.ts';
import { wrongAnswer } from '../support/wrong-answer.ts';
import type { Tab } from './driver.ts';
import { button, Hand, heading } from './hand.ts';
import { until } from './until.ts';

const EXPLAINED = '^(That is right|Partly right|That is not it)$';

/** Questions of every kind: read, filled in, answered. */
export class Answering extends Hand {
  readonly course: Course;

  constructor(tab: Tab, course: Course) {
    super(tab);
    this.course = course;
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
    } else if (item.type === 'write') {
      for (const [i, place] of item.places.entries()) {
        const text = place.wordings.find((w) => w.id === answer[i])?.text ?? '?';
        await this.ticks({ role: 'radio', name: text, within: place.ask, starts: true });
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

  /** Answers the question on screen, up to its explanation where there is one. @param by the button to answer with */
  async answer(right = true, explained = true, by = 'I’m sure'): Promise<Item> {
    const item = await this.question();
    await this.give(item, right ? keyOf(item) : wrongAnswer(item));
    const isGone = async () => (await this.shown({ css: 'form h2' }))[0]?.text !== item.stem;
    const isExplained = async () => (await this.shown(heading(EXPLAINED))).length > 0;
    await this.insists(button(by), explained ? isExplained : isGone, 'the answer to be taken');
    return item;
  }
}
