import { firefoxRoles, treeIn } from '../access/firefox-tree.ts';
import { readAloud } from '../access/spoken.ts';
import { test } from './journey.ts';

test('1.3.1, 1.3.2, 4.1.2: Firefox gives a screen reader the same to read, in the same order', async ({
  newTab,
  browserOf,
}) => {
  const browser = await browserOf();
  const tab = await newTab();
  await tab.show();
  await readAloud(tab, () => browser.own?.(treeIn, firefoxRoles) as ReturnType<typeof treeIn>);
});
