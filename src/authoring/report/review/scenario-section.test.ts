import { expect, test } from 'vitest';
import { readFolder } from '../../read/files.ts';
import { parseContent } from '../../read/load.ts';
import { remembering } from '../../rules/testing.ts';
import { scenarioSection } from './scenario-section.ts';

const path = 'scenarios/chip_pan.yaml';

/** The words of the section, one line a part, as a reader of the policy's owner sees them. */
function words(change: (text: string) => string): string[] {
  const files = readFolder('tests/fixtures/other-policy');
  const { content, problems } = parseContent('c', new Map(files).set(path, change(files.get(path) ?? '')));
  if (!content || problems.length) throw new Error('not read');
  return scenarioSection(content)
    .text.replace(/<\/(p|tr|dt|dd|li|h\d)>/g, '\n')
    .replace(/<\/t[dh]>/g, ' | ')
    .replace(/<[^>]+>/g, '')
    .split('\n')
    .map((line) => line.trim().replace(/^\| /, ''));
}

test('what a story remembers is told with where it is set and what it changes', () => {
  const told = words(remembering());
  expect(told).toContain('You turned it off | d1 b | d3, Good ending |');
  expect(told).toContain('You called for help | d2_late b, d3 a | Good ending, Put right |');
  expect(told).toContain('b | Turn it off, then go downSets: “You turned it off”');
  expect(told).toContain('If “You turned it off”: message from Rob Teague: The pan had been cold once.');
  expect(told).toContain('Unless “You turned it off”: message from Rob Teague: The pan never was cold.');
  expect(told).toContain('Good ending (if “You turned it off” and “You called for help”)');
  expect(told.filter((line) => line.endsWith('as choices in turn:'))).toEqual([
    'Good ending, 1 of 13 ways, as choices in turn:',
    'Put right, 2 of 13 ways, as choices in turn:',
    'Poor ending, 10 of 13 ways, as choices in turn:',
  ]);
});

test('what follows from a choice and depends on a fact is told at that choice', () => {
  const wet = 'text: The fat leaps up the wall.';
  const told = words(remembering(undefined, [wet, `${wet}, when: off`]));
  expect(told).toContain('You turned it off | d1 b | d2 b, d3, Good ending |');
});

test('a story that remembers nothing has no such table', () => {
  expect(words((text) => text).join()).not.toMatch(/remembers|Sets:|If “/);
});
