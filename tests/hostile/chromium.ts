/**
 * Seeds of the fault campaign in Chromium's own engine: `node tests/hostile/chromium.ts`. The same sources, types
 * stripped on the way, run as modules of a page. Seeds from SEED, number from JOURNEYS (20).
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = `<!doctype html><link rel="icon" href="data:,"><script type="importmap">
{"imports":{"xstate":"/node_modules/xstate/dist/xstate.esm.js","idb-keyval":"/node_modules/idb-keyval/dist/index.js"}}</script>`;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost'); // its dots are resolved: it cannot climb
  const file = join(root, pathname);
  if (pathname === '/') response.setHeader('content-type', 'text/html').end(page);
  else if (!/^\/(src|tests|node_modules\/(xstate|idb-keyval))\//.test(pathname) || !existsSync(file))
    response.writeHead(404).end();
  else {
    const text = readFileSync(file, 'utf8');
    response.setHeader('content-type', 'text/javascript');
    response.end(pathname.endsWith('.ts') ? stripTypeScriptTypes(text) : text);
  }
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address() as AddressInfo;
const system = '/usr/bin/chromium';
const browser = await chromium.launch({
  ...(existsSync(chromium.executablePath()) ? {} : { executablePath: system }),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${port}/`);
  const journeys = Number(process.env['JOURNEYS'] ?? 20);
  const seed = Number(process.env['SEED'] ?? 1);
  const { faults, broken } = await tab.evaluate(
    async ([count, first]) => {
      const hostile = `${location.origin}/tests/hostile`;
      const { runCampaign } = await import(/* @vite-ignore */ `${hostile}/campaign.ts`);
      const { ourModule } = await import(/* @vite-ignore */ `${hostile}/module/module.ts`);
      return runCampaign(ourModule, count, first);
    },
    [journeys, seed],
  );
  for (const { seed: at, profile, violations } of broken)
    console.error(`SEED=${at} (${profile}): ${violations.join('; ')}`);
  console.info(`${journeys} journeys in Chromium, ${faults} faults, ${broken.length} violations`);
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  server.close();
}
