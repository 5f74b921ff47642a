import { describe, expect, test } from 'vitest';
import { stancesWhole } from './stances.ts';
import { said } from './testing.ts';

const file = 'questions/fir.yaml';

/** Puts something beside the ids of the first question's three options. Its key is b. */
const beside = (a: string, b: string, c: string) => (text: string) => {
  const [first = '', ...rest] = text.split(/(?=^- id: )/m);
  const more: Record<string, string> = { a, b, c };
  return [first.replace(/\{ id: ([abc]),/g, (found, id: string) => `${found} ${more[id] ?? ''}`), ...rest].join('');
};
const free = 'ground: met, flips: "the heat is on",';

describe('stancesWhole', () => {
  test('a bank without stances says nothing either way', () => {
    expect(said(stancesWhole)).toEqual([]);
  });

  test('a stance on some options alone is found', () => {
    expect(said(stancesWhole, { [file]: beside('stance: stop,', 'stance: go,', '') })).toEqual([
      'c/questions/fir.yaml:10 q_fir_001.options[2].stance: is missing beside options that have one. Write go, change, ask or stop on all, or on none.',
    ]);
  });

  test('a key freer than another option says what it rests on, and what would flip it', () => {
    const stop = 'stance: stop, cost: "Nobody gets soup.",';
    const missing = (field: string) =>
      `c/questions/fir.yaml:9 q_fir_001.options[1].${field}: is missing on a key that is freer than another option. Say what the policy leaves free by: allowed, met or outside; and which one fact would flip it.`;
    expect(said(stancesWhole, { [file]: beside(stop, 'stance: go,', 'stance: go,') })).toEqual([missing('ground')]);
    expect(said(stancesWhole, { [file]: beside(stop, 'stance: go, ground: met,', 'stance: go,') })).toEqual([
      missing('flips'),
    ]);
    expect(said(stancesWhole, { [file]: beside(stop, `stance: go, ${free}`, 'stance: go,') })).toEqual([]);
  });

  test('a wrong option stricter than the key says who loses what', () => {
    const change = beside('stance: stop,', `stance: change, ${free}`, 'stance: go,');
    expect(said(stancesWhole, { [file]: change })).toEqual([
      'c/questions/fir.yaml:8 q_fir_001.options[0].cost: is missing on a wrong option stricter than the key. Say who loses what by it.',
    ]);
  });

  test('the strictest option may be the key without a word', () => {
    expect(said(stancesWhole, { [file]: beside('stance: go,', 'stance: stop,', 'stance: change,') })).toEqual([]);
  });
});
