import { describe, expect, test } from 'vitest';
import { faultNotAuthority, faultShared, peopleTagged } from './fairness.ts';
import { replace, said } from './testing.ts';

/** Puts people after the stem of the first question. */
const people = (...list: readonly string[]) => ({
  'questions/fir.yaml': replace(
    'What do you do first?\n',
    `What do you do first?\n  people:\n${list.map((p) => `    - ${p}\n`).join('')}`,
  ),
});
const person = (name: string, part: string, gender: string, background = 'open') =>
  `{ name: ${name}, part: [${part}], suggests: [${gender}, ${background}] }`;
const many = (n: number, part: string, gender: string) =>
  Array.from({ length: n }, (_, i) => person(`${gender}${part}${i}`, part, gender));

describe('faultShared', () => {
  test('one above its share is no pattern', () => {
    // 4 at fault, half of those named are women: 2 would be fair, 3 are.
    const all = [
      ...many(3, 'errs', 'woman'),
      ...many(1, 'errs', 'man'),
      ...many(1, 'helps', 'woman'),
      ...many(3, 'helps', 'man'),
    ];
    expect(said(faultShared, people(...all))).toEqual([]);
  });

  test('two above it is found, with the places', () => {
    const all = [...many(4, 'errs', 'woman'), ...many(4, 'helps', 'man')];
    expect(said(faultShared, people(...all))).toEqual([
      'c/questions/fir.yaml:11 q_fir_001.people[3]: 4 of those at fault have a name that suggests woman, and 2 would be its share. Let somebody else err in one of: q_fir_001 womanerrs0, q_fir_001 womanerrs1, q_fir_001 womanerrs2, q_fir_001 womanerrs3.',
    ]);
  });

  test('names that suggest nothing, and people without tags, are no group', () => {
    expect(said(faultShared, people(...many(5, 'errs', 'open'), ...many(4, 'helps', 'man'), '{ name: Kit }'))).toEqual(
      [],
    );
  });
});

describe('faultNotAuthority', () => {
  const asked = 'Which of these may stay as they are?\n';
  const both = (second: string) => ({
    'questions/fir.yaml': (text: string) =>
      replace(
        asked,
        `${asked}  people: [${person(second, 'authority', 'woman')}]\n`,
      )(people(person('Ann', 'errs', 'woman'))['questions/fir.yaml'](text)),
  });

  test('an authority of another name is in order, and so are both parts in one place', () => {
    expect(said(faultNotAuthority, both('Bea'))).toEqual([]);
    expect(said(faultNotAuthority, people(person('Ann', 'errs, authority', 'woman')))).toEqual([]);
  });

  test('who errs in one place and settles it in another is found', () => {
    expect(said(faultNotAuthority, both('Ann'))).toEqual([
      'c/questions/fir.yaml:19 q_fir_002.people[0]: Ann is the authority here and errs in q_fir_001. Give one of the two another name.',
    ]);
  });
});

describe('peopleTagged', () => {
  test('a module that tags nobody is left alone', () => {
    expect(said(peopleTagged, people('{ name: Kit }'))).toEqual([]);
  });

  test('who is named beside people with tags, and has none, is found', () => {
    const list = people(...many(1, 'errs', 'woman'), '{ name: Kit }');
    expect(said(peopleTagged, list)).toContain(
      'c/questions/fir.yaml:9 q_fir_001.people[1]: Kit has no part, or suggests nothing. Write part: and suggests: beside the name.',
    );
  });
});
