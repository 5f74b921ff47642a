import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { helperSchema } from '../authoring/schema/helper.ts';
import { consult } from './helper.ts';
import type { Helper } from './model.ts';

const { outcomes, ...rest } = helperSchema.parse(parse(readFileSync('src/content/helper.yaml', 'utf8')));
const shipped: Helper = {
  ...rest,
  outcomes: Object.fromEntries(Object.entries(outcomes).map(([id, { checklist: _, ...o }]) => [id, o])),
};

/** Every path that ends in advice; a path that goes on past the limit is given as far as it went. */
function everyPath(helper: Helper, most: number, path = ''): string[] {
  const { question } = consult(helper, path);
  if (!question || path.length > most) return [path];
  return question.answers.flatMap((a) => everyPath(helper, most, path + a.id));
}

describe('the decision helper as shipped', () => {
  const paths = everyPath(shipped, 7);

  test('every way of answering ends in advice after seven questions at most', () => {
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const { given, outcome } = consult(shipped, path);
      expect(outcome, path).not.toBeNull();
      expect(given.length, path).toBeLessThanOrEqual(7);
    }
  });

  test('every piece of advice can be reached', () => {
    const reached = new Set(paths.map((p) => consult(shipped, p).outcome));
    expect(reached).toEqual(new Set(Object.values(shipped.outcomes)));
  });

  test('every kind of advice is given, and "ask" always says whom', () => {
    const all = Object.values(shipped.outcomes);
    expect(new Set(all.map((o) => o.verdict))).toEqual(new Set(['go', 'change', 'ask', 'do']));
    expect(all.filter((o) => o.verdict === 'ask' && !o.who)).toEqual([]);
    expect(all.filter((o) => ['go', 'change'].includes(o.verdict) && o.who)).toEqual([]);
  });
});

describe('following answers', () => {
  const small: Helper = {
    title: 'May I lend it?',
    intro: 'Two questions.',
    start: 'whose',
    questions: {
      whose: {
        ask: 'Whose is it?',
        answers: [
          { id: 'a', text: 'Mine', goto: 'yes' },
          { id: 'b', text: 'Shared', goto: 'asked' },
        ],
      },
      asked: {
        ask: 'Did the others agree?',
        answers: [
          { id: 'a', text: 'Yes', goto: 'yes' },
          { id: 'b', text: 'No', goto: 'ask' },
        ],
      },
    },
    outcomes: {
      yes: { verdict: 'go', title: 'Lend it', text: 'It is fine.', clauses: ['LND-1'] },
      ask: { verdict: 'ask', title: 'Ask', text: 'They own it too.', who: 'The others', clauses: ['LND-2'] },
    },
  };

  test('no answer yet: the first question waits', () => {
    expect(consult(small, '')).toEqual({ given: [], question: small.questions.whose, outcome: null });
  });

  test('one step back is the path without its last letter', () => {
    expect(consult(small, 'bb').outcome).toBe(small.outcomes.ask);
    expect(consult(small, 'b').question).toBe(small.questions.asked);
    expect(consult(small, 'bb').given.map((g) => g.answer.text)).toEqual(['Shared', 'No']);
  });

  test('letters that lead nowhere, or come after the advice, change nothing and do not throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'z', '1'), maxLength: 12 }), (path) => {
        const { given, question, outcome } = consult(small, path);
        expect(given.length).toBeLessThanOrEqual(2);
        expect((question === null) !== (outcome === null)).toBe(true);
        const kept = given.map((g) => g.answer.id).join('');
        expect(path.startsWith(kept)).toBe(true);
        expect(consult(small, kept)).toEqual({ given, question, outcome });
      }),
    );
  });

  test('a goto that names nothing of the helper, or something that every object has, is no place', () => {
    const stray = { ...small, start: 'constructor' };
    expect(consult(stray, 'ab')).toEqual({ given: [], question: null, outcome: null });
  });
});
