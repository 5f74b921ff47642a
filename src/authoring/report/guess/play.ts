import { letsThrough } from '../../../quiz/judge.ts';
import { keyOf, mark, partsOf } from '../../../quiz/marking.ts';
import type { Answer, Item, Option, Stance } from '../../../quiz/model.ts';
import { strictness } from '../../measure/judgement.ts';
import { bag, type Offered, offeredBy, wordScores } from './word-scores.ts';

/** Somebody who knows nothing of the policy. */
export interface Guesser {
  /** How much an option is liked: the highest is picked, ties by lot. */
  readonly likes: (option: Option, offered: Offered) => number;
  /** How much a group to sort into is liked by its stance alone. Left out: by lot. */
  readonly bins?: (stance: Stance) => number;
  /** Marks every part of a post that is to be looked over. */
  readonly marksAll?: boolean;
}

const counts = (pattern: RegExp) => (option: Option) => option.text.match(pattern)?.length ?? 0;
const byStance = (bins: (stance: Stance) => number) => ({
  bins,
  likes: ({ stance }: Option) => (stance ? bins(stance) : 0),
});
const asks = counts(/\b(?:ask|asks|manager|first|check|checks|written)\b/gi);

/** Everybody who might pass a bank without judgement, by name. */
export function guessers(bank: readonly Item[]): Readonly<Record<string, Guesser>> {
  const scores = wordScores(bank.filter((i) => i.type !== 'multiple').flatMap(offeredBy));
  return {
    random: { likes: () => 0 },
    strictest: { ...byStance(strictness), marksAll: true },
    freest: byStance((s) => -strictness(s)),
    'asks somebody': {
      likes: (o) => (o.stance === 'ask' ? 100 : 0) + asks(o),
      bins: (s) => Number(s === 'ask'),
    },
    longest: { likes: (o) => o.text.length },
    shortest: { likes: (o) => -o.text.length },
    'first option': { likes: (o, { options }) => -options.findIndex((x) => x.id === o.id) },
    'cautious words': {
      likes: counts(/\b(?:only|without|leave|not|never|no|private|permission|agreed?|until|once)\b/gi),
    },
    'mild words': { likes: counts(/\b(?:may|might|could|please|perhaps|thanks?|sorry|some|quietly|kindly)\b/gi) },
    'fewest words of the stem': {
      likes: (o, { stem }) => {
        const said = bag(stem);
        return -[...bag(o.text)].filter((word) => said.has(word)).length;
      },
    },
    'option words': { likes: (o) => scores.get(o) ?? 0 },
  };
}

/** What somebody's answer to an item comes to, from 0 to 1 each; what is neither is wrong and lets nothing through. */
export interface Chances {
  readonly right: number;
  /** Wrong, and lets something through: on a must-pass rule it fails. */
  readonly through: number;
}

/** Every way to pick a number of letters, in their order. */
function combinations(letters: readonly string[], size: number): string[] {
  if (size === 0) return [''];
  return letters.flatMap((first, i) => combinations(letters.slice(i + 1), size - 1).map((rest) => first + rest));
}

/** Each of some beginnings with each of some ends. */
const joined = (starts: readonly string[], ends: readonly string[]) => starts.flatMap((s) => ends.map((e) => s + e));

const orders = (letters: readonly string[]): string[] =>
  letters.length === 0 ? [''] : letters.flatMap((l) => orders(letters.filter((x) => x !== l)).map((rest) => l + rest));

/** The most liked options, as many as are to be chosen; ties give several ways. */
function favourites(who: Guesser, offered: Offered, choose: number): string[] {
  const liked = offered.options.map((o) => ({ id: o.id, score: who.likes(o, offered) }));
  const last = [...liked].sort((a, b) => b.score - a.score)[choose - 1]?.score ?? 0;
  const sure = liked.filter((o) => o.score > last).map((o) => o.id);
  const tied = liked.filter((o) => o.score === last).map((o) => o.id);
  return combinations(tied, choose - sure.length).map((rest) => [...sure, ...rest].sort().join(''));
}

/** The answers that somebody gives, each as likely as the next. */
export function answersBy(who: Guesser, item: Item): Answer[] {
  const letters = partsOf(item).map((p) => p.id);
  switch (item.type) {
    case 'single':
    case 'multiple':
      return offeredBy(item).flatMap((o) => favourites(who, o, item.type === 'multiple' ? item.choose : 1));
    case 'write':
      return offeredBy(item).reduce<string[]>((done, o) => joined(done, favourites(who, o, 1)), ['']);
    case 'classify': {
      const bins = item.bins.map((b, i) => ({ letter: 'abc'[i] ?? '', likes: b.stance && who.bins?.(b.stance) }));
      const liked = bins.flatMap((b) => (b.likes === undefined ? [] : [b.likes]));
      if (liked.length === 0)
        return letters.reduce<string[]>((done) => joined(done, bins.map((b) => b.letter)), ['']); // biome-ignore format: one idea
      const best = Math.max(...liked);
      return bins.filter((b) => b.likes === best).map((b) => b.letter.repeat(letters.length));
    }
    case 'order':
      return orders(letters);
    case 'spot':
      // The question says how many to mark; who holds back whatever can be held back does not listen.
      return who.marksAll ? [letters.join('')] : combinations(letters, keyOf(item).length);
  }
}

/** How somebody fares with an item. */
export function chances(who: Guesser, item: Item): Chances {
  const answers = answersBy(who, item);
  const wrong = answers.filter((a) => !mark(item, a).right);
  return {
    right: 1 - wrong.length / answers.length,
    through: wrong.filter((a) => letsThrough(item, a)).length / answers.length,
  };
}
