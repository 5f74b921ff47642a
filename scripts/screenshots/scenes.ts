import type { Page } from 'playwright';
import type { Lms } from '../../lms/start.ts';
import type { Course } from '../../src/course/model.ts';
import { Learner } from '../../tests/journeys/learner.ts';
import { halfway, leave, week } from './record.ts';

/** What a scene has to work with. */
export interface Set {
  readonly page: Page;
  readonly lms: Lms;
  readonly course: Course;
}

/** One picture: its size, and the way to what it shows. */
export interface Scene {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  /** A telephone: one and a half picture points for each of the page's. */
  readonly phone?: boolean;
  readonly prepare: (set: Set) => Promise<void>;
}

/** Launches the induction as somebody who has done the sections before this one. */
async function open({ page, lms, course }: Set, part: string): Promise<Learner> {
  leave(lms.db, halfway(course, part));
  await page.goto(lms.launch('pnair', 'induction-scorm12'));
  const frame = page.frame({ name: 'module' });
  if (!frame) throw new Error('The player has no frame for the module.');
  await frame.locator('html.live').waitFor({ state: 'attached' });
  const learner = new Learner(frame, course);
  await frame.locator('#saved', { hasText: 'Saved' }).waitFor();
  return learner;
}

/** Goes to a screen by its address. */
async function go(learner: Learner, screen: string): Promise<void> {
  await learner.frame.evaluate((id) => {
    location.hash = id;
  }, screen);
  await learner.frame.locator(`#${screen}[data-shown]`).waitFor();
}

/** Puts something at the top of the window, under the header, and takes the focus away from it. */
async function top(learner: Learner, selector: string): Promise<void> {
  await learner.frame.evaluate((css) => {
    (document.activeElement as HTMLElement | null)?.blur();
    const header = document.querySelector('header')?.getBoundingClientRect().height ?? 0;
    const shown = document.querySelector('.screen[data-shown]')?.querySelector(css)?.getBoundingClientRect();
    scrollTo(0, Math.max(0, scrollY + (shown?.top ?? 0) - header - 16));
  }, selector);
}

/** The first choice of the first decision that goes wrong, in words. */
function tempting(course: Course, id: string): string {
  const scenario = course.scenarios[id];
  const choice = scenario?.situations[scenario.start]?.choices.find((c) => !c.best);
  if (!choice) throw new Error(`The scenario ${id} has no choice that goes wrong.`);
  return choice.text;
}

/** The pictures of README and docs. */
export const scenes: readonly Scene[] = [
  {
    file: 'stage.png',
    width: 1000,
    height: 960,
    prepare: async (set) => {
      const learner = await open(set, 'wrk');
      await go(learner, 'desk_photo');
      await learner.frame.getByRole('radio').first().check();
      await top(learner, '.kicker');
    },
  },
  {
    file: 'consequence.png',
    width: 1000,
    height: 900,
    prepare: async (set) => {
      const learner = await open(set, 'wrk');
      await go(learner, 'desk_photo');
      await learner.decide(tempting(set.course, 'desk_photo'), false);
      await top(learner, '[data-island] .picture, [data-island] svg');
    },
  },
  { file: 'lesson.png', width: 1000, height: 700, prepare: async (set) => void (await open(set, 'per')) },
  {
    file: 'question.png',
    width: 1000,
    height: 840,
    prepare: async (set) => {
      const learner = await open(set, 'run');
      await go(learner, 'check');
      await learner.button('Start the check').click();
      await learner.answer(false);
      await top(learner, 'form h2, h1');
    },
  },
  {
    file: 'phone-dark.png',
    width: 390,
    height: 760,
    dark: true,
    phone: true,
    prepare: async (set) => go(await open(set, 'wrk'), 'desk_photo'),
  },
  {
    file: 'completions.png',
    width: 1240,
    height: 560,
    prepare: async ({ page, lms }) => {
      for (const attempt of week) leave(lms.db, attempt);
      await page.goto(`${lms.url}completions`);
    },
  },
];
