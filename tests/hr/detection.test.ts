import { describe, expect, test } from 'vitest';
import { Random } from '../../hr/demo/random.ts';
import { indices, indicesOf, type Judged, normalQuantile, pool } from '../../hr/effect/detection.ts';

describe('the normal quantile', () => {
  // As Python's statistics.NormalDist().inv_cdf gives them, from the sixteen-place form of the same algorithm.
  test.each([
    [0.5, 0],
    [0.075, -1.4395314709384557],
    [0.08, -1.4050715603096322],
    [0.9, 1.2815515655446008],
    [0.025, -1.9599639845400538],
    [0.975, 1.9599639845400536],
    [0.001, -3.090232306167813],
    [1e-6, -4.753424308822899],
  ])('of %d is %d', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 6);
  });
});

const judged = (bad: number, through: number, fine: number, back: number): Judged => ({
  bad,
  through,
  kind: 0,
  fine,
  back,
});

describe('d′ and c', () => {
  test('with the log-linear correction: half an answer more on either side of each share', () => {
    // 26 of 30 noticed, 5 of 25 held back.
    const { sensitivity, criterion } = indicesOf(judged(30, 4, 25, 5));
    const [hits, alarms] = [normalQuantile(26.5 / 31), normalQuantile(5.5 / 26)];
    expect(sensitivity).toBeCloseTo(hits - alarms, 12);
    expect(criterion).toBeCloseTo(-(hits + alarms) / 2, 12);
  });

  test('are finite where nobody erred, and d′ is 0 where nothing is told apart', () => {
    expect(indicesOf(judged(60, 0, 60, 0)).sensitivity).toBeCloseTo(2 * normalQuantile(60.5 / 61), 12);
    expect(indicesOf(judged(60, 30, 60, 30)).sensitivity).toBeCloseTo(0, 12);
  });

  test('c is below 0 for those who hold back, above 0 for those who let through', () => {
    expect(indicesOf(judged(100, 5, 100, 40)).criterion).toBeLessThan(-0.3);
    expect(indicesOf(judged(100, 40, 100, 5)).criterion).toBeGreaterThan(0.3);
  });
});

/** People who are not alike: those who let much through do so in all of their judgements. */
function crowd(seed: number, people: number): Judged[] {
  const r = new Random(seed);
  return Array.from({ length: people }, () => {
    const lax = r.chance(0.5) ? 0.05 : 0.5;
    const count = (n: number, p: number) => Array.from({ length: n }).filter(() => r.chance(p)).length;
    return judged(4, count(4, lax), 4, count(4, 0.2));
  });
}

describe('the interval', () => {
  test('is the same for the same people, and for a set beside another', () => {
    const [a, b] = [crowd(1, 200), crowd(2, 200)];
    expect(indices([a])).toEqual(indices([a]));
    expect(indices([b, a])[1]).toEqual(indices([a])[0]);
  });

  test('holds what is true of everyone in about 95 of 100 crowds, though the judgements of one person hang together', () => {
    const truth = indicesOf(pool(crowd(9, 200_000))).sensitivity;
    const held = Array.from({ length: 120 }, (_, i) => indices([crowd(100 + i, 120)])[0]?.sensitivity).filter(
      (e) => e && e.low <= truth && truth <= e.high,
    );
    expect(held.length).toBeGreaterThanOrEqual(106);
    expect(held.length).toBeLessThanOrEqual(120);
    // By single judgements the interval would be too narrow.
    const [one] = indices([crowd(5, 300)]);
    const [loose] = indices([crowd(5, 300).flatMap((g) => spread(g))]);
    const width = (e: typeof one) => (e ? e.sensitivity.high - e.sensitivity.low : 0);
    expect(width(one)).toBeGreaterThan(1.1 * width(loose));
  });
});

/** The judgements of a person, each as if a person had given it. */
const spread = (g: Judged): Judged[] => [
  ...Array.from({ length: g.bad }, (_, i) => judged(1, i < g.through ? 1 : 0, 0, 0)),
  ...Array.from({ length: g.fine }, (_, i) => judged(0, 0, 1, i < g.back ? 1 : 0)),
];
