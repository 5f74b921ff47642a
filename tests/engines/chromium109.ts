import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import { chromiumFlags } from '../../scripts/find-chromium.mjs';
import type { Engine } from './driver.ts';
import { playwrightTab } from './playwright-tab.ts';

const packed = fileURLToPath(new URL('old/node_modules/@sparticuz/chromium/bin/chromium.br', import.meta.url));
const program = fileURLToPath(new URL('old/node_modules/chromium-109', import.meta.url));

/** The browser out of its package, once. Two workers may unpack it at the same time. */
function unpack(): void {
  if (existsSync(program)) return;
  const own = `${program}.${process.pid}`;
  writeFileSync(own, brotliDecompressSync(readFileSync(packed)));
  chmodSync(own, 0o755);
  renameSync(own, program);
}

/** Chromium 109, the last one for Windows 7 and 8.1. Playwright's protocol is old enough for it. */
export const chromium109: Engine = {
  name: 'chromium109',
  missing: () => (existsSync(packed) ? null : 'Chromium 109 is not installed'),
  async start() {
    unpack();
    const browser = await chromium.launch({ executablePath: program, args: chromiumFlags });
    const context = await browser.newContext({ viewport: { width: 800, height: 766 } });
    return {
      version: browser.version(),
      newTab: async () => playwrightTab(await context.newPage()),
      close: () => browser.close(),
    };
  },
};
