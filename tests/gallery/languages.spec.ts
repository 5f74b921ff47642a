import { families } from '../../src/gallery/families.ts';
import { expect, look, settle, test } from './gallery.ts';
import { faultsOfGeometry } from './measure.ts';

for (const lang of ['en-XA', 'ar-XB'] as const) {
  test.describe(`gallery in ${lang}`, () => {
    for (const family of families) {
      test(`${family.title}: nothing cut off, nothing over anything else`, async ({ page, site }) => {
        const wrong: string[] = [];
        for (const { slug } of family.states) {
          await page.setViewportSize({ width: 714, height: 666 });
          await look(page, site, `${family.slug}/${slug}&lang=${lang}`);
          for (const width of [714, 367]) {
            await page.setViewportSize({ width, height: 640 });
            await settle(page);
            const faults = await page.evaluate(faultsOfGeometry);
            wrong.push(...faults.map((fault) => `${family.slug}/${slug} at ${width}: ${fault}`));
          }
        }
        expect(wrong).toEqual([]);
      });
    }
  });
}
