import { expect, test } from 'vitest';
import { contactHref } from './module.ts';

test.each([
  ['https://intranet.example/help', 'https://intranet.example/help'],
  ['http://intranet.example', 'http://intranet.example'],
  ['press@uni.example', 'mailto:press@uni.example'],
  ['The press office, room 4', null],
  ['Ann or press@uni.example', null],
  ['javascript:alert(1)', null],
  ['', null],
])('the contact “%s” leads to %s', (value, href) => {
  expect(contactHref(value)).toBe(href);
});
