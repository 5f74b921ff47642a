import { describe, expect, test } from 'vitest';
import type { Content, Question } from '../read/content.ts';
import { readFolder } from '../read/files.ts';
import { loadContent, parseContent } from '../read/load.ts';
import { measureBank } from './bounds.ts';
import { boundsSection, boundsTables, unmetLines } from './bounds-table.ts';

const { content } = loadContent('src/content');
if (!content) throw new Error('src/content/module.yaml cannot be used: run "npm run check".');

/** What is not met once the questions are changed in some way. */
const unmet = (change: (q: Question) => Question) =>
  measureBank({ ...content, questions: content.questions.map((q) => ({ ...q, data: change(q.data) })) }).unmet.map(
    (u) => u.text,
  );
const singles = (change: (q: Extract<Question, { type: 'single' }>) => Question) => (q: Question) =>
  q.type === 'single' ? change(q) : q;
const [cautious, silent, excused] = [
  unmet(
    singles((q) => ({
      ...q,
      options: q.options.map((o) => ({ ...o, stance: o.key ? ('stop' as const) : ('go' as const) })),
    })),
  ),
  unmet(singles((q) => ({ ...q, options: q.options.map(({ stance: _, ...o }) => o) }))),
  unmet(
    singles((q) => ({
      ...q,
      options: q.options.map((o) => ({
        ...o,
        because: `Staff ${o.because}`,
        text: o.key ? o.text : `${o.text}; it is only banter`,
      })),
    })),
  ),
];

describe('a bound that is broken is said in words, with its set', () => {
  test('a bank that rewards caution', () => {
    for (const text of [
      'Induction: the strictest option is right in 100.0 %, at most 45.0 %',
      'Induction: the freest option is right in 0.0 %, at least 25.0 %',
      'Induction: a wrong option is stricter than the right one in 0.0 %, at least 50.0 %',
      'Scope: the strictest option is right in 100.0 %, at most 60.0 %',
      'Induction · runs_account: “strictest” is right in 100.0 %, at most 45.0 %',
    ])
      expect(cautious).toContain(text);
    expect(cautious.some((t) => /^Induction: who picks the strictest and knows 70 % .* at most 5\.0 %$/.test(t))).toBe(
      true,
    );
  });

  test('a bank whose single choices say nothing is too small to be held to anything', () => {
    expect(silent).toEqual([]);
  });

  test('excuses on wrong options, with their places, and explanations that all begin alike', () => {
    expect(excused.find((t) => t.includes('wear an excuse'))).toMatch(
      /^Questions: .*\(q_\w+ [a-d], .* at most 2\.\d %$/,
    );
    expect(excused.find((t) => t.includes('begin with'))).toMatch(/“staff” in \d\d\.\d %, at most 15\.0 %$/);
  });
});

test('HR reads what falls short, and that nothing does', () => {
  const telling = content.questions.map((q) => ({
    ...q,
    data: singles((x) => ({ ...x, options: x.options.map((o) => ({ ...o, text: o.key ? 'ask' : o.text })) }))(q.data),
  }));
  const page = boundsSection({ ...content, questions: telling }).text;
  expect(page).toMatch(/For HR: bounds not met \([1-9]/);
  expect(page).toMatch(/<li>Induction: “option words” is right in [^<]*%\.<\/li>/);
  const small = parseContent('c', readFolder('tests/fixtures/other-policy')).content as Content;
  expect(boundsSection(small).text).toContain('All bounds are met.');
});

test('a shortfall that is accepted is printed with its reason, another one without', () => {
  const lines = unmetLines([
    { text: 'Induction: x', accepted: undefined },
    { text: 'Induction: y', accepted: 'Because.' },
  ]);
  expect(lines).toEqual(['not met: Induction: x', 'not met: Induction: y (accepted for now: Because.)']);
});

test('a small module is held to none of it, and its tables can be read', () => {
  const small = parseContent('c', readFolder('tests/fixtures/other-policy')).content as Content;
  const measured = measureBank(small);
  expect(measured.unmet).toEqual([]);
  expect(boundsTables(measured)).toMatch(/^Induction +0 +100 % +– +– +–$/m);
});
