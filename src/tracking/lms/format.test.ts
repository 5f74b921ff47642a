import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ruleOf } from '../../../tests/hostile/rules.ts';
import { clock12, interval2004, timespan12, timestamp2004 } from './format-time.ts';
import { decimal, safeText, scaled, storedScore } from './format-value.ts';
import { scorm12 } from './scorm12.ts';
import { scorm2004 } from './scorm2004.ts';

const RUNS = { numRuns: 10_000 };
const letter = fc.constantFrom(...'abcdefghij');
const interaction = fc.record({
  id: fc.stringMatching(/^[a-z][a-z0-9_]{0,40}$/),
  answer: fc.oneof(
    fc.record({ type: fc.constant('choice' as const), parts: fc.uniqueArray(letter, { minLength: 1, maxLength: 10 }) }),
    fc.record({ type: fc.constant('sequencing' as const), parts: fc.array(letter, { minLength: 1, maxLength: 10 }) }),
    fc.record({
      type: fc.constant('matching' as const),
      parts: fc.array(
        fc.tuple(letter, letter).map(([a, b]) => `${a}.${b}`),
        { minLength: 1, maxLength: 8 },
      ),
    }),
    fc.record({ type: fc.constant('fill-in' as const), parts: fc.tuple(fc.string({ unit: 'binary', minLength: 1 })) }),
  ),
  result: fc.constantFrom('correct' as const, 'wrong' as const, 'neutral' as const),
  at: fc.integer({ min: 0, max: 4e12 }),
  latency: fc.integer({ min: -1_000, max: 1e10 }),
});

describe.each([scorm12, scorm2004])(
  'T40 every value $standard writes is taken by Moodle, ILIAS and the standard',
  (dialect) => {
    const expectTaken = (element: string, value: string) => {
      const rule = ruleOf(dialect.standard, element);
      expect(rule, element).not.toBeNull();
      expect(value, element).toMatch(rule?.value ?? /never/);
    };

    test('interactions; T39 responses contain a letter', () => {
      fc.assert(
        fc.property(interaction, fc.integer({ min: 0, max: 99 }), fc.nat(4), (given, n, others) => {
          const { id, answer, result, at, latency } = given;
          const { type, parts } = answer;
          const alsoRight = Array.from({ length: others }, () => parts);
          const it = { id, type, response: parts, pattern: parts, alsoRight, result, at, latency };
          const writes = dialect.interaction(n, it);
          expect(writes[0]?.[0]).toBe(`cmi.interactions.${n}.id`);
          for (const [element, value] of writes) {
            if (value !== '') expectTaken(element, value);
            if (!/response/.test(element) || value === '') continue;
            expect(value).toMatch(/[A-Za-z]/);
            if (type === 'fill-in') continue;
            const part =
              type === 'matching' ? (dialect === scorm12 ? '[a-z]\\.[a-z]' : '[a-z]\\[\\.\\][a-z]') : '[a-z]';
            const joined = dialect === scorm12 ? ',' : '\\[,\\]';
            expect(value).toMatch(new RegExp(`^${part}(${joined}${part})*$`));
          }
        }),
        RUNS,
      );
    });

    test('results', () => {
      const record = fc.record({
        status: fc.constantFrom('incomplete' as const, 'passed' as const, 'completed' as const),
        score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
        location: fc.stringMatching(/^[a-z][a-z0-9_]{0,59}$/),
        suspend: fc.stringMatching(/^[a-z][A-Za-z0-9._~:;!*-]{0,200}$/),
        interactions: fc.constant([]),
      });
      fc.assert(
        fc.property(record, fc.integer({ min: 0, max: 1e10 }), (r, ms) => {
          for (const [element, value] of dialect.result(r)) expectTaken(element, value);
          expectTaken(dialect.sessionTime, dialect.duration(ms));
        }),
        RUNS,
      );
    });
  },
);

test('T40 every right answer has a pattern of its own, from 0 on and in order, before the response', () => {
  const answer = {
    id: 'q_brn_060',
    type: 'matching',
    response: ['a.b', 'b.a', 'c.c'],
    pattern: ['a.b', 'b.a', 'c.b'],
    alsoRight: [['a.b', 'b.a', 'c.c']],
    result: 'correct',
    at: 0,
    latency: 0,
  } as const;
  const written = (dialect: typeof scorm12) =>
    dialect.interaction(3, answer).filter(([element]) => /pattern$|response$/.test(element));
  expect(written(scorm12)).toEqual([
    ['cmi.interactions.3.correct_responses.0.pattern', 'a.b,b.a,c.b'],
    ['cmi.interactions.3.correct_responses.1.pattern', 'a.b,b.a,c.c'],
    ['cmi.interactions.3.student_response', 'a.b,b.a,c.c'],
  ]);
  expect(written(scorm2004)).toEqual([
    ['cmi.interactions.3.correct_responses.0.pattern', 'a[.]b[,]b[.]a[,]c[.]b'],
    ['cmi.interactions.3.correct_responses.1.pattern', 'a[.]b[,]b[.]a[,]c[.]c'],
    ['cmi.interactions.3.learner_response', 'a[.]b[,]b[.]a[,]c[.]c'],
  ]);
});

describe('time', () => {
  test.each([
    [0, '00:00:00.00', 'PT0H0M0.00S'],
    [59_999, '00:01:00.00', 'PT0H1M0.00S'],
    [3_599_995, '01:00:00.00', 'PT1H0M0.00S'],
    [50, '00:00:00.05', 'PT0H0M0.05S'],
    [360_000_000, '100:00:00.00', 'PT100H0M0.00S'],
    [-5, '00:00:00.00', 'PT0H0M0.00S'],
    [Number.NaN, '00:00:00.00', 'PT0H0M0.00S'],
  ])('T65, T66 %i ms', (ms, span, interval) => {
    expect(timespan12(ms)).toBe(span);
    expect(interval2004(ms)).toBe(interval);
  });

  test.each([0, 4, -5, Number.NaN])('T65 a session of %i ms is of a hundredth of a second, never of no time', (ms) => {
    expect(scorm12.duration(ms)).toBe('00:00:00.01');
    expect(scorm2004.duration(ms)).toBe('PT0H0M0.01S');
  });

  test('T65 longer than SCORM 1.2 can say is cut to the longest', () => {
    expect(timespan12(1e14)).toBe('9999:59:59.99');
  });

  test('T65 no field is ever 60, and the sum is right to a centisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3.5e10 }), (ms) => {
        const [h, m, s] = timespan12(ms).split(':').map(Number);
        const [, h2, m2, s2] = /^PT(\d+)H(\d+)M([\d.]+)S$/.exec(interval2004(ms))?.map(Number) ?? [];
        for (const [hours, minutes, seconds] of [
          [h, m, s],
          [h2, m2, s2],
        ] as const) {
          expect(minutes).toBeLessThan(60);
          expect(seconds).toBeLessThan(60);
          const total = ((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
          expect(Math.abs(total - ms / 1000)).toBeLessThan(0.0051);
        }
      }),
      RUNS,
    );
  });

  test('timestamps are UTC with two decimals and never past what Moodle takes', () => {
    expect(timestamp2004(Date.UTC(2026, 8, 14, 9, 5, 7, 129))).toBe('2026-09-14T09:05:07.12Z');
    expect(timestamp2004(1e15)).toBe('2037-12-31T23:59:59.00Z');
    expect(timestamp2004(Number.NaN)).toBe('1970-01-01T00:00:00.00Z');
    expect(clock12(new Date(2026, 8, 14, 9, 5, 7).getTime())).toBe('09:05:07');
  });

  describe('in another zone', () => {
    afterEach(() => void vi.unstubAllEnvs());
    test.each([
      ['Europe/London', '22:35:07'],
      ['Asia/Kathmandu', '03:20:07'],
      ['America/Los_Angeles', '14:35:07'],
    ])('a time of day of SCORM 1.2 is the learner’s own: %s', (zone, clock) => {
      vi.stubEnv('TZ', zone);
      const at = Date.UTC(2026, 6, 14, 21, 35, 7);
      expect(clock12(at)).toBe(clock);
      expect(timestamp2004(at), 'SCORM 2004 says the zone').toBe('2026-07-14T21:35:07.00Z');
    });
  });
});

describe('values', () => {
  test('scores have at most two decimals, never an exponent, and pass and percentage agree', () => {
    expect([decimal(91.666), decimal(0.0000001), decimal(-3), decimal(130), decimal(Number.NaN)]).toEqual([
      '91.67',
      '0',
      '0',
      '100',
      '0',
    ]);
    expect([scaled(91.67), scaled(100), scaled(0), scaled(83.33)]).toEqual(['0.9167', '1', '0', '0.8333']);
  });

  test('stored scores are read as they come', () => {
    expect(['83.33', ' 90 ', '', 'abc', '101', '-1'].map(storedScore)).toEqual([83.33, 90, null, null, null, null]);
  });

  test('T38 texts come out as one line of ASCII that starts with a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(safeText(text)).toMatch(/^$|^[A-Za-z][\x20-\x7e]{0,249}$/);
      }),
      RUNS,
    );
  });
});
