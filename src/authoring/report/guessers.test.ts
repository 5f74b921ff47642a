import { expect, test } from 'vitest';
import type { Question } from '../read/content.ts';
import { loadContent } from '../read/load.ts';
import { takePapers } from './guessers.ts';

const { content } = loadContent('src/content');
const route = content?.module.data.routes[0];
if (!content || !route) throw new Error('src/content/module.yaml cannot be used: run "npm run check".');

/** The bank with every key made the strictest option, all others free. */
const cautious = content.questions.map((q) =>
  q.data.type === 'single'
    ? {
        ...q,
        data: {
          ...q.data,
          options: q.data.options.map((o) => ({ ...o, stance: o.key ? ('stop' as const) : ('go' as const) })),
        } satisfies Question,
      }
    : q,
);
const passes = (who: string, questions = content.questions) =>
  takePapers({ ...content, questions }, route)?.find((g) => g.who === who) ?? { singles: -1, passes: -1 };

test('who always picks the strictest is seen to pass a bank that rewards caution', () => {
  expect(passes('strictest', cautious).singles).toBe(1);
  expect(passes('strictest, and 70 % of the rest', cautious).passes).toBeGreaterThan(0.25);
  expect(passes('freest', cautious).singles).toBe(0);
});

test('nobody passes by lot, and who knows most of it does pass', () => {
  expect(passes('random').passes).toBeLessThan(0.01);
  expect(passes('random').singles).toBeGreaterThan(0.2);
  expect(passes('knows nine in ten').passes).toBeGreaterThan(0.5);
});

test('the same papers and the same luck on every machine', () => {
  expect(takePapers(content, route)).toEqual(takePapers(content, route));
});
