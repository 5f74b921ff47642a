import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find, type Place, wordsOf } from './find.ts';

const place = (address: string, title: string, text: string, own = false): Place => ({
  address,
  screen: 'Kitchen',
  title,
  own,
  text,
});

const places = [
  place('p1', 'Before you cook', 'Keep the café door shut, and stay with the pan.'),
  place('p2', 'Pan', 'A flat thing to fry in.', true),
  place('p3', 'After you cook', 'Saucepans go on the shelf. Leave no pan on the hob.'),
  place('h1', 'The hob', '', true),
];

const found = (query: string) => find(places, query).map((f) => f.place.address);
const extract = (query: string, list: readonly Place[] = places) =>
  find(list, query)[0]
    ?.extract.map((p) => (p.hit ? `[${p.text}]` : p.text))
    .join('');

describe('what is found', () => {
  test('upper and lower case and accents make no difference, on either side', () => {
    expect(found('CAFE')).toEqual(['p1']);
    expect(found('Cafè')).toEqual(['p1']);
  });

  test('the beginning of a word is enough, its middle is not', () => {
    expect(found('sauce')).toEqual(['p3']);
    expect(found('pans')).toEqual([]);
  });

  test('every word has to be there', () => {
    expect(found('pan door')).toEqual(['p1']);
    expect(found('pan window')).toEqual([]);
  });

  test('words in the own heading count and come first; a heading above does not count', () => {
    expect(found('pan')).toEqual(['p2', 'p1', 'p3']);
    expect(found('cook')).toEqual([]);
    expect(found('hob')).toEqual(['h1', 'p3']);
  });

  test('nothing typed finds nothing', () => {
    expect(found('  … ')).toEqual([]);
    expect(wordsOf(' – ')).toEqual([]);
  });

  test('a rule is found by its id', () => {
    expect(find([place('r', 'FIR-2 Fat', 'Never put water on it.', true)], 'fir-2')).toHaveLength(1);
  });
});

describe('the extract', () => {
  test('marks whole words, each of them', () => {
    expect(extract('sauce pan')).toBe('[Saucepans] go on the shelf. Leave no [pan] on the hob.');
  });

  test('a long text is cut at spaces around the first match', () => {
    const long = `${'one two three '.repeat(20)}Großmutter’s kettle ${'four five six '.repeat(20)}`;
    const text = extract("grossmutter's", [place('x', 'T', long)]) ?? extract('kettle', [place('x', 'T', long)]);
    expect(text).toMatch(/^… (one|two|three) .*\[kettle\] .* …$/);
    expect((text ?? '').length).toBeLessThan(180);
  });

  test('a match in the heading alone shows how the text begins', () => {
    expect(extract('flat')).toBe('A [flat] thing to fry in.');
    expect(find(places, 'pan')[0]?.extract).toEqual([{ text: 'A flat thing to fry in.', hit: false }]);
  });

  test('shows the words of the text, in order, whatever the text and the query', () => {
    const words = fc.array(fc.constantFrom('Éa', 'b', 'ﬁn', 'İx', 'ß', 'l’été', '👩‍🍳', 'long-word'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, fc.constantFrom('ea', 'b', 'été', "l'ete", 'ix', 'long'), (list, query) => {
        const text = list.join(' ');
        const hit = find([place('x', 'T', text)], query)[0];
        if (!hit) return;
        const shown = hit.extract.map((p) => p.text).join('');
        expect(text).toContain(shown.replace(/^… /, '').replace(/ …$/, ''));
        expect(hit.extract.some((p) => p.hit)).toBe(true);
      }),
    );
  });
});
