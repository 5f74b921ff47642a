import { test } from 'playwright/test';
import { playwrightTab } from '../engines/playwright-tab.ts';
import { treeOf } from './chromium-tree.ts';
import { readAloud } from './spoken.ts';

test.use({ viewport: { width: 1000, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

test('1.3.1, 1.3.2, 4.1.2: what a screen reader is given for each type of question, the stage, saving and the result makes sense read in order', async ({
  page,
}) => {
  const devtools = await page.context().newCDPSession(page);
  await readAloud(playwrightTab(page), () => treeOf(devtools));
});
