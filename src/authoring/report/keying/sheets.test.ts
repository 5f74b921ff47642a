import { describe, expect, test } from 'vitest';
import {
  type Asked,
  answerOf,
  compareSheets,
  comparisonTable,
  marked,
  outdated,
  parseSheet,
  READERS,
  type Sheet,
  sheetText,
} from './sheets.ts';

const item = (id: string, more: Partial<Asked> = {}): Asked => ({
  id,
  type: 'single',
  of: 'now',
  parts: 1,
  keys: [marked(id, 'b')],
  ...more,
});
/** A sheet a reader; an answer left out stands for an item not read. */
const sheets = (id: string, ...given: readonly string[]): Sheet[] =>
  given.map((g, i) => ({ reader: READERS[i] ?? '', read: g ? { [id]: { of: 'now', given: g, note: '' } } : {} }));
const standing = (...given: readonly string[]) => compareSheets([item('q')], sheets('q', ...given))[0];

describe('a key is provisional until four of five agree', () => {
  test('four with the key settle it, three do not, whatever the fifth says', () => {
    expect(standing('b', 'b', 'b', 'b', 'a')).toMatchObject({ standing: 'agreed', agree: 4 });
    expect(standing('b', 'b', 'b')).toMatchObject({ standing: 'waiting', agree: 3 });
    expect(standing('b', 'b', 'b', 'a', 'c')).toMatchObject({ standing: 'split', agree: 3 });
  });

  test('four against the key are seen as that', () => {
    expect(standing('a', 'a', 'a', 'a', 'b')).toMatchObject({ standing: 'against', agree: 4 });
  });

  test('what nobody has read, or not to its end, is not read', () => {
    expect(standing('', '')).toMatchObject({ standing: 'unread', agree: 0 });
    expect(compareSheets([item('q', { type: 'classify', parts: 3 })], sheets('q', 'a-b'))[0]?.standing).toBe('unread');
  });

  test('two right ways to write a post agree with each other', () => {
    const write = item('q', { type: 'write', parts: 2, keys: [marked('q', 'ab'), marked('q', 'cb')] });
    expect(compareSheets([write], sheets('q', 'ab', 'cb', 'ab', 'cb'))[0]).toMatchObject({
      standing: 'agreed',
      agree: 4,
    });
  });
});

test('disagreements come first, what is agreed last', () => {
  const items = ['agreed', 'unread', 'split'].map((id) => item(id));
  const all = READERS.map((reader, i): Sheet => {
    const r = (given: string) => ({ of: 'now', given, note: '' });
    return { reader, read: { agreed: r('b'), split: r('abcab'.charAt(i)) } };
  });
  expect(compareSheets(items, all).map((c) => c.id)).toEqual(['split', 'unread', 'agreed']);
});

test('a reading of an older text does not count, and is told', () => {
  const [old] = sheets('q', 'b');
  if (!old) throw new Error('no sheet');
  const changed = item('q', { of: 'later' });
  expect(compareSheets([changed], [old])[0]).toMatchObject({ standing: 'unread', readings: [] });
  expect(outdated([changed], old)).toBe(1);
  expect(outdated([item('q')], old)).toBe(0);
});

test('an answer is complete when every part has one', () => {
  expect(answerOf({ type: 'multiple', parts: 2 }, 'a')).toBe('');
  expect(answerOf({ type: 'multiple', parts: 2 }, 'ac')).toBe('ac');
  expect(answerOf({ type: 'order', parts: 3 }, '312')).toBe('bca');
  expect(answerOf({ type: 'order', parts: 3 }, '311')).toBe('');
  expect(answerOf({ type: 'spot', parts: 5 }, 'ad')).toBe('ad');
});

describe('files', () => {
  const [sheet] = sheets('q', 'b');
  if (!sheet) throw new Error('no sheet');

  test('a saved sheet comes back as it was', () => {
    expect(parseSheet('hr.json', sheetText(sheet, 'm'), 'm')).toEqual(sheet);
  });

  test.each([
    ['{', 'a.json is no sheet of this page. Choose a file that a reader has saved with “Save my sheet”.'],
    ['null', 'a.json is no sheet of this page. Choose a file that a reader has saved with “Save my sheet”.'],
    [
      sheetText(sheet, 'other'),
      'a.json is a sheet of another module. Choose one that was saved on this module’s page.',
    ],
    [
      sheetText({ ...sheet, reader: 'Dean' }, 'm'),
      'a.json does not say who read. Its reader opens it on the page, chooses a role and saves it again.',
    ],
  ])('%s is told in a sentence', (text, said) => {
    expect(parseSheet('a.json', text, 'm')).toBe(said);
  });

  test('the exported table holds each answer and note, and no formula', () => {
    const noted = { ...sheet, read: { q: { of: 'now', given: 'b', note: '=1+1 "x"' } } };
    expect(comparisonTable(compareSheets([item('q')], [noted])).split('\r\n')[1]).toBe(
      `"q","Provisional: fewer than four have read it","1","b","'=1+1 ""x""","","","","","","","",""`,
    );
  });
});
