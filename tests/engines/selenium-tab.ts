import { By, type WebDriver, type WebElement } from 'selenium-webdriver';
import { aim, KEYS, type Tab, type Where } from './driver.ts';
import { lookUp, type Seen } from './look-up.ts';
import { source } from './source.ts';

/**
 * A tab of a browser that speaks classic WebDriver. The protocol acts on one current tab and frame, so that each step
 * says first where it is meant.
 */
export function seleniumTab(driver: WebDriver, handle: string): Tab {
  const enter = async (where: Where) => {
    await driver.switchTo().window(handle);
    if (where === 'module') await driver.switchTo().frame(await driver.findElement(By.css('iframe')));
  };
  /** What the promise of a script gives. One of a plain script is not waited for by every engine. */
  const later = async (where: Where, script: string) => {
    await enter(where);
    const { value, error } = (await driver.executeAsyncScript(
      `const done = arguments[0];
      Promise.resolve((${script})()).then((value) => done({ value }), (e) => done({ error: String(e) }));`,
    )) as { value?: unknown; error?: string };
    if (error) throw new Error(`in the page: ${error}`);
    return value ?? null;
  };
  const tab: Tab = {
    async open(url) {
      await enter('page');
      await driver.get(url);
    },
    async back() {
      await enter('page');
      await driver.navigate().back();
    },
    async run(where, script, ...args) {
      const value = (await later(where, source.json(script, args))) as string | null;
      return value === null ? undefined : JSON.parse(value);
    },
    look: (where, find, patience = 0) => tab.run(where, lookUp, find, 'seen', patience) as Promise<Seen[]>,
    async click(where, find) {
      const target = await later(where, source.plain(lookUp, [find, 'target', 1_000]));
      if (!target) return false;
      const origin = target as WebElement;
      await driver
        .actions({ async: true })
        .move({ origin, ...aim(), duration: 0 })
        .click()
        .perform();
      return true;
    },
    async press(key) {
      await enter('page');
      await driver.actions({ async: true }).sendKeys(KEYS[key]).perform();
    },
    show: () => enter('page'),
    async close() {
      await enter('page');
      await driver.close();
    },
    async picture() {
      await enter('page');
      return Buffer.from(await driver.takeScreenshot(), 'base64');
    },
  };
  return tab;
}
