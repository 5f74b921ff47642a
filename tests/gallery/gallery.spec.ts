import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { families } from '../../src/gallery/families.ts';
import type { State } from '../../src/gallery/state.ts';
import { keep, keptOf, MOST, pictureOf, printOf, type Seen, weight } from './baselines.ts';
import { expect, look, picture, resize, test } from './gallery.ts';
import { coloursOf, faultsOfGeometry, layoutOf } from './measure.ts';

/** The widths of what Moodle gives: a computer, a telephone. Heights are its windows'. */
const views = { '714': { width: 714, height: 666 }, '367': { width: 367, height: 559 } } as const;
/** What is further down a long page looks as what is above it: there the layout alone is compared. */
const MOST_HIGH = 900;
/**
 * Share of a picture's points that may differ. The same Chromium with the module's own font draws the same points;
 * what is left for is the odd edge that another processor rounds otherwise. A letter more or less is ten times this.
 */
const MAX_SHARE = 0.001;
/** How far a part may be from where it was, in CSS pixels: less than anybody would call a change. */
const MAX_SHIFT = 2;
const RENEW = 'npm run screenshots';

/** Where two lists of parts differ, in words. */
function moved(before: string, now: string): string[] {
  const [a, b] = [before.split(';'), now.split(';')];
  if (a.length !== b.length) return [`${b.length} parts, ${a.length} before`];
  return a.flatMap((part, i) => {
    const [tag, ...numbers] = part.split(' ');
    const [nowTag, ...nowNumbers] = (b[i] ?? '').split(' ');
    const near = numbers.every((n, k) => Math.abs(Number(n) - Number(nowNumbers[k])) <= MAX_SHIFT);
    return tag === nowTag && near ? [] : [`${part} is now ${b[i]}`];
  });
}

for (const family of families) {
  test(`gallery: ${family.title}, every state looks as it did, nothing cut off, nothing over anything else`, async ({
    page,
    site,
    tool,
    chromium,
  }, { config }) => {
    const renew = config.updateSnapshots === 'all' || config.updateSnapshots === 'changed';
    const kept = keptOf(family.slug);
    const same = kept?.chromium === chromium;
    if (!renew && kept && !same)
      console.log(
        `${family.slug}: Chromium ${chromium}, pictures of ${kept.chromium}: only layout and colours are compared.`,
      );
    const seen: Seen[] = [];
    const wrong: string[] = [];
    const note = (state: State, view: string, faults: readonly string[]) =>
      wrong.push(...faults.map((fault) => `${family.slug}/${state.slug} at ${view}: ${fault}`));

    for (const state of family.states) {
      const one: Seen = { slug: state.slug, parts: {}, colours: {}, pictures: {} };
      seen.push(one);
      await resize(page, views['714']);
      await look(page, site, `${family.slug}/${state.slug}`);
      const shows = state.shows ?? '.screen[data-shown]';
      for (const [name, size] of Object.entries(views)) {
        await resize(page, size);
        const { clip, parts } = await page.evaluate(layoutOf, { shows, most: MOST_HIGH });
        one.parts[name] = parts.join(';');
        note(state, name, await page.evaluate(faultsOfGeometry));
        for (const colorScheme of state.dark ? (['light', 'dark'] as const) : (['light'] as const)) {
          if (state.dark) await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          one.colours[colorScheme] = await page.evaluate(coloursOf, shows);
          if (!renew && !same) continue;
          const view = colorScheme === 'dark' ? `${name}-dark` : name;
          one.pictures[view] = { png: await picture(page, clip), width: clip.width, height: clip.height };
        }
        if (state.dark) await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      }
      // Right to left: languages.spec.ts, with words of that kind. The last size is the next state's first.
      for (const [name, size, switches] of [
        ['320', { width: 320, height: 559 }, {}],
        ['367, 200 % text', views['367'], { large: true }],
        ['714, 200 % text', views['714'], { large: true }],
      ] as const) {
        await page.evaluate((s) => window.gallery.apply(s), switches);
        await resize(page, size);
        note(state, name, await page.evaluate(faultsOfGeometry));
      }
    }

    if (renew) {
      await keep(tool, family.slug, chromium, seen);
    } else {
      const changed: string[] = [];
      for (const { slug, parts, colours, pictures } of seen) {
        const before = kept?.states[slug];
        if (!kept || !before) {
          changed.push(`${family.slug}/${slug}: nothing is kept of it`);
          continue;
        }
        for (const [view, now] of Object.entries(parts)) {
          const shifts = moved(before.parts[view] ?? '', now);
          if (shifts.length > 0) changed.push(`${family.slug}/${slug} at ${view}: ${shifts.slice(0, 4).join(' · ')}`);
        }
        for (const [scheme, now] of Object.entries(colours)) {
          const [then, found] = [before.colours[scheme]?.split(' ') ?? [], now.split(' ')];
          const gone = then.filter((c) => !found.includes(c)).map((c) => `#${c} is gone`);
          const come = found.filter((c) => !then.includes(c)).map((c) => `#${c} is new`);
          if (gone.length + come.length > 0)
            changed.push(`${family.slug}/${slug}, ${scheme}: ${[...gone, ...come].join(', ')}`);
        }
        for (const [view, { png, ...size }] of Object.entries(pictures)) {
          const place = before.pictures[view];
          if (!place) {
            changed.push(`${family.slug}/${slug} at ${view}: no picture is kept of it`);
            continue;
          }
          if (place[4] === printOf(png)) continue;
          const then = pictureOf(kept, family.slug, view, place);
          const d = await tool.evaluate(([a, b]) => window.pictures.compare(a, b), [
            { data: png, type: 'png' as const },
            then,
          ] as const);
          if (d.share <= MAX_SHARE && d.colours.length === 0) continue;
          const name = join('test-results', 'gallery', `${family.slug}-${slug}-${view}`);
          mkdirSync(join('test-results', 'gallery'), { recursive: true });
          writeFileSync(`${name}-actual.png`, png, 'base64');
          writeFileSync(`${name}-expected.png`, d.expected, 'base64');
          if (d.drawn) writeFileSync(`${name}-diff.png`, d.drawn, 'base64');
          const [, , w, h] = place;
          const said = [
            w === size.width && h === size.height
              ? `${(d.share * 100).toFixed(2)} % of it differs`
              : `${size.width} × ${size.height}, ${w} × ${h} before`,
            ...(d.colours.length > 0 ? [`colours ${d.colours.join(', ')}`] : []),
          ];
          changed.push(`${family.slug}/${slug} at ${view}: ${said.join('; ')} (${name}-*.png)`);
        }
      }
      expect.soft(changed, `If this is as it should be: ${RENEW}`).toEqual([]);
    }
    expect.soft(wrong, 'cut off or one over the other').toEqual([]);
  });
}

test('gallery: the pictures kept are small enough for a repository', () => {
  expect(weight()).toBeLessThanOrEqual(MOST);
});
