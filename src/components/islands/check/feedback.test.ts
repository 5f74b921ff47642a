import { expect, test } from 'vitest';
import { leading } from './feedback.tsx';

test('no colon follows what somebody says, nor a question', () => {
  expect(leading('“Ask her first.”')).toBe('“Ask her first.”');
  expect(leading('“Who runs it?”')).toBe('“Who runs it?”');
  expect(leading('A reply that says “no comment”')).toBe('A reply that says “no comment”.');
  expect(leading('Whose news is it?')).toBe('Whose news is it?');
  expect(leading('I ask her first.')).toBe('I ask her first:');
  expect(leading('What grade she is on')).toBe('What grade she is on:');
});
