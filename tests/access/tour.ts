import { bankFor } from '../../src/course/assessment/asked.ts';
import { coldIn, deal } from '../../src/course/cold.ts';
import { type Course, newProgress, type Progress } from '../../src/course/model.ts';
import { drawPaper } from '../../src/quiz/draw.ts';
import type { Tab } from '../engines/driver.ts';
import { button, heading } from '../engines/hand.ts';
import { learnerIn } from '../engines/journey.ts';
import type { Learner } from '../engines/learner.ts';
import { courseOf, earlierVisit, profileOf } from '../engines/lms.ts';
import { until } from '../engines/until.ts';
import type { HostileLms } from '../hostile/lms-server.ts';
import { beforeCheck, openLms } from '../hostile/module/open-module.ts';
import { Learner as Simulated } from '../support/learner.ts';

/** Looks at the screen that is shown. @param screen what it is, in words; another for each */
export type Visit = (learner: Learner, screen: string) => Promise<void>;

/** A way through screens of a route, in one launch. */
export interface Tour {
  readonly name: string;
  readonly route: Course['route'];
  /** What an earlier visit left. */
  readonly before?: (course: Course) => Partial<Progress>;
  readonly walk: (learner: Learner, visit: Visit, lms: HostileLms) => Promise<void>;
}

/** Takes a tour in a tab of any engine. */
export async function take(tour: Tour, tab: Tab, visit: Visit): Promise<void> {
  const course = courseOf(tour.route);
  const lms = await openLms(profileOf.scorm12, { route: tour.route });
  try {
    if (tour.before) earlierVisit(lms, 'scorm12', course, tour.before(course));
    await tab.open(lms.url);
    const learner = await learnerIn(tab, course);
    await tour.walk(
      learner,
      async (who, screen) => {
        await drawn(who);
        await visit(who, `${tour.name}: ${screen}`);
      },
      lms,
    );
    await tab.open('about:blank');
  } finally {
    await lms.close();
  }
}

/** Waits until nothing of the screen is still to be drawn. */
const drawn = ({ tab }: Learner) =>
  until(
    'the whole screen drawn',
    () => tab.run('module', () => document.querySelectorAll('.screen[data-shown] [data-island]:empty').length),
    (n) => n === 0,
  );

/** Opens a screen by its address, with all that is folded on it. */
export async function open(learner: Learner, id: string): Promise<void> {
  const go = (hash: string) => {
    location.hash = hash;
  };
  await learner.tab.run('module', go, id);
  await learner.sees({ css: `#${id} h1` });
  await drawn(learner);
  await unfold(learner);
}

const unfold = ({ tab }: Learner) =>
  tab.run('module', () => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('.screen[data-shown] details')) fold.open = true;
  });

/** The first attempt of many that is as it should be: what is dealt and drawn follows from its name. */
function attemptWhere(fits: (attempt: string) => boolean): string {
  const found = Array.from({ length: 1000 }, (_, n) => `tour${String(n).padStart(4, '0')}`).find(fits);
  if (!found) throw new Error('no attempt is like that');
  return found;
}

/** An attempt with a first paper like that. @param fits is given the types of its questions, in the order they are asked */
export const paperWhere = (course: Course, fits: (types: readonly string[]) => boolean): string => {
  const bank = bankFor(course, { roles: [], cold: [] });
  return attemptWhere((attempt) =>
    fits(drawPaper(bank, course.blueprint, new Set(), `${attempt}/1`).map((i) => i.type)),
  );
};

/** An attempt whose first paper holds every type of question. */
const everyType = (course: Course) => {
  const types = new Set(course.bank.map((i) => i.type)).size;
  return paperWhere(course, (asked) => new Set(asked).size === types);
};

/** The story that is looked at in its states, and its section. */
const STORY = { id: 'desk_photo', part: 'wrk' };

/** Somebody who was dealt a question before that story. */
const dealtCold = (course: Course): Progress => {
  const dealt = (attempt: string) => deal(course, { ...newProgress(attempt), roles: [], place: STORY.id });
  return dealt(attemptWhere((attempt) => !!coldIn(course, dealt(attempt), STORY.part)));
};

/** Refresher: somebody who knows all but one section. */
const allBut = (section: string) => (course: Course) =>
  new Simulated(course)
    .do({ type: 'ROLES', roles: [] }, { type: 'GO', to: 'check' }, { type: 'START' })
    .answerAll((i) => i.section !== section)
    .learn(section).progress;

const radios = { css: '.screen[data-shown] input[type=radio]' };

const reading: Tour = {
  name: 'induction',
  route: 'induction',
  async walk(learner, visit) {
    await learner.sees({ css: '#start h1' });
    await visit(learner, 'start');
    for (const { id } of learner.course.parts) {
      await open(learner, id);
      await visit(learner, id);
    }
    for (const id of learner.course.parts.flatMap((p) => p.scenarios)) {
      await open(learner, id);
      await visit(learner, id);
    }
  },
};

const tools: Tour = {
  name: 'tools',
  route: 'induction',
  async walk(learner, visit) {
    await open(learner, 'helper');
    await learner.sees(radios);
    await visit(learner, 'helper');
    await learner.clicks(button('Next'));
    await learner.sees({ css: '#helper [role=alert]' });
    await visit(learner, 'helper, nothing chosen');
    for (let n = 1; (await learner.shown({ css: '#helper .advice' })).length === 0; n++) {
      if (n > 8) throw new Error('no advice after eight questions');
      const choices = await learner.shown(radios);
      await learner.ticks({ ...radios, name: choices.at(-1)?.name ?? '?' });
      await learner.clicks(button('Next'));
      const moved = async () =>
        (await learner.shown({ css: `#helper .kicker`, name: `Question ${n + 1}` })).length > 0 ||
        (await learner.shown({ css: '#helper .advice' })).length > 0;
      await until('the next question, or advice', moved, Boolean);
    }
    await visit(learner, 'advice');
    for (const id of ['asked', 'talk', 'checklists', 'glossary', 'accessibility', 'search']) {
      await open(learner, id);
      await visit(learner, id);
    }
    await learner.tab.run(
      'module',
      (text) => {
        const field = document.querySelector<HTMLInputElement>('#search input');
        // By the browser's own setter: React keeps an eye on the field's.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      },
      'disclaimer',
    );
    await learner.clicks(button('Search'));
    await learner.sees({ css: '#search ol.found a' });
    await visit(learner, 'found');
  },
};

const story: Tour = {
  name: 'story',
  route: 'induction',
  before: () => ({ ...beforeCheck, place: STORY.id }),
  async walk(learner, visit) {
    await learner.sees(heading('^How it ended$'));
    await visit(learner, 'ending');
    await learner.clicks({ role: 'button', name: 'Decide again', starts: true });
    await learner.sees(button('Do this'));
    await visit(learner, 'decision');
    await learner.clicks(button('Do this'));
    await learner.sees({ css: '.decision [role=alert]' });
    await visit(learner, 'nothing chosen');
    const wrong = learner.course.scenarios[STORY.id]?.situations['d1']?.choices.find((c) => !c.best);
    await learner.ticks({ role: 'radio', name: wrong?.text ?? '?', starts: true });
    await learner.clicks(button('Do this'));
    await learner.sees(heading('^Why this went wrong$'));
    await visit(learner, 'consequence');
  },
};

const cold: Tour = {
  name: 'before a story',
  route: 'induction',
  before: dealtCold,
  async walk(learner, visit) {
    await learner.sees({ css: '.kicker', name: 'Before the story' });
    await visit(learner, 'question');
  },
};

const check: Tour = {
  name: 'check',
  route: 'induction',
  before: (course) => ({ ...beforeCheck, attempt: everyType(course) }),
  async walk(learner, visit) {
    await learner.sees(button('Start the check'));
    await learner.says('Saved');
    await visit(learner, 'before it');
    await learner.clicks(button('Start the check'));
    const met = new Set<string>();
    for (let n = 1; n <= 12; n++) {
      const item = await learner.question(n);
      const isFresh = !met.has(item.type);
      met.add(item.type);
      if (isFresh) {
        await visit(learner, `question, ${item.type}`);
        await learner.clicks(button('I’m sure'));
        await learner.sees({ css: '.question [role=alert]' });
        await visit(learner, `nothing chosen, ${item.type}`);
      }
      await learner.answer(n > 3 && n < 8);
      if (isFresh) await visit(learner, `answered, ${item.type}`);
      await learner.clicks(button(n === 12 ? 'See the result' : 'Next question'));
    }
    await learner.sees(heading('^Not there yet$'));
    await visit(learner, 'not there yet');
    await learner.clicks(button('Save and exit'));
    await learner.sees({ role: 'dialog' });
    await visit(learner, 'leaving');
  },
};

const end: Tour = {
  name: 'end',
  route: 'induction',
  before: () => ({ ...beforeCheck, assessed: true, best: 100, papers: 1 }),
  async walk(learner, visit, lms) {
    await learner.sees(heading('^You passed the check$'));
    await visit(learner, 'passed');
    await open(learner, 'finish');
    await visit(learner, 'what is left');
    await open(learner, 'declare');
    await visit(learner, 'declaration');
    await learner.clicks(button(learner.course.declaration.button));
    await learner.sees({ css: '#declare [role=alert]' });
    await visit(learner, 'declaration, not ticked');
    lms.server.net = 'error';
    await learner.makeDeclaration();
    // Why is known a moment later.
    await learner.sees({ css: '#banner b', name: 'Not saved yet' });
    await visit(learner, 'finish, not saved yet');
    lms.server.net = 'up';
    // The module tries by itself as well: it may be saved, and the button gone, before it is pressed.
    await learner.clicks(button('Save now')).catch(() => {});
    await learner.says('Saved');
    await visit(learner, 'finish');
  },
};

const refresher: Tour = {
  name: 'refresher',
  route: 'refresher',
  async walk(learner, visit) {
    await learner.sees({ css: '#start h1' });
    await visit(learner, 'start');
    await learner.begin();
    await learner.sees({ css: '#changes h1' });
    await visit(learner, 'changes');
    await learner.clicks({ role: 'link', name: 'Go to the questions' });
    await learner.sees(button('Start the questions'));
    await visit(learner, 'questions');
    await learner.clicks(button('Start the questions'));
    for (let n = 1; n <= 12; n++) {
      const { section } = await learner.question(n);
      if (n === 1) await visit(learner, 'question');
      await learner.answer(section !== 'wrk' && section !== 'con', false);
    }
    await learner.sees(heading('^Section by section$'));
    await unfold(learner);
    await visit(learner, 'result');
    await open(learner, 'sco');
    await visit(learner, 'known section');
  },
};

const fresh: Tour = {
  name: 'refresher again',
  route: 'refresher',
  before: allBut('wrk'),
  async walk(learner, visit) {
    await learner.sees(heading('^What to look at again$'));
    await visit(learner, 'ready');
    await learner.clicks({ role: 'button', name: 'Answer fresh questions', starts: true });
    await learner.sees({ css: '.kicker', name: 'Fresh question 1', starts: true });
    await visit(learner, 'fresh question');
    await learner.answer();
    await visit(learner, 'fresh question explained');
    await learner.clicks(button('Next question'));
    await learner.sees({ css: '.kicker', name: 'Fresh question 2', starts: true });
    await learner.answer();
    await learner.clicks(button('See what is next'));
    await learner.sees(heading('^Every section is done$'));
    await visit(learner, 'all done');
  },
};

const followUp: Tour = {
  name: 'follow-up',
  route: 'followup',
  async walk(learner, visit) {
    await learner.sees({ css: '#start h1' });
    await visit(learner, 'start');
    await learner.clicks({ role: 'link', name: 'Begin' });
    await learner.sees(button('Show the first case'));
    await visit(learner, 'before the first case');
    await learner.clicks(button('Show the first case'));
    for (let n = 1; n <= 5; n++) {
      await learner.sees({ css: '.kicker', name: `Case ${n} of 5` });
      await learner.answer(n % 2 === 0);
      if (n === 1) await visit(learner, 'explained');
      await learner.clicks(button(n === 5 ? 'See how it went' : 'Next case'));
    }
    await learner.sees(heading('^That was the last one$'));
    await unfold(learner);
    await visit(learner, 'how it went');
    await open(learner, 'brn');
    await visit(learner, 'lesson');
    await open(learner, 'check');
    await visit(learner, 'every case answered');
  },
};

const whole = [reading, tools, story, cold, check, end, refresher, fresh, followUp];
/** Names of the tours that are to be taken; all without it. */
const some = process.env['TOURS'];

/** Every screen of every route, and every state of one that looks different. */
export const tours: readonly Tour[] = whole.filter((t) => !some || some.split(',').includes(t.name));
