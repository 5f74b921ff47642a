import { expect, test } from 'vitest';
import type { Content } from '../../read/content.ts';
import { readFolder } from '../../read/files.ts';
import { parseContent } from '../../read/load.ts';
import { fairSection } from './fair-section.ts';

test('people of questions and stories stand in one table, with totals; those without tags are named as that', () => {
  const files = readFolder('tests/fixtures/other-policy');
  const stem = 'What do you do first?\n';
  const people = `${stem}  people:
    - { name: Ann, part: [errs, harmed], suggests: [woman, british_isles] }
    - { name: Bo, part: [helps], suggests: [open, east_asian] }
`;
  const changed = new Map([...files].map(([path, text]) => [path, text.replace(stem, people)]));
  const page = fairSection(parseContent('c', changed).content as Content)
    .text.replace(/<\/t[dh]>/g, ' | ')
    .replace(/<[^>]+>/g, '');
  expect(page).toContain('(2 people)');
  expect(page).toContain('Ann | q_fir_001 | errs | harmed |  |  |  | woman, british isles | ');
  expect(page).toContain('woman | 1 | 1 | 1 | 0 | 0 | 0 | 1 | ');
  expect(page).toContain('open | 1 | 0 | 0 | 1 | 0 | 0 |  | ');
  expect(page).toContain('british isles | 1 | 1 | 1 | 0 | 0 | 0 | 1 | ');
  // The story's people have no tags yet.
  expect(page).toMatch(/Not tagged.*\(chip_pan\)/);
});
