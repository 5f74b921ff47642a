import { hash } from '../../src/quiz/hash.ts';

/** Judgements of a group of people, by side. */
export interface Judged {
  /** Judgements of what was not fine as it stands, and those of them that let it through or were wrong in kind. */
  readonly bad: number;
  readonly through: number;
  readonly kind: number;
  /** Judgements of what was fine as it stands, and those of them that held it back. */
  readonly fine: number;
  readonly back: number;
}

/** An estimate and its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How well two sides are told apart, and which side is leant to. Relative indices: they compare, and mean nothing alone. */
export interface Indices {
  /** d′: 0 tells nothing apart; 1 and more tells better. */
  readonly sensitivity: Estimate;
  /** c: below 0 leans to holding back, above 0 to letting through. */
  readonly criterion: Estimate;
}

const polynomial = (x: number, ...c: readonly number[]) => c.reduceRight((sum, a) => sum * x + a, 0);

/**
 * The standard normal quantile, to about seven places: PPND7 of Wichura (1988), “Algorithm AS 241: The percentage points
 * of the normal distribution”, Applied Statistics 37(3), 477–484, without its branch for the furthest tails.
 * @param p from 10⁻¹⁰ to 1 − 10⁻¹⁰
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    const above = polynomial(r, 3.3871327179, 5.0434271938e1, 1.5929113202e2, 5.910937472e1);
    return (q * above) / polynomial(r, 1, 1.7895169469e1, 7.8757757664e1, 6.71875636e1);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p)) - 1.6;
  const above = polynomial(r, 1.4234372777, 2.75681539, 1.3067284816, 1.7023821103e-1);
  return (Math.sign(q) * above) / polynomial(r, 1, 7.370016425e-1, 1.2021132975e-1);
}

/**
 * d′ and c of pooled judgements. A hit is to notice what is not fine, a false alarm to hold back what is. The log-linear
 * correction keeps shares of 0 and 1 finite: Hautus (1995), Behavior Research Methods, Instruments, & Computers 27(1).
 */
export function indicesOf(j: Judged): { readonly sensitivity: number; readonly criterion: number } {
  const hits = normalQuantile((j.bad - j.through + 0.5) / (j.bad + 1));
  const alarms = normalQuantile((j.back + 0.5) / (j.fine + 1));
  return { sensitivity: hits - alarms, criterion: -(hits + alarms) / 2 };
}

/** Samples drawn; of so many the 25th lowest and the 25th highest are the bounds of 95 %. */
const SAMPLES = 999;
const TAIL = 25;

const bounds = (value: number, samples: number[]): Estimate => {
  const sorted = samples.sort((a, b) => a - b);
  return { value, low: sorted[TAIL - 1] ?? value, high: sorted[SAMPLES - TAIL] ?? value };
};

const add = (a: Judged, b: Judged): Judged => ({
  bad: a.bad + b.bad,
  through: a.through + b.through,
  kind: a.kind + b.kind,
  fine: a.fine + b.fine,
  back: a.back + b.back,
});
export const nothing: Judged = { bad: 0, through: 0, kind: 0, fine: 0, back: 0 };

/** The judgements of several groups, pooled. */
export const pool = (groups: readonly Judged[]): Judged => groups.reduce(add, nothing);

/** How often each of n groups is drawn in one sample: n draws with replacement, which follow from the sample's number. */
function drawn(sample: number, n: number): Uint16Array {
  const times = new Uint16Array(n);
  for (let draw = 0; draw < n; draw++) {
    const group = hash(`${sample}/${draw}`) % n;
    times[group] = (times[group] ?? 0) + 1;
  }
  return times;
}

/**
 * The indices of each set with intervals by drawing people again with replacement (Efron and Tibshirani 1993, An
 * Introduction to the Bootstrap, chapter 13): judgements of one person hang together, so whole people are drawn. The same
 * sets give the same intervals on every machine.
 * @param sets for each set the judgements of the same groups in the same order; a group is a person, or a few people who
 * are always drawn together where there are very many
 */
export function indices(sets: readonly (readonly Judged[])[]): Indices[] {
  const n = sets[0]?.length ?? 0;
  const samples = sets.map(() => ({ sensitivity: [] as number[], criterion: [] as number[] }));
  for (let sample = 0; sample < SAMPLES; sample++) {
    const times = drawn(sample, n);
    for (const [s, groups] of sets.entries()) {
      const sum = { bad: 0, through: 0, kind: 0, fine: 0, back: 0 };
      for (let i = 0; i < n; i++) {
        const [g, w] = [groups[i] ?? nothing, times[i] ?? 0];
        sum.bad += w * g.bad;
        sum.through += w * g.through;
        sum.fine += w * g.fine;
        sum.back += w * g.back;
      }
      const one = indicesOf(sum);
      samples[s]?.sensitivity.push(one.sensitivity);
      samples[s]?.criterion.push(one.criterion);
    }
  }
  return sets.map((groups, s) => {
    const all = indicesOf(pool(groups));
    return {
      sensitivity: bounds(all.sensitivity, samples[s]?.sensitivity ?? []),
      criterion: bounds(all.criterion, samples[s]?.criterion ?? []),
    };
  });
}
