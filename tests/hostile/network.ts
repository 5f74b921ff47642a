import type { ProbeFile } from '../../src/tracking/index.ts';
import type { Page } from './browser.ts';
import type { VirtualClock } from './clock.ts';
import type { FakeHooks, Server } from './fake-lms.ts';

/** The answer of the server to the request for a file of the package. @param probe the one file it has */
export async function probeAnswer(
  server: Server,
  probe: ProbeFile,
  url = probe.url,
): Promise<{ status: number; body: string }> {
  if (server.net === 'offline' || server.net === 'drop') throw new TypeError('Failed to fetch');
  if (server.net === 'hang') return new Promise(() => {});
  if (server.net === 'flaky' && ++server.requests % 2 === 0) throw new TypeError('Failed to fetch');
  if (server.net === 'error') return { status: 503, body: '<h1>Service unavailable</h1>' };
  if (server.net === 'signedOut') return { status: 200, body: '<!doctype html><title>Log in</title>' };
  if (url.split('?')[0] !== probe.url) return { status: 404, body: '<h1>Not found</h1>' };
  return { status: 200, body: probe.content };
}

/** What the LMS's script does to its page. @param page the module's page in it */
export const hooksOf = (clock: VirtualClock, page: () => Page | undefined): FakeHooks => ({
  block: clock.block,
  now: clock.ticks,
  after: (ms, run) => void clock.after(ms, run),
  inPage: (run) => page()?.later(run),
  saw(address, status, lasted) {
    const end = clock.ticks();
    page()?.saw({ address, start: end - lasted, end, status });
  },
});
