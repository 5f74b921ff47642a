import { expect, test } from 'vitest';
import { resultWords } from './finish.tsx';

test('a result is called recorded only when the learning system holds it', () => {
  expect(resultWords({ kind: 'saved', at: 0 })).toBe('finish.recorded');
  expect(resultWords({ kind: 'review' })).toBe('finish.recorded');
  expect(resultWords({ kind: 'ended', saved: true })).toBe('finish.recorded');
  expect(resultWords({ kind: 'saving' })).toBe('finish.saving');
  expect(resultWords({ kind: 'unsaved', since: 0, kept: true, reason: 'unproven' })).toBe('finish.unsaved');
  expect(resultWords({ kind: 'elsewhere' })).toBe('finish.unsaved');
  expect(resultWords({ kind: 'ended', saved: false })).toBe('finish.unsaved');
  expect(resultWords({ kind: 'local' })).toBe('finish.notRecorded');
});
