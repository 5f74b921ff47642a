import type { Tab } from './driver.ts';
import type { Find, Seen } from './look-up.ts';
import { presses } from './presses.ts';
import { until } from './until.ts';

export const button = (name: string): Find => ({ role: 'button', name });
export const heading = (like: string): Find => ({ role: 'heading', like });

/**
 * What was found may be drawn anew before the next step, or moved out of view as a new act is brought into it, and the
 * module be loaded again: all mean “not yet”.
 */
const PASSING =
  /stale|out of bounds|not displayed|no such (node|element|frame)|not interactable|no frame|unload|discarded|aborted/i;

async function quietly<T>(step: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await step;
  } catch (error) {
    if (PASSING.test(String(error))) return otherwise;
    throw error;
  }
}

/** A click is there within so many milliseconds, or does not come. */
const ARRIVES = 2_000;

/** Eyes and a hand in the module: waits for things as a person does, by what is on screen. */
export class Hand {
  readonly tab: Tab;

  constructor(tab: Tab) {
    this.tab = tab;
  }

  /** What is on screen of it. @param patience milliseconds to wait until something is; none unless told */
  async shown(find: Find, patience = 0): Promise<Seen[]> {
    const all = await quietly(this.tab.look('module', find, patience), []);
    return all.filter((seen) => seen.shown);
  }

  /** Waits until it is on screen. */
  async sees(find: Find): Promise<Seen> {
    const look = () => this.shown(find, 1_000);
    const [first] = await until(`on screen: ${JSON.stringify(find)}`, look, (seen) => seen.length > 0);
    return first as Seen;
  }

  async hasFocus(find: Find): Promise<void> {
    const look = () => this.shown(find, 1_000);
    await until(`with the focus: ${JSON.stringify(find)}`, look, (all) => all.some((seen) => seen.focused));
  }

  /**
   * Clicks on it once it is there, may be used and has come to rest. On a busy machine Firefox now and then passes a press
   * on to nobody: of journeys run six at a time one in six met a press without a mousedown, in the module or around it.
   * Such a click is made once more. One that came to the page is not, whatever the module makes of it.
   */
  async clicks(find: Find): Promise<void> {
    const click = () => quietly(this.tab.click('module', find), false);
    const count = () => quietly(this.tab.run('module', presses.clicks), null);
    const before = await count();
    const hit = () => until(`something to click on, at rest: ${JSON.stringify(find)}`, click, (done) => done);
    await hit();
    if (before === null) return;
    const isMore = async () => (await count()) !== before;
    const came = await until('a click that came', isMore, (more) => more, ARRIVES).catch(() => false);
    if (!came) await hit();
  }

  /** Ticks a box or takes it away, when it is not so already; once more when the tick does not come. */
  async ticks(find: Find, on = true): Promise<void> {
    if ((await this.sees(find)).checked === on) return;
    const isSo = async () => (await this.shown(find))[0]?.checked === on;
    await this.insists(find, isSo, `${on ? '' : 'not '}ticked: ${JSON.stringify(find)}`);
  }

  /** Clicks on it until something else is on screen, as a person does who has clicked too early. */
  async opens(find: Find, other: Find): Promise<void> {
    const isSo = async () => (await this.shown(other)).length > 0;
    await this.insists(find, isSo, `on screen: ${JSON.stringify(other)}`);
  }

  /**
   * A click while the module is coming to life may be lost with what it hit, and one that falls on the point of the
   * click before is dropped as a double click: the second one counts.
   */
  protected async insists(find: Find, isSo: () => Promise<boolean>, expected: string): Promise<void> {
    await this.clicks(find);
    const came = await until(expected, isSo, (so) => so, 3_000).catch(() => false);
    if (came) return;
    if ((await this.shown(find)).length > 0) await this.clicks(find);
    await until(expected, isSo, (so) => so);
  }
}
