import type { Item, Option } from '../../../quiz/model.ts';
import { words } from '../../measure/text.ts';

/** What is chosen among: the options of a question, or the wordings of one place of a post to write. */
export interface Offered {
  readonly item: string;
  readonly stem: string;
  readonly options: readonly (Option & { readonly key?: boolean | undefined })[];
}

/** What an item offers to choose among; nothing where things are sorted, ordered or marked. */
export function offeredBy(item: Item): readonly Offered[] {
  const base = { item: item.id, stem: item.stem };
  if (item.type === 'write') return item.places.map((p) => ({ ...base, options: p.wordings }));
  return item.type === 'single' || item.type === 'multiple' ? [{ ...base, options: item.options }] : [];
}

/** The different words of a text, bare. */
export const bag = (text: string): ReadonlySet<string> =>
  new Set(words(text.toLowerCase()).map((w) => w.replace(/[^\p{L}\p{N}]/gu, '')));

/** The same numbers on every machine: mulberry32, 0 ≤ n < 1. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One choice, its words numbered. */
interface Unit {
  readonly item: string;
  readonly options: readonly (readonly number[])[];
}

function numbered(all: readonly Offered[]) {
  const ids = new Map<string, number>();
  const idOf = (word: string) => {
    const id = ids.get(word) ?? ids.size;
    ids.set(word, id);
    return id;
  };
  const units = all.map(
    (o): Unit => ({ item: o.item, options: o.options.map(({ text }) => [...bag(text)].map(idOf)) }),
  );
  return { units, size: ids.size };
}

/** Naive Bayes: how much more the words of each option stand in keys than elsewhere, the option's own item left out. */
function score(units: readonly Unit[], keys: readonly (readonly boolean[])[], size: number): number[][] {
  const seen = [new Float64Array(size), new Float64Array(size)] as const;
  const total: [number, number] = [0, 0];
  const count = (of: number, by: 1 | -1) => {
    units[of]?.options.forEach((option, j) => {
      const side = keys[of]?.[j] ? 0 : 1;
      total[side] += by;
      for (const word of option) seen[side][word] = (seen[side][word] ?? 0) + by;
    });
  };
  const together = Map.groupBy(units.keys(), (i) => units[i]?.item);
  for (const i of units.keys()) count(i, 1);
  const scores: number[][] = [];
  for (const own of together.values()) {
    for (const i of own) count(i, -1);
    for (const i of own)
      scores[i] = (units[i]?.options ?? []).map((option) =>
        option.reduce((sum, word) => {
          const [k, o] = [seen[0][word] ?? 0, seen[1][word] ?? 0];
          return k + o === 0 ? sum : sum + Math.log((k + 0.5) / (total[0] + 1) / ((o + 0.5) / (total[1] + 1)));
        }, 0),
      );
    for (const i of own) count(i, 1);
  }
  return scores;
}

const keysOf = (all: readonly Offered[]) => all.map((o) => o.options.map((x) => x.key === true));

/** What a classifier that reads the options alone makes of each, trained on the other items. */
export function wordScores(all: readonly Offered[]): ReadonlyMap<Option, number> {
  const { units, size } = numbered(all);
  const scores = score(units, keysOf(all), size);
  return new Map(all.flatMap((o, i) => o.options.map((option, j) => [option, scores[i]?.[j] ?? 0] as const)));
}

/** Times that keys are dealt anew. */
const SHUFFLES = 200;

/**
 * What such a classifier gets right by luck: keys are dealt to the options anew, 200 times with a fixed seed.
 * @param weigh how much each choice counts; 0 leaves it out of the share, not out of the training
 * @returns the share, 0 to 1, that 95 of 100 deals stay below
 */
export function luckOfWords(all: readonly Offered[], weigh: (offered: Offered) => number): number {
  const { units, size } = numbered(all);
  const weights = all.map(weigh);
  const whole = weights.reduce((a, b) => a + b, 0);
  const authored = keysOf(all);
  const lot = numbers(1);
  const shares = Array.from({ length: SHUFFLES }, () => {
    const keys = authored.map((own) => {
      const dealt = [...own];
      for (let i = dealt.length - 1; i > 0; i--) {
        const j = Math.floor(lot() * (i + 1));
        [dealt[i], dealt[j]] = [dealt[j] === true, dealt[i] === true];
      }
      return dealt;
    });
    const right = score(units, keys, size).reduce((sum, of, i) => {
      if (!weights[i]) return sum;
      const best = Math.max(...of);
      const picked = of.flatMap((s, j) => (s === best ? [keys[i]?.[j] === true] : []));
      return sum + ((weights[i] ?? 0) * picked.filter(Boolean).length) / picked.length;
    }, 0);
    return right / whole;
  });
  return shares.sort((a, b) => a - b)[Math.floor(SHUFFLES * 0.95)] ?? Number.NaN;
}
