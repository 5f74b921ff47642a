import type { Frame, JSHandle, Page } from 'playwright';
import { aim, type Tab, type Where } from './driver.ts';
import { lookUp, type Seen } from './look-up.ts';
import { source } from './source.ts';

/** A tab of a browser that Playwright speaks to. */
export function playwrightTab(page: Page): Tab {
  page.on('dialog', (dialog) => void dialog.accept());
  const frameOf = async (where: Where): Promise<Frame> => {
    if (where === 'page') return page.mainFrame();
    const frame = await page.$('iframe').then((element) => element?.contentFrame());
    if (!frame) throw new Error('there is no frame with the module');
    return frame;
  };
  const tab: Tab = {
    async open(url) {
      await page.goto(url);
    },
    async back() {
      await page.goBack();
    },
    async run(where, script, ...args) {
      const value = await (await frameOf(where)).evaluate<string | undefined>(`(${source.json(script, args)})()`);
      return value === undefined ? undefined : JSON.parse(value);
    },
    look: (where, find, patience = 0) => tab.run(where, lookUp, find, 'seen', patience) as Promise<Seen[]>,
    async click(where, find) {
      const frame = await frameOf(where);
      const found = (await frame.evaluateHandle(`(${source.plain(lookUp, [find, 'target', 1_000])})()`)) as JSHandle;
      const box = await found.asElement()?.boundingBox();
      if (!box) return false;
      const { x, y } = aim();
      await page.mouse.click(box.x + box.width / 2 + x, box.y + box.height / 2 + y);
      return true;
    },
    press: (key) => page.keyboard.press(key),
    show: () => page.bringToFront(),
    close: () => page.close(),
    picture: () => page.screenshot(),
  };
  return tab;
}
