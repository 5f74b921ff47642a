import { expect, it } from 'vitest';
import { cssUses } from './css.ts';
import { known } from './known.ts';
import { policy } from './policy.ts';
import { refuse } from './refuse.ts';
import { refused } from './testing.ts';

const inFile = (css: string) => refused(cssUses('src/styles/a.css', css));

it.each([
  ['a:has(b) { color: red }', 'css.selectors.has'],
  ['@container (min-width: 30rem) { a { color: red } }', 'css.at-rules.container'],
  ['@media (width >= 30rem) { a { color: red } }', 'css.at-rules.media.range_syntax'],
  ['@media (10rem < width < 30rem) { a { color: red } }', 'css.at-rules.media.range_syntax'],
  ['@media (scripting: none) { a { color: red } }', 'css.at-rules.media.scripting'],
  ['details::details-content { display: block }', 'css.selectors.details-content'],
  ['p:popover-open { color: red }', 'css.selectors.popover-open'],
  ['a { b { color: red } }', 'css.selectors.nesting'],
  ['a { &:hover { color: red } }', 'css.selectors.nesting'],
  ['a { @media print { color: red } }', 'css.selectors.nesting'],
  ['a { color: color-mix(in srgb, red, blue) }', 'css.types.color.color-mix'],
  ['a { color: light-dark(red, blue) }', 'css.types.color.light-dark'],
  ['a { width: 10cqw }', 'css.types.length.container_query_length_units'],
  ['a { overflow: clip }', 'css.properties.overflow.clip'],
  ['a { text-wrap: balance }', 'css.properties.text-wrap'],
  ['@starting-style { a { color: red } }', 'css.at-rules.starting-style'],
])('refuses %s', (css, feature) => {
  expect(inFile(css)).toEqual([`1 ${feature}`]);
});

it.each([
  ['what all of them know', '@media (max-width: 30rem) { a:is(b, c) { inset: 0; height: 100dvh } }'],
  ['what @supports guards', '@supports selector(:has(*)) { a:has(b) { color: red } }'],
  ['a value after the one that older browsers keep', 'a { overflow: hidden; overflow: clip }'],
  ['what has a maker’s prefix', 'progress::-webkit-progress-bar { -webkit-line-clamp: 3 }'],
])('lets pass %s', (_, css) => {
  expect(inFile(css)).toEqual([]);
});

it('reads what is for browsers without a feature as they do', () => {
  expect(inFile('@supports not selector(:has(*)) {\n  a:has(b) { color: red }\n}')).toEqual(['2 css.selectors.has']);
});

it('says file, line, feature, who lacks it and what to do, in one line', () => {
  const [said] = refuse(cssUses('src/styles/a.css', 'b {}\na:has(b) { color: red }'), policy(), known);
  expect(said?.message).toBe(
    'src/styles/a.css:2: :has is missing in Firefox 115 (there since 121). Write it another way, or put it in @supports ' +
      'with what the others get beside it; where nothing is lost without it, say why in scripts/browsers/known.ts ' +
      '(css.selectors.has).',
  );
});

it('lets a known feature pass in its place alone', () => {
  const css = '.choice:has(input:checked) { color: red }\n.choice:has(b) { color: red }';
  expect(refused(cssUses('src/styles/controls.css', css))).toEqual(['2 css.selectors.has']);
});
