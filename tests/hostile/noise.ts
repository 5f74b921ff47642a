import type { Page } from './browser.ts';
import type { Server } from './fake-lms.ts';

/**
 * What else an LMS's window asks for every 30 s. touch: its keep-alive, answered as the server is. broken: a counter
 * that never works. Neither says anything of saves.
 */
export type Noise = 'none' | 'touch' | 'broken';

const EVERY = 30_000;
const STATUS: Partial<Record<Server['net'], number>> = { offline: 0, drop: 0, hang: 0, error: 503, signedOut: 303 };

export function makeNoise(noise: Noise, page: Page, server: Server): void {
  if (noise === 'none') return;
  const address = `http://lms.example/${noise === 'touch' ? 'lib/ajax/service.php' : 'counter'}`;
  page.env.after(EVERY, () => {
    const now = page.env.ticks();
    const status = noise === 'broken' ? 404 : (STATUS[server.net] ?? 200);
    page.saw({ address, start: now - 25, end: now, status });
    makeNoise(noise, page, server);
  });
}
