import { expect, test } from 'vitest';
import { formatProblem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const said = (text: string, from?: number) => readYaml('f.yaml', text, from).problems.map(formatProblem);

test.each([
  ['a: 1\na: 2\n', '2: the same field is written twice. Keep one of the two.'],
  ['a:\n\tb: 1\n', '2: a tab is used to indent. Use spaces only.'],
  ['a: "open\nb: 2\n', ': a closing quotation mark, bracket or comma is missing. Add it where this text ends.'],
  ['a: one: two\n', '1: this line cannot be read: two colons on one line.'],
  ['a: *star\n', '1: a text begins with an asterisk. Put the text in double quotes.'],
  [
    'a: [1, 2\nb: 3\n',
    '2: the indentation does not fit the lines above. Line it up with its neighbours, with spaces only, and close every bracket',
  ],
])('%j is explained without YAML words', (text, expected) => {
  expect(said(text).join('\n')).toContain(expected);
});

test('front matter counts its lines from the top of the file', () => {
  const { line } = readYaml('f.mdx', 'id: x\nclauses:\n  - A\n  - B\n', 2);
  expect(line(['clauses', 1])).toBe(5);
  expect(line(['nothing'])).toBe(2);
});

test('a text that cannot be read is told by its cause, not once a word', () => {
  const text = `- id: x\n  stem: one\n<<<<<<< ours\n  stem: two?\n=======\n  stem: three\n>>>>>>> theirs\n${'- { id: y, text: [z] }\n'.repeat(50)}`;
  expect(said(text).length).toBeGreaterThan(0);
  expect(said(text).length).toBeLessThan(8);
});
