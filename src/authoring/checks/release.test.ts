import { expect, test } from 'vitest';
import { readFolder } from '../read/files.ts';
import { parseContent } from '../read/load.ts';
import { formatProblem } from '../read/problem.ts';
import { releaseProblems } from './release.ts';

const files = readFolder('src/content');
const contacts = ['policyLink', 'policyContact', 'helpContact', 'accessibilityContact', 'supportContact'];
const terms = ['purpose', 'lawfulBasis', 'seenBy', 'retention', 'dpia', 'equality', 'consultation', 'notForDiscipline'];

/** Why a release is refused, with some settings filled in. */
function refused(filled: Readonly<Record<string, string>>): string[] {
  const text = (files.get('module.yaml') ?? '').replace(/^( +)(\w+): ".*"$/gm, (line, indent: string, name: string) =>
    name in filled ? `${indent}${name}: "${filled[name]}"` : line,
  );
  const days = filled['responseDays'];
  const whole = days ? text.replace('  accessibility:\n', `  accessibility:\n    responseDays: ${days}\n`) : text;
  const { content } = parseContent('src/content', new Map(files).set('module.yaml', whole));
  if (!content) throw new Error('not read');
  return releaseProblems(content.module).map(formatProblem);
}

const all = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'yes']));
const statement = { responseDays: '10', prepared: '2027-01-31' };
const asked = { ...all(contacts), ...statement };
const supplied = { ...asked, ...all(terms) };

test('nothing is refused with every contact and evaluation off, or on with all its terms', () => {
  expect(refused({ ...asked, evaluation: 'off' })).toEqual([]);
  expect(refused({ ...supplied, evaluation: 'on' })).toEqual([]);
});

test('as the content stands, each contact and the decision on evaluation are asked for, with file, line, field, remedy', () => {
  const found = refused({});
  expect(found).toHaveLength(contacts.length + Object.keys(statement).length + 1);
  expect(found[0]).toMatch(
    /^src\/content\/module\.yaml:\d+ settings\.policyLink: is blank\. Write the web address of the policy\.$/,
  );
  expect(found[contacts.length]).toMatch(
    /^src\/content\/module\.yaml:\d+ settings\.evaluation: is blank\. Write on to keep answers .*, or off to keep proof of training alone\.$/,
  );
});

test.each([...contacts, 'evaluation'])('%s is never left blank, not even with spaces', (name) => {
  const filled: Record<string, string> = { ...supplied, evaluation: 'off', [name]: name === 'evaluation' ? '' : '  ' };
  expect(refused(filled)).toEqual([expect.stringContaining(` settings.${name}: is blank. Write `)]);
});

test.each(terms)('answers are not kept without %s, and nobody is stopped by it where they are not kept', (name) => {
  expect(refused({ ...supplied, evaluation: 'on', [name]: '' })).toEqual([
    expect.stringMatching(
      new RegExp(
        `settings\\.evaluationTerms\\.${name}: is blank while evaluation is on\\. Write .*, or set evaluation to off\\.$`,
      ),
    ),
  ]);
  expect(refused({ ...supplied, evaluation: 'off', [name]: '' })).toEqual([]);
});

test('a term that says no is no term: that answers are not used against people is confirmed with yes alone', () => {
  expect(() => refused({ ...supplied, evaluation: 'on', notForDiscipline: 'no' })).toThrow('not read');
});

test.each(Object.keys(statement))('no release goes without what the accessibility statement owes: %s', (name) => {
  expect(refused({ ...supplied, evaluation: 'off', [name]: '' })).toEqual([
    expect.stringMatching(new RegExp(` settings\\.accessibility\\.${name}: is blank\\. Write .*\\.$`)),
  ]);
});

test('a date of the statement that is none is not read', () => {
  expect(() => refused({ ...supplied, evaluation: 'off', prepared: 'in spring' })).toThrow('not read');
});
