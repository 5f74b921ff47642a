import type { Browser, CDPSession, Page } from 'playwright';
import { type Notes, type Served, serve } from './serve.ts';
import type { WeighedPackage } from './weigh.ts';

/** What a first launch costs. */
export interface LaunchFigures {
  /** Answers that the start page needs before it can be read. */
  readonly requestsReadable: number;
  /** Requests sent by then, those still on their way included: depends on the machine. */
  readonly requestsSent: number;
  /** Requests and bytes when nothing has been asked for during two seconds. */
  readonly requestsSettled: number;
  readonly bytesSettled: number;
  /** Calls of the LMS by then. */
  readonly launchCalls: number;
  readonly launchCommits: number;
  /** Milliseconds from the frame's navigation, on this machine. Never asserted. */
  readonly readableMs: number;
}

/** A phone's connection: 1.6 Mbit/s with 150 ms. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
const QUIET = 2000;
/** A page that needs more than it was given stays blank; one that does not is painted long before. Milliseconds. */
const PATIENCE = 4000;

/** Notes every request for a file of the package. */
async function watch(cdp: CDPSession, served: Served) {
  const seen = new Map<string, number>();
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', SLOW);
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith(served.content)) seen.set(requestId, 0);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (seen.has(requestId)) seen.set(requestId, encodedDataLength);
  });
  return () => ({
    sent: seen.size,
    bytes: [...seen.values()].reduce((a, b) => a + b, 0),
  });
}

/** The route's document: the only one of a package. */
export const documentOf = ({ files }: WeighedPackage) => [...files.keys()].find((n) => n.endsWith('.html')) ?? '';

/** Waits until the start page's heading is painted. Resolves with milliseconds since the frame's navigation. */
async function readable(page: Page, timeout = 60_000): Promise<number> {
  const painted = await page.waitForFunction(
    () => {
      const frame = document.querySelector('iframe')?.contentWindow;
      const heading = frame?.document.querySelector<HTMLElement>('main h1');
      const shown = heading && heading.getBoundingClientRect().height > 0;
      return shown && frame && frame.performance.getEntriesByType('paint').length > 0 && frame.performance.now();
    },
    undefined,
    { polling: 'raf', timeout },
  );
  return Number(await painted.jsonValue());
}

/** The room that Moodle gives a module on a laptop. */
const FRAME = { viewport: { width: 714, height: 666 } };

/**
 * How many answers the start page needs before it can be read. Further ones are held back meanwhile, so that the number
 * does not depend on the speed of the machine. Stops counting after twelve.
 */
export async function measureNeeded(browser: Browser, pkg: WeighedPackage): Promise<number> {
  for (let most = 1; most <= 12; most++) {
    const served = await serve(pkg.files, documentOf(pkg), { most });
    const context = await browser.newContext(FRAME);
    try {
      const page = await context.newPage();
      await page.goto(served.frame, { waitUntil: 'commit' });
      await readable(page, most < 12 ? PATIENCE : undefined);
      return served.answered();
    } catch {
      // Not readable with so few.
    } finally {
      served.release();
      await context.close();
      await served.close();
    }
  }
  return Number.POSITIVE_INFINITY;
}

/** Launches a package once, with an empty cache. */
export async function measureLaunch(browser: Browser, pkg: WeighedPackage): Promise<LaunchFigures> {
  const requestsReadable = await measureNeeded(browser, pkg);
  const served = await serve(pkg.files, documentOf(pkg));
  const context = await browser.newContext(FRAME);
  try {
    const page = await context.newPage();
    const network = await watch(await context.newCDPSession(page), served);
    await page.goto(served.frame, { waitUntil: 'commit' });
    const readableMs = await readable(page);
    const { sent: requestsSent } = network();
    let last = network();
    for (let quietSince = Date.now(); Date.now() - quietSince < QUIET; ) {
      await page.waitForTimeout(100);
      const now = network();
      if (now.sent !== last.sent || now.bytes !== last.bytes) quietSince = Date.now();
      last = now;
    }
    const notes = await page.evaluate(() => (window as unknown as { notes: Notes }).notes);
    const { LMSCommit: launchCommits = 0 } = notes.calls;
    return {
      requestsReadable,
      requestsSent,
      requestsSettled: last.sent,
      bytesSettled: last.bytes,
      launchCalls: Object.values(notes.calls).reduce((a, b) => a + b, 0),
      launchCommits,
      readableMs: Math.round(readableMs),
    };
  } finally {
    await context.close();
    await served.close();
  }
}
