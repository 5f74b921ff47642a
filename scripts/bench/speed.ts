import type { Browser, Page } from 'playwright';
import type { Course } from '../../src/course/model.ts';
import { Learner } from '../../tests/journeys/learner.ts';
import { documentOf } from './launch.ts';
import { serve } from './serve.ts';
import { type Clocks, watchClocks } from './stopwatch.ts';
import { openTab, type Tab } from './tab.ts';
import type { WeighedPackage } from './weigh.ts';

/** Medians of some launches, in milliseconds from the frame's navigation unless said otherwise. Never asserted. */
export interface SpeedFigures {
  readonly runs: number;
  /** The start screen is painted; Begin is pressed at once. */
  readonly start: number;
  /** What Begin leads to is painted, from its heading to its end. */
  readonly lesson: number;
  /** Its question or story can be answered, and the answer is taken at once. */
  readonly decide: number;
  /** What tasks took beyond 50 ms each, without waiting for the LMS, added up until nothing more happens. */
  readonly blocking: number;
  /** Layout shift, in ten-thousandths of the score that browsers give. */
  readonly shift: number;
  /** Bytes of scripts received, as sent, before the first decision. */
  readonly scriptsBefore: number;
  /** Bytes of JavaScript's heap when everything is loaded. */
  readonly heap: number;
}

/** From a press on "Answer" to the next paint, in milliseconds, over a whole paper. Browsers tell it in steps of eight. */
export interface AnswerFigures {
  readonly median: number;
  readonly most: number;
}

export interface Conditions {
  /** A phone: CPU four times slower, 1.6 Mbit/s with 150 ms. */
  readonly slow: boolean;
  /** Whether the server compresses. */
  readonly gzip: boolean;
  readonly runs: number;
}

/** Those of Lighthouse's mobile preset, applied. */
const CPU = 4;
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const SCREEN = { ...PHONE.viewport, deviceScaleFactor: PHONE.deviceScaleFactor, mobile: PHONE.isMobile };
/** Milliseconds between two looks at the page. */
const LOOK = 250;
/** Nothing has come and no task was long for so many milliseconds. */
const QUIET = 1500;
/** What is looked at: the clocks, and how many things have come. */
const LOOKED_AT = `window.clocks && { ...window.clocks,
  got: document.querySelector('iframe')?.contentWindow.performance.getEntriesByType('resource').length }`;
/** So many in which nothing happens, and still nothing can be decided. */
const PATIENCE = 20_000;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Watched = Window & { clocks?: Clocks };

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

const clocksOf = (page: Page) => page.evaluate(() => (window as Watched).clocks);

/** Waits until nothing happens any more. @throws Error when the learner never could decide */
async function settled(tab: Tab): Promise<Clocks> {
  for (let [before, since] = ['', Date.now()]; ; await pause(LOOK)) {
    const clocks = await tab.value<Clocks & { got: number }>(LOOKED_AT);
    const now = JSON.stringify(clocks);
    if (now !== before) [before, since] = [now, Date.now()];
    if (clocks?.decide && Date.now() - since > QUIET) return clocks;
    if (Date.now() - since > PATIENCE) throw new Error(`Nothing could be decided: ${now}`);
  }
}

async function heapOf(tab: Tab): Promise<number> {
  await tab.send('Performance.enable');
  await tab.send('HeapProfiler.collectGarbage');
  const { metrics } = (await tab.send('Performance.getMetrics')) as { metrics: { name: string; value: number }[] };
  return metrics.find((m) => m.name === 'JSHeapUsedSize')?.value ?? Number.NaN;
}

/** Launches a package some times, each with an empty cache, and presses Begin as soon as it is painted. */
export async function measureSpeed(
  browser: Browser,
  pkg: WeighedPackage,
  { slow, gzip, runs }: Conditions,
): Promise<SpeedFigures> {
  const all: (Clocks & { heap: number })[] = [];
  for (let n = 0; n < runs; n++) {
    const served = await serve(pkg.files, documentOf(pkg), { gzip });
    const tab = await openTab(browser);
    try {
      await tab.send('Page.enable');
      await tab.send('Emulation.setDeviceMetricsOverride', SCREEN);
      await tab.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchClocks})(true)` });
      if (slow) {
        await tab.send('Network.emulateNetworkConditions', SLOW);
        await tab.send('Emulation.setCPUThrottlingRate', { rate: CPU });
      }
      await tab.send('Page.navigate', { url: served.frame });
      all.push({ ...(await settled(tab)), heap: await heapOf(tab) });
    } finally {
      await tab.close();
      await served.close();
    }
  }
  const of = (name: keyof (typeof all)[number]) => Math.round(median(all.map((c) => Number(c[name]))));
  return {
    runs,
    start: of('start'),
    lesson: of('lesson'),
    decide: of('decide'),
    blocking: of('blocking'),
    shift: of('shift'),
    scriptsBefore: of('scriptsBefore'),
    heap: of('heap'),
  };
}

/** Takes a whole paper on a slow processor. */
export async function measureAnswers(browser: Browser, pkg: WeighedPackage): Promise<AnswerFigures> {
  const document = documentOf(pkg);
  const data = pkg.files.get(document.replace(/html$/, 'json'));
  const course = JSON.parse(new TextDecoder().decode(data)) as Course;
  const served = await serve(pkg.files, `${document}#check`);
  const context = await browser.newContext(PHONE);
  try {
    await context.addInitScript(watchClocks, false);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    await page.goto(served.frame);
    const frame = page.frame({ name: 'module' });
    if (!frame) throw new Error('The bench has no frame for the module.');
    await new Learner(frame, course).takePaper();
    const { answers = [] } = (await clocksOf(page)) ?? {};
    return { median: median(answers), most: Math.max(...answers) };
  } finally {
    await context.close();
    await served.close();
  }
}
