import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from 'playwright/test';
import { look } from './axe.ts';
import type { Learner } from './learner.ts';

const address = pathToFileURL(resolve('dist/review/keying.html')).href;

/** The first question with one right option. */
const question = (page: Page) => page.locator('fieldset.item:not(:has(fieldset)):has(input[type=radio])').first();

/** Chooses a role and an option by keyboard, and saves the sheet. @returns the file */
async function readAs(page: Page, role: string, nth: number, file: string): Promise<string> {
  await page.getByRole('radio', { name: role, exact: true }).check();
  const option = question(page).getByRole('radio').nth(nth);
  await option.focus();
  await page.keyboard.press('Space');
  await expect(option).toBeChecked();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save my sheet' }).press('Enter');
  await (await saved).saveAs(file);
  return file;
}

test('readers answer without keys, keep their draft, save sheets; the page compares them, disagreements first', async ({
  page,
}, info) => {
  await page.goto(address);
  const count = page.locator('#count');
  await expect(count).toHaveText(/^0 of \d+ read\.$/);

  await page.getByRole('button', { name: 'Save my sheet' }).click();
  await expect(page.locator('#said')).toHaveText('Choose who you are first: the sheet names its reader.');

  const hr = await readAs(page, 'HR', 0, info.outputPath('hr.json'));
  await expect(count).toHaveText(/^1 of \d+ read\.$/);
  await page.reload();
  await expect(question(page).getByRole('radio').nth(0)).toBeChecked();
  await expect(page.getByRole('radio', { name: 'HR', exact: true })).toBeChecked();
  const manager = await readAs(page, 'Manager', 1, info.outputPath('manager.json'));

  const bad = info.outputPath('bad.json');
  writeFileSync(bad, 'not a sheet');
  await page.getByLabel('Sheets of the readers').setInputFiles([hr, bad, manager]);
  await expect(page.locator('#loaded')).toContainText('bad.json is no sheet of this page.');
  await expect(page.locator('#summary')).toContainText('2 of 5 sheets. Agreed: 0 of');
  await expect(page.locator('#summary')).toContainText('Readers differ: 1.');
  const first = page.locator('#rows tr').first();
  await expect(first.getByRole('rowheader')).toHaveText((await question(page).getAttribute('id')) ?? '');
  await expect(first.getByRole('cell')).toHaveText(['Provisional: the readers differ', '1', 'a', 'b', '–', '–', '–']);

  const exported = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the comparison' }).click();
  const table = info.outputPath('comparison.csv');
  await (await exported).saveAs(table);
  expect(readFileSync(table, 'utf8').split('\r\n')[1]).toContain('"Provisional: the readers differ","1","a","","b",""');

  await look({ frame: page.mainFrame(), drawn: async () => undefined } as unknown as Learner, 'keying');
});

test('a reading of a text that has changed since does not count, and is told', async ({ page }, info) => {
  await page.goto(address);
  const file = await readAs(page, 'Academic', 0, info.outputPath('academic.json'));
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"of": "[^"]+"/, '"of": "older"'));
  await page.getByLabel('Sheets of the readers').setInputFiles(file);
  await expect(page.locator('#loaded')).toContainText('texts that have changed since do not count: 1.');
  await expect(page.locator('#summary')).toContainText('Readers differ: 0. Read by fewer than four: 0.');
});
