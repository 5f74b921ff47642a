import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectBidi } from './bidi.ts';
import { bidiTab } from './bidi-tab.ts';
import type { Engine } from './driver.ts';
import { startProgram } from './program.ts';
import { source } from './source.ts';

/** A fresh profile: no start page, nothing from the network, and no question whether a blocking script should go on. */
const PREFERENCES = {
  'dom.max_script_run_time': 0,
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'extensions.systemAddon.update.enabled': false,
  'toolkit.telemetry.enabled': false,
};

const found = () =>
  [process.env['FIREFOX'], '/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => path && existsSync(path));

/** Firefox as it is shipped, by WebDriver BiDi. FIREFOX names another one. */
export const firefox: Engine = {
  name: 'firefox',
  missing: () => (found() ? null : 'Firefox is not installed'),
  async start() {
    const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
    const lines = Object.entries(PREFERENCES).map(([k, v]) => `user_pref(${JSON.stringify(k)}, ${JSON.stringify(v)});`);
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    // Its own window may be asked too: for the accessibility tree, and for preferences while it runs.
    const system = '--remote-allow-system-access';
    const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', system];
    const program = startProgram(found() ?? 'firefox', args, { MOZ_CRASHREPORTER_DISABLE: '1' });
    const end = async () => {
      await program.end();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
      const bidi = await connectBidi(`${await program.says(/BiDi listening on (ws:\S+)/)}/session`);
      const { capabilities } = (await bidi.send('session.new', {
        capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'accept' } } },
      })) as { capabilities: { browserVersion: string } };
      return {
        version: capabilities.browserVersion,
        async newTab() {
          const { context } = await bidi.send('browsingContext.create', { type: 'tab' });
          await bidi.send('browsingContext.setViewport', { context, viewport: { width: 800, height: 766 } });
          return bidiTab(bidi, String(context));
        },
        async own(script, ...args) {
          const tree = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
          const [window] = tree['contexts'] as { context: string }[];
          const answer = await bidi.send('script.callFunction', {
            functionDeclaration: source.json(script, args),
            target: { context: window?.context },
            awaitPromise: true,
          });
          if (answer['type'] === 'exception')
            throw new Error(`in the browser: ${(answer['exceptionDetails'] as { text: string }).text}`);
          const { value } = answer['result'] as { value?: string };
          return value === undefined ? undefined : JSON.parse(value);
        },
        async close() {
          bidi.close();
          await end();
        },
      };
    } catch (error) {
      await end();
      throw error;
    }
  },
};
