import { drawPaper } from '../../quiz/draw.ts';
import { keysOf } from '../../quiz/marking.ts';
import type { Item } from '../../quiz/model.ts';
import { compileItem } from '../compile/item.ts';
import { judgedOptions, strictness } from '../measure/judgement.ts';
import { words } from '../measure/text.ts';
import type { Content, Question } from '../read/content.ts';
import type { Route } from '../schema/module.ts';
import { percent } from './balance.ts';

/** Papers that each of them takes. */
const PAPERS = 2000;

/** The same numbers on every machine: mulberry32, 0 ≤ n < 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Single = Extract<Question, { type: 'single' }>;
type Option = Single['options'][number];

/** How much somebody likes an option who knows nothing of the policy: the highest is picked, ties by lot. */
type Liking = (option: Option, question: Single) => number;

const bag = (text: string) => new Set(words(text.toLowerCase()).map((w) => w.replace(/[^\p{L}\p{N}]/gu, '')));
const counts = (pattern: RegExp) => (option: Option) => option.text.match(pattern)?.length ?? 0;
const stanceOf = (option: Option) => (option.stance ? strictness(option.stance) : 0);

/** Words of options that are keys, and of those that are not, with one question left out: naive Bayes. */
function wordClassifier(questions: readonly Single[]): Liking {
  const tables = new Map<Single, Map<string, number>>();
  const all = questions.flatMap((q) => q.options.map((o) => ({ q, key: o.key === true, in: bag(o.text) })));
  const weigh = (left: Single): Map<string, number> => {
    const seen = new Map<string, [keys: number, others: number]>();
    let keys = 0;
    let others = 0;
    for (const { q, key, in: bagged } of all) {
      if (q === left) continue;
      if (key) keys++;
      else others++;
      for (const word of bagged) {
        const [k, o] = seen.get(word) ?? [0, 0];
        seen.set(word, key ? [k + 1, o] : [k, o + 1]);
      }
    }
    return new Map(
      [...seen].map(([word, [k, o]]) => [word, Math.log((k + 0.5) / (keys + 1) / ((o + 0.5) / (others + 1)))]),
    );
  };
  return (option, question) => {
    const table = tables.get(question) ?? weigh(question);
    tables.set(question, table);
    return [...bag(option.text)].reduce((sum, word) => sum + (table.get(word) ?? 0), 0);
  };
}

/** Everybody who might pass without judgement. */
export function guessers(questions: readonly Single[]): Readonly<Record<string, Liking>> {
  return {
    random: () => 0,
    strictest: stanceOf,
    freest: (o) => -stanceOf(o),
    'asks somebody': counts(/\b(?:ask|asks|manager|first|check|checks|written)\b/gi),
    longest: (o) => o.text.length,
    shortest: (o) => -o.text.length,
    'first option': (o, q) => -q.options.indexOf(o),
    'cautious words': counts(/\b(?:only|without|leave|not|never|no|private|permission|agreed?|until|once)\b/gi),
    'mild words': counts(/\b(?:may|might|could|please|perhaps|thanks?|sorry|some|quietly|kindly)\b/gi),
    'fewest words of the stem': (o, q) => {
      const stem = bag(q.stem);
      return -[...bag(o.text)].filter((word) => stem.has(word)).length;
    },
    'option words': wordClassifier(questions),
  };
}

/** What one of them comes to. Shares from 0 to 1. */
export interface Guessed {
  readonly who: string;
  /** Singles right, ties counted in parts. */
  readonly singles: number;
  /** Papers passed, must-pass rules included, before any is asked again. */
  readonly passes: number;
}

/** Chance of a right answer by lot to what is no single choice. */
function chance(item: Item): number {
  switch (item.type) {
    case 'single':
      return 1 / item.options.length;
    case 'multiple': {
      let ways = 1;
      for (let i = 0; i < item.choose; i++) ways = (ways * (item.options.length - i)) / (i + 1);
      return 1 / ways;
    }
    case 'classify':
      return item.bins.length ** -item.items.length;
    case 'order':
      return 1 / item.steps.reduce((n, _, i) => n * (i + 1), 1);
    case 'spot':
      return 1 / (2 ** item.parts.length - 2);
    case 'write':
      return keysOf(item).length / item.places.reduce((n, p) => n * p.wordings.length, 1);
  }
}

/** Chance that somebody with a liking answers a single choice right. */
function liked(q: Single, liking: Liking): number {
  const scores = q.options.map((o) => liking(o, q));
  const best = Math.max(...scores);
  const picked = q.options.filter((_, i) => scores[i] === best);
  return picked.filter((o) => o.key).length / picked.length;
}

/**
 * Lets those who guess, and one who knows nine in ten, take papers of a route: the same papers for each.
 * @returns null for a route without a paper
 */
export function takePapers(c: Content, route: Route): Guessed[] | null {
  const { paper } = route;
  if (!paper) return null;
  // A learner without a role, as most are.
  const questions = c.questions.map((q) => q.data).filter((q) => q.routes.includes(route.id) && !q.for);
  const bank = questions.map(compileItem);
  const blueprint = { sections: paper.blueprint, mustPass: c.module.data.assessment.mustPass };
  const papers = Array.from({ length: PAPERS }, (_, n) => drawPaper(bank, blueprint, new Set(), `guess/${n}`));
  const singles = questions.filter((q) => q.type === 'single');
  const share = (who: string, right: ReadonlyMap<string, number>, ofSingles: number): Guessed => {
    const lot = numbers(1);
    const passed = papers.filter((items) => {
      const wrong = items.filter((item) => lot() >= (right.get(item.id) ?? 0));
      return items.length - wrong.length >= paper.pass && wrong.every((item) => item.mustPass === undefined);
    });
    return { who, singles: ofSingles, passes: passed.length / PAPERS };
  };
  const byLot = new Map(bank.map((item) => [item.id, chance(item)]));
  const mean = (of: ReadonlyMap<string, number>) =>
    singles.reduce((sum, q) => sum + (of.get(q.id) ?? 0), 0) / singles.length;
  const likings = Object.entries(guessers(singles)).map(([who, liking]) => {
    const right = new Map([...byLot, ...singles.map((q) => [q.id, liked(q, liking)] as const)]);
    return { who, right };
  });
  const strict = likings.find((l) => l.who === 'strictest')?.right ?? byLot;
  const other = new Map([...strict].map(([id, p]) => [id, singles.some((q) => q.id === id) ? p : 0.7]));
  const knower = new Map(bank.map((item) => [item.id, 0.9]));
  return [
    ...likings.map(({ who, right }) => share(who, right, mean(right))),
    share('strictest, and 70 % of the rest', other, mean(other)),
    share('knows nine in ten', knower, mean(knower)),
  ];
}

/** The table of `npm run check`: who could pass without judgement. */
export function guessTable(c: Content): string {
  return c.module.data.routes
    .flatMap((route) => {
      const taken = takePapers(c, route);
      if (!taken) return [];
      const judged = c.questions.filter((q) => q.data.routes.includes(route.id) && judgedOptions(q.data) !== null);
      const head = `${`${route.name}, ${PAPERS} papers`.padEnd(34)} singles right   passes   (${judged.length} single choices have stances)`;
      const rows = taken.map(
        (g) =>
          `${g.who.padEnd(34)} ${percent(g.singles).padStart(13)} ${`${(g.passes * 100).toFixed(1)} %`.padStart(8)}`,
      );
      return [[head, ...rows].join('\n')];
    })
    .join('\n\n');
}
