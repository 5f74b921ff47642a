import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { Builder, Capabilities } from 'selenium-webdriver';
import type { Browser, Engine } from './driver.ts';
import { type Program, startProgram } from './program.ts';
import { seleniumTab } from './selenium-tab.ts';
import { within } from './until.ts';

/** WebKit's small browser, from Debian's package of its driver. */
const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** A port that nobody uses now. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Starts a driver of WebKit's and a browser by it. @param before what it needs, ended with it */
async function startByDriver(
  command: string,
  capabilities: Record<string, unknown>,
  env: Record<string, string>,
  before: readonly Program[],
): Promise<Browser> {
  const port = await freePort();
  const program = startProgram(command, [`--port=${port}`, '--host=127.0.0.1'], env);
  const end = async () => {
    await program.end();
    for (const other of before) await other.end();
  };
  try {
    const server = `http://127.0.0.1:${port}`;
    await answers(server);
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(server)
      .withCapabilities(new Capabilities({ ...capabilities, unhandledPromptBehavior: 'accept' }))
      .build();
    await driver.manage().setTimeouts({ script: 30_000, pageLoad: 30_000 });
    // The browser comes with one window, and ends with its last one: that one is used again and again.
    const home = await driver.getWindowHandle();
    let isFree = true;
    const given = await driver.getCapabilities();
    return {
      version: String(given.getBrowserVersion() ?? ''),
      async newTab() {
        if (isFree) {
          isFree = false;
          const first = seleniumTab(driver, home);
          const close = async () => {
            await first.open('about:blank');
            isFree = true;
          };
          return { ...first, close };
        }
        // A tab would stay hidden behind the one before; a window does not.
        await driver.switchTo().newWindow('window');
        return seleniumTab(driver, await driver.getWindowHandle());
      },
      async close() {
        await within(driver.quit()); // one that is gone already, or answers no more, is ended all the same
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Waits until a driver listens. */
async function answers(server: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (
      await fetch(`${server}/status`)
        .then(() => true)
        .catch(() => false)
    )
      return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no driver answers at ${server}`);
}

/** WebKit of today by its GTK port: what Safari is built on. It needs a screen of its own. */
export const webkit: Engine = {
  name: 'webkit',
  missing: () =>
    existsSync('/usr/bin/WebKitWebDriver') && existsSync(MINI_BROWSER) && existsSync('/usr/bin/Xvfb')
      ? null
      : 'WebKit, its driver or Xvfb is not installed',
  async start() {
    const screen = startProgram('Xvfb', ['-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', '1280x1024x24']);
    const display = await screen.says(/^(\d+)$/m);
    return startByDriver(
      'WebKitWebDriver',
      { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] } },
      // There is no graphics card to compose with: without it half the time.
      { DISPLAY: `:${display}`, WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
      [screen],
    );
  },
};

/** WebKit 2.38 by its WPE port, as in Safari 16; without a screen. */
export const wpe: Engine = {
  name: 'wpe',
  missing: () =>
    existsSync('/usr/bin/WPEWebDriver') && existsSync('/usr/bin/cog') ? null : 'cog or its WPE driver is not installed',
  start: () =>
    startByDriver(
      'WPEWebDriver',
      {
        browserName: 'cog',
        'wpe:browserOptions': { binary: '/usr/bin/cog', args: ['--automation', '--platform=headless'] },
      },
      {},
      [],
    ),
};
