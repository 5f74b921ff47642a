import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { breakages, contentToBreak } from '../support/breakages.ts';

/** A port that is free now. */
const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

/** Starts `npm run dev` on a folder of content. @returns its address, and how to end it */
async function startDev(content: string) {
  const port = await freePort();
  const env = { ...process.env, CONTENT_DIR: content, PORT: String(port) };
  const dev = spawn('node', ['scripts/dev.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const stop = () => new Promise((done) => dev.on('close', done) && process.kill(-(dev.pid ?? 0)));
  await new Promise<void>((ready, fail) => {
    dev.stdout.on('data', (text) => String(text).includes('ready in') && ready());
    dev.on('close', () => fail(new Error('npm run dev ended')));
  });
  return { address: `http://127.0.0.1:${port}/induction`, stop };
}

test('an author who breaks the content sees in the page which line, and what to do; and the page again once it is mended', async ({
  page,
}) => {
  const dir = mkdtempSync(join(tmpdir(), 'content-'));
  const content = contentToBreak(dir);
  const dev = await startDev(dir);
  // The page reloads itself after an edit, and that may come between.
  const open = () => page.goto(dev.address, { waitUntil: 'commit' }).catch(() => {});
  try {
    await open();
    await expect(page.locator('h1').first()).toBeVisible();
    for (const slip of breakages) {
      const mend = content.make(slip);
      const overlay = page.locator('vite-error-overlay');
      const line = `${slip.file}:${slip.says}`;
      await expect(async () => {
        await open();
        await expect(overlay, slip.name).toContainText(line, { timeout: 5_000 });
      }).toPass();
      mend();
      await expect(async () => {
        await open();
        await expect(page.locator('h1').first(), `after ${slip.name}`).toBeVisible({ timeout: 5_000 });
      }).toPass();
    }
  } finally {
    await dev.stop();
    rmSync(dir, { recursive: true, force: true });
  }
});
