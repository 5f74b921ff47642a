import type { Item, Option, Stance } from '../../../quiz/model.ts';
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
