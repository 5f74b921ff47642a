import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Where Playwright keeps its own downloads, by platform. */
function playwrightFolders() {
  const base =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    { darwin: join(homedir(), 'Library/Caches/ms-playwright'), win32: join(homedir(), 'AppData/Local/ms-playwright') }[
      /** @type {'darwin'} */ (process.platform)
    ] ??
    join(homedir(), '.cache/ms-playwright');
  if (!existsSync(base)) return [];
  const builds = readdirSync(base)
    .filter((n) => /^chromium-\d+$/.test(n))
    .sort()
    .reverse();
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ];
  return builds.flatMap((b) => inside.map((i) => join(base, b, i)));
}

/**
 * A Chromium to test with: the one CHROMIUM names, Playwright's own, or the system's.
 * @returns {string | undefined} its path; undefined where there is none
 */
export function findChromium() {
  const named = process.env.CHROMIUM ? [process.env.CHROMIUM] : [];
  return [...named, ...playwrightFolders(), ...system].find((path) => existsSync(path));
}

/** Debian's: the same Chromium of the same version, without the windows and menus around a page. */
export const shell = '/usr/lib/chromium/chromium-headless-shell';

/**
 * A Chromium to look at pages with: the one CHROMIUM names, Debian's headless shell, or else as `findChromium`. It draws
 * and runs a page as the whole browser does, for three quarters of the work. What a tab or a window does of its own
 * accord (closing, going back, several of them) is for the whole browser.
 * @returns {string | undefined} its path; undefined where there is none
 */
export function findShell() {
  return !process.env.CHROMIUM && existsSync(shell) ? shell : findChromium();
}

/** What Chromium needs to run in a container and to stay off the network. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
