import { describe, expect, test } from 'vitest';
import { requireContent } from '../checks/check.ts';
import { wordsFor } from '../read/words.ts';
import { moduleSchema } from '../schema/module.ts';
import { type Criterion, criteria } from './criteria.ts';
import { COMPLAINTS, type Evidence, statementOf } from './statement.ts';

const { data } = requireContent('src/content').module;
const words = wordsFor('en');

/** A module with some of what its statement is made from filled in. */
const withTold = (told: object, contact = '') =>
  moduleSchema.parse({
    ...data,
    settings: { ...data.settings, accessibilityContact: contact, accessibility: told },
  });

const made = (more: Partial<Evidence> = {}) => statementOf({ module: withTold({}), version: '1.2.3', words, ...more });
const textOf = (parts: ReturnType<typeof made>, id?: string) =>
  parts
    .filter((p) => id === undefined || p.id === id)
    .flatMap((p) => [p.title, ...p.blocks.flatMap((b) => [b.text, b.link?.text ?? '', ...(b.items ?? [])])])
    .join('\n');

/** One criterion made to be known less well. */
const knowing = (criterion: string, change: Partial<Criterion>) =>
  criteria.map((c) => (c.criterion === criterion ? { ...c, ...change } : c));

test('every part of the model statement is there, in its order, and none is empty', () => {
  const parts = made();
  expect(parts.map((p) => `${p.level} ${p.title}`)).toEqual([
    '1 Accessibility statement',
    '2 What you can do',
    '2 How accessible this module is',
    '2 Feedback and contact',
    '2 Enforcement procedure',
    '2 Technical information about this module’s accessibility',
    '3 Compliance status',
    '2 Non-accessible content',
    '3 Non-compliance with the accessibility regulations',
    '3 Disproportionate burden',
    '3 Content that’s not within the scope of the accessibility regulations',
    '2 What we’re doing to improve accessibility',
    '2 Preparation of this accessibility statement',
  ]);
  for (const { id, blocks } of parts)
    expect(
      blocks.map((b) => b.text.length > 10),
      id,
    ).not.toContain(false);
  expect(textOf(parts)).not.toMatch(/\{(?!link)|statement\./);
});

test('the sentences that the regulations ask for are there as they are', () => {
  const all = textOf(made());
  for (const sentence of [
    'This accessibility statement applies to ',
    'The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you’re not happy with how we respond to your complaint, contact the ',
    ' is committed to making this module accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
    'This module is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, due to the non-compliances listed below.',
    'The content listed below is non-accessible for the following reasons.',
  ])
    expect(all).toContain(sentence);
  expect(made().find((p) => p.id === 'enforcement')?.blocks[0]?.link?.href).toBe(COMPLAINTS);
});

describe('from the settings', () => {
  test('contact, answer and dates are told', () => {
    const told = { responseDays: 1, prepared: '2027-01-31', tested: '2027-02-03', testedBy: 'the disability service' };
    const parts = made({ module: withTold(told, 'access@example.ac.uk') });
    expect(parts.find((p) => p.id === 'contact')?.blocks[0]?.link).toEqual({
      text: 'access@example.ac.uk',
      href: 'mailto:access@example.ac.uk',
    });
    expect(textOf(parts, 'contact')).toContain('We answer within 1 working day.');
    expect(textOf(parts, 'prepared')).toContain(
      'This statement was prepared on 31 January 2027. It was last reviewed on 31 January 2027.',
    );
    expect(textOf(parts, 'prepared')).toContain('tested on 3 February 2027 against the WCAG 2.2 AA standard.');
    expect(textOf(parts, 'prepared')).toContain('by the disability service.');
    expect(textOf(parts)).not.toMatch(/\[|\]/);
  });

  test('what is missing is a named blank, and that only machines tested is said', () => {
    expect(textOf(made(), 'contact')).toContain('within [number of working days]');
    expect(textOf(made(), 'prepared')).toContain('prepared on [date of the statement]');
    expect(textOf(made(), 'prepared')).toContain('People have not tested it yet.');
  });

  test('a problem stands among the gaps before what was not tried, and under its reason with its criteria', () => {
    const problem = (what: string, kind: string) => ({ what, kind, criteria: ['1.3.1'], fix: 'Mended in May.' });
    const kinds = ['noncompliance', 'burden', 'scope'];
    const parts = made({ module: withTold({ problems: kinds.map((kind) => problem(`The ${kind} one.`, kind)) }) });
    const gaps = parts.find((p) => p.id === 'known')?.blocks[0]?.items ?? [];
    expect(gaps.slice(0, 3)).toEqual(kinds.map((kind) => `The ${kind} one.`));
    expect(gaps.length).toBeGreaterThan(3);
    for (const [id, kind] of [
      ['failing', 'noncompliance'],
      ['burden', 'burden'],
      ['outside', 'scope'],
    ])
      expect(textOf(parts, id)).toContain(`The ${kind} one. WCAG 1.3.1. Mended in May.`);
    expect(textOf(parts, 'status')).toContain('due to the non-compliances and exemptions listed below');
  });
});

describe('from what is proven', () => {
  const named = '2.1.1 Keyboard';
  const listed = (parts: ReturnType<typeof made>, word: string) =>
    parts.find((p) => p.id === 'prepared')?.blocks.find((b) => b.text.includes(word))?.items ?? [];

  test('a criterion with a test is listed as such; that loses its test is judged by eye, and then not shown', () => {
    const proven = made({ criteria: knowing('2.1.1', { provenBy: 'tests/some.spec.ts' }) });
    expect(listed(proven, 'test of their own in')).toContain(named);
    expect(listed(proven, 'judged by eye')).not.toContain(named);

    const byEye = made({ criteria: knowing('2.1.1', { provenBy: null }) });
    expect(listed(byEye, 'test of their own in')).not.toContain(named);
    expect(listed(byEye, 'judged by eye')).toContain(named);

    const neither = made({ criteria: knowing('2.1.1', { provenBy: null, byEye: false }) });
    for (const id of ['known', 'failing']) expect(textOf(neither, id)).toContain(`${named}: not shown to be met.`);
    expect(textOf(neither, 'can')).not.toContain('keyboard');
  });

  test('every criterion is somewhere, whatever is known of it', () => {
    const all = textOf(made());
    for (const { criterion, title } of criteria) expect(all).toContain(`${criterion} ${title}`);
  });

  test('who has tried it with nothing is said, and full compliance is claimed only when nothing is left', () => {
    for (const id of ['known', 'failing'])
      expect(textOf(made({ untried: ['speech input'] }), id)).toContain('Speech input: not tried by anybody yet');
    const status = (more: Partial<Evidence>) => textOf(made(more), 'status');
    expect(status({ untried: ['speech input'] })).toContain('partially compliant');
    expect(status({ untried: [], criteria: knowing('2.1.1', { provenBy: null, byEye: false }) })).toContain(
      'partially',
    );
    expect(status({ untried: [] })).toContain('fully compliant');
  });
});
