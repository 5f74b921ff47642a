import { expect, it } from 'vitest';
import { idOf } from './router.ts';

it('reads the id out of an address', () => {
  expect(idOf('')).toBe('');
  expect(idOf('#start')).toBe('start');
  expect(idOf('#caf%C3%A9')).toBe('café');
});

it.each(['#100%', '#%', '#%E0%A4%A', '#a%zz'])(
  'takes %s as it stands: a broken address starts the module too',
  (hash) => {
    expect(idOf(hash)).toBe(hash.slice(1));
  },
);
