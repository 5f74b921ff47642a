import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CssNode, generate, parse, walk } from 'css-tree';
import { expect, test } from 'vitest';

/** Every style sheet that a learner meets, and those of the embedded LMS. */
const folders = ['src/styles', 'lms/static'];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(folder, name)),
);

const SIDES =
  /^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|left|right)\b|^border-(?:top|bottom)-(?:left|right)-radius$/;

/** What names a side that changes where a language is written from right to left; null where it does not. */
function sideIn(property: string, value: string): string | null {
  if (SIDES.test(property)) return property;
  if (property === 'text-align' && /^(left|right)$/.test(value)) return `${property}: ${value}`;
  // Four corners, of which the two of a line differ.
  const corners = property === 'border-radius' ? (value.split('/')[0] ?? '').trim().split(/\s+(?![^(]*\))/) : [];
  const [a, b = a, c = a, d = b] = corners;
  return corners.length > 1 && (a !== b || c !== d) ? `border-radius: ${value}` : null;
}

test.each(files)('%s says start and end, never left and right', (file) => {
  const found: string[] = [];
  walk(parse(readFileSync(file, 'utf8'), { positions: true }), {
    enter(node) {
      if (node.type !== 'Declaration' || !node.property) return;
      const side = sideIn(node.property, generate(node.value as CssNode));
      if (side) found.push(`${file}:${node.loc?.start.line} ${side}`);
    },
  });
  expect(found).toEqual([]);
});

test('a side is found in each way of naming it', () => {
  for (const [property, value] of [
    ['margin-left', '1rem'],
    ['border-right-color', 'red'],
    ['left', '0'],
    ['text-align', 'right'],
    ['border-radius', '1rem 1rem 1rem 0'],
    ['border-top-left-radius', '0'],
  ] as const)
    expect(sideIn(property, value), property).not.toBeNull();
  for (const [property, value] of [
    ['margin-inline-start', '1rem'],
    ['text-align', 'center'],
    ['border-radius', '1rem 1rem 0 0'],
    ['border-radius', '3px'],
  ] as const)
    expect(sideIn(property, value), property).toBeNull();
});
