// Sets the project up before any other command: runs on the machine's own Node (18 or newer), without dependencies.
// `node scripts/setup.mjs [--tests] [--hr] [--old-browsers]`. A second run finds everything in place and ends at once.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, shell } from './find-chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const flags = process.argv.slice(2);

/** Ends with one sentence. */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** @param {string} folder the package's folder; installs exactly its lock file, once */
function install(folder) {
  // The lock file names every dependency; a change of scripts in package.json needs no install.
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256')
    .update(lock)
    .update(process.platform + process.arch)
    .digest('hex');
  const stamp = join(folder, 'node_modules', '.setup-stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing what is missing (once, about half a minute) …');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm's own entry where npm started us; its .cmd file on Windows needs a shell otherwise.
  const npm = process.env.npm_execpath;
  const once = () =>
    npm
      ? spawnSync(process.execPath, [npm, ...args], { cwd: folder, encoding: 'utf8' })
      : spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  let run = once();
  // A file of the old packages was in use: the next try finds it free, or says what holds it.
  if (run.status !== 0 && /ENOTEMPTY|EBUSY|EPERM/.test(run.stderr ?? '')) run = once();
  if (run.status !== 0) {
    const said = `${run.stderr ?? ''}${run.error ? run.error.message : ''}`;
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    if (/E(AI_AGAIN|NOTFOUND|CONNREFUSED|CONNRESET|TIMEDOUT|HOSTUNREACH|NETUNREACH)|network|fetch failed/i.test(said)) {
      fail(
        'The packages could not be fetched: the npm registry cannot be reached. Connect to the network and run the command again.',
      );
    }
    if (process.env.DEBUG) console.error(said);
    const first = said.split('\n').find((l) => l.trim()) ?? 'npm ci failed.';
    fail(
      `The packages could not be installed (${first.replace(/^npm (error|ERR!)\s*/i, '').trim()}). Run "npm ci" to see why.`,
    );
  }
  writeFileSync(stamp, wanted);
}

/** The newest part needs Node 22.12; where a platform package brings Node 24, npm scripts run on that one. */
function checkNode() {
  const own = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (existsSync(own) || major > 22 || (major === 22 && minor >= 12)) return;
  fail(
    `This machine has Node ${process.versions.node} and no packaged one exists for ${process.platform} ${process.arch}. Install Node 22.12 or newer (nodejs.org) and run the command again.`,
  );
}

/** What Debian's package manager may be asked for: as root on a system that has it. */
const debian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs packages of Debian's; false when they could not be. @param optional without a word on how it went */
function aptInstall(packages, optional = false) {
  const said = optional ? 'ignore' : 'inherit';
  const quiet = { stdio: ['ignore', 'ignore', said], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  return spawnSync('apt-get', ['install', '-y', '-qq', ...packages], quiet).status === 0;
}

/** Debian's Chromium as root, else Playwright's own download. */
function installChromium() {
  if (findChromium()) return;
  console.error('Installing Chromium for the tests (once) …');
  if (debian) aptInstall(['chromium']);
  else {
    spawnSync(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'], {
      stdio: 'inherit',
    });
  }
  if (!findChromium()) {
    fail(
      'No Chromium was found and none could be installed. Install Chromium or Chrome, or set CHROMIUM to its path, and run the command again.',
    );
  }
}

/** The other engines: Debian's package and the program by which it is known to be there. */
const engines = {
  '--tests': {
    'chromium-headless-shell': shell,
    'firefox-esr': '/usr/bin/firefox-esr',
    'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
    xvfb: '/usr/bin/Xvfb',
    xauth: '/usr/bin/xauth',
  },
  '--old-browsers': { cog: '/usr/bin/cog', 'wpewebkit-driver': '/usr/bin/WPEWebDriver' },
};

/** Engines beside Chromium. One that cannot be had is skipped by the tests, which say so. */
function installEngines(flag) {
  const missing = Object.entries(engines[flag]).filter(([, program]) => !existsSync(program));
  if (missing.length === 0 || !debian) return;
  const names = missing.map(([name]) => name);
  console.error(`Installing ${names.join(', ')} for the tests (once) …`);
  if (aptInstall(names, true)) return;
  // One that is not to be had must not keep the others out.
  for (const name of names) aptInstall([name], true);
}

try {
  install(root);
  checkNode();
  if (flags.includes('--hr')) install(join(root, 'hr'));
  if (flags.includes('--tests')) {
    installChromium();
    installEngines('--tests');
  }
  if (flags.includes('--old-browsers')) {
    install(join(root, 'tests/engines/old'));
    installEngines('--old-browsers');
  }
} catch (error) {
  const denied = /** @type {NodeJS.ErrnoException} */ (error);
  fail(
    `Setting up failed at ${denied.path ?? root} (${denied.code ?? denied.message}). Check that this folder may be written and run the command again.`,
  );
}
