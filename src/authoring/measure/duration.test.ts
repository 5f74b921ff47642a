import { expect, test } from 'vitest';
import type { Content } from '../read/content.ts';
import { loadContent } from '../read/load.ts';
import { routeTime, weakTime } from './duration.ts';

const { content } = loadContent('src/content');
if (!content) throw new Error('src/content/module.yaml cannot be used: run "npm run check".');
const other = loadContent('tests/fixtures/other-policy').content;
const [induction, refresher] = content.module.data.routes;
const [only] = other?.module.data.routes ?? [];
if (!induction || !refresher || !other || !only) throw new Error('a route is missing');
const inductionTime = (c: Content) => routeTime(c, induction);
const refresherTime = (c: Content) => routeTime(c, refresher);

test('the frame of each route counts the words that this route says', () => {
  const frame = (route: typeof inductionTime) => route(content).parts.find((p) => p.id === 'frame')?.load.words ?? 0;
  const more = { ...content, strings: { ...content.strings, 'refresher/start.time': 'word '.repeat(200) } };
  const before = content.strings['refresher/start.time']?.split(/\s+/).length ?? 0;
  expect(refresherTime(more).total.words - refresherTime(content).total.words).toBe(200 - before);
  expect(inductionTime(more).total.words).toBe(inductionTime(content).total.words);
  expect(frame(inductionTime)).toBeGreaterThan(100);
});

test('a section that is not known adds about the four minutes of the learning plan', () => {
  expect(weakTime(content, refresher)).toBeGreaterThan(3);
  expect(weakTime(content, refresher)).toBeLessThan(5.5);
  expect(weakTime(other, only)).toBe(0);
});

test('a list of changes adds its reading time', () => {
  const [entry] = content.lessons;
  if (!entry) throw new Error('no lesson');
  const change = { ...entry, data: { edition: '2027.1', clauses: [], text: 'word '.repeat(238) } };
  const longer = refresherTime({ ...content, changes: [change] });
  expect(longer.minutes - refresherTime(content).minutes).toBeCloseTo(
    1 -
      refresherTime(content)
        .parts.filter((p) => p.id === 'changes')
        .reduce((n, p) => n + p.minutes, 0),
  );
});
