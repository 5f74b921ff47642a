import { families } from '../../src/gallery/families.ts';
import { expect, look, resize, test } from './gallery.ts';
import { faultsOfGeometry } from './measure.ts';

for (const lang of ['en-XA', 'ar-XB'] as const) {
  test.describe(`gallery in ${lang}`, () => {
    for (const family of families) {
      test(`${family.title}: nothing cut off, nothing over anything else`, async ({ page, site }) => {
        const wrong: string[] = [];
        for (const [n, { slug }] of family.states.entries()) {
          // Each begins at the width where the one before it ended.
          const widths = n % 2 ? [367, 714] : [714, 367];
          await resize(page, { width: widths[0] ?? 714, height: 640 });
          await look(page, site, `${family.slug}/${slug}&lang=${lang}`);
          for (const width of widths) {
            await resize(page, { width, height: 640 });
            const faults = await page.evaluate(faultsOfGeometry);
            wrong.push(...faults.map((fault) => `${family.slug}/${slug} at ${width}: ${fault}`));
          }
        }
        expect(wrong).toEqual([]);
      });
    }
  });
}
