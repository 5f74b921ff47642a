import type { Browser, CDPSession } from 'playwright';
import { type Served, serve } from './serve.ts';
import type { Notes } from './stub.ts';
import type { WeighedPackage } from './weigh.ts';

/** What a first launch costs. */
export interface LaunchFigures {
  /** Requests answered when the start page's heading is painted: what a reader waits for. */
  readonly requestsReadable: number;
  /** Requests sent by then, those still on their way included. */
  readonly requestsSent: number;
  /** Bytes of the answered ones, headers included. */
  readonly bytesReadable: number;
  /** Requests and bytes when nothing has been asked for during two seconds. */
  readonly requestsSettled: number;
  readonly bytesSettled: number;
  /** Calls of the LMS by then. */
  readonly launchCalls: number;
  readonly launchCommits: number;
  /** Milliseconds from the frame's navigation, on this machine. Never asserted. */
  readonly readableMs: number;
}

/** A phone's connection: 1.6 Mbit/s with 150 ms, so that what is asked for before the first paint does not depend on luck. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
const QUIET = 2000;

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
    answered: [...seen.values()].filter((bytes) => bytes > 0).length,
    bytes: [...seen.values()].reduce((a, b) => a + b, 0),
  });
}

/** The route's document: the only one of a package. */
export const documentOf = ({ files }: WeighedPackage) => [...files.keys()].find((n) => n.endsWith('.html')) ?? '';

/** Launches a package once, with an empty cache, in the frame that Moodle gives it on a laptop. */
export async function measureLaunch(browser: Browser, pkg: WeighedPackage): Promise<LaunchFigures> {
  const served = await serve(pkg.files, documentOf(pkg));
  const context = await browser.newContext({ viewport: { width: 714, height: 666 } });
  try {
    const page = await context.newPage();
    const network = await watch(await context.newCDPSession(page), served);
    await page.goto(served.frame, { waitUntil: 'commit' });
    const painted = await page.waitForFunction(
      () => {
        const frame = document.querySelector('iframe')?.contentWindow;
        const heading = frame?.document.querySelector<HTMLElement>('main h1');
        const shown = heading && heading.getBoundingClientRect().height > 0;
        return shown && frame && frame.performance.getEntriesByType('paint').length > 0 && frame.performance.now();
      },
      undefined,
      { polling: 'raf' },
    );
    const readable = network();
    const readableMs = Number(await painted.jsonValue());
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
      requestsReadable: readable.answered,
      requestsSent: readable.sent,
      bytesReadable: readable.bytes,
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
