import { expect, it } from 'vitest';
import { markupUses } from './markup.ts';
import { refused } from './testing.ts';

it.each([
  ['<search><p>x</p></search>', 'html.elements.search'],
  ['<p title="a > b" popover>x</p>', 'html.global_attributes.popover'],
  ['<button popovertarget={n}>x</button>', 'html.elements.button.popovertarget'],
  ['<details name="one">x</details>', 'html.elements.details.name'],
  ['<div hidden="until-found">x</div>', 'html.global_attributes.hidden.until-found'],
])('refuses %s', (markup, feature) => {
  expect(refused(markupUses('a.astro', `---\nconst a = '<dialog closedby>';\n---\n\n${markup}`))).toEqual([
    `5 ${feature}`,
  ]);
});

it('lets pass what all of them know, and leaves scripts and styles to others', () => {
  const markup =
    '<dialog open><details open hidden><input inputmode="text"></details></dialog><script>"<search>"</script>';
  expect(refused(markupUses('a.html', markup))).toEqual([]);
});
