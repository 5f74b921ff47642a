import { isAnswer, keyOf } from './marking.ts';
import type { Answer, Item, Stance } from './model.ts';

/**
 * What an answer did to one post, part or person: right; let through (put up what should have stopped, or was to be put
 * up otherwise); held back (stricter than what is fine as it stands); or wrong in kind: neither.
 */
export type Verdict = 'right' | 'through' | 'back' | 'kind';

/** One judgement of an item. `fine`: what is judged may go up as it stands. */
export interface Judgement {
  readonly fine: boolean;
  readonly verdict: Verdict;
}

/** A stance given, against the right ones. Order is used only as go < change < stop: to ask is beside it. */
function compare(given: Stance, rights: readonly Stance[], right: boolean): Judgement {
  const fine = rights.every((s) => s === 'go');
  if (right) return { fine, verdict: 'right' };
  // What goes up and is wrong was let through, also where something else might have gone up.
  if (given === 'go') return { fine, verdict: 'through' };
  if (fine) return { fine, verdict: 'back' };
  // To ask about what is to be changed or stopped lets nothing through, and neither does stopping what needed a change.
  return { fine, verdict: given === 'change' && rights.every((s) => s === 'stop') ? 'through' : 'kind' };
}

/** Something marked or left unmarked, where marking says one thing of it. */
function picked(saysGo: boolean, key: boolean, given: boolean): Judgement {
  const fine = saysGo === key;
  if (key === given) return { fine, verdict: 'right' };
  return { fine, verdict: fine ? 'back' : 'through' };
}

/** One of several options, each with its stance. */
function chosen(
  options: readonly { id: string; key?: boolean | undefined; stance?: Stance | undefined }[],
  id: string,
) {
  const rights = options.flatMap((o) => (o.key && o.stance ? [o.stance] : []));
  const given = options.find((o) => o.id === id);
  return given?.stance && rights.length > 0 ? [compare(given.stance, rights, given.key === true)] : [];
}

/**
 * The judgements in an answer, in authored order. An item whose options say nothing of what to do (the order of steps,
 * who may agree to something) gives none, and so does an incomplete answer. Two kinds of error, as signal detection
 * tells them apart (Canfield, Fischhoff and Davis 2016, Human Factors 58(8)).
 */
export function judge(item: Item, answer: Answer): readonly Judgement[] {
  if (!isAnswer(item, answer)) return [];
  switch (item.type) {
    case 'single':
      return chosen(item.options, answer);
    case 'multiple':
      return item.options.flatMap((o) =>
        o.stance ? [picked(o.stance === 'go', o.key === true, answer.includes(o.id))] : [],
      );
    case 'spot':
      return item.parts.map((p) => picked(false, p.breach === true, answer.includes(p.id)));
    case 'classify':
      return item.items.flatMap((thing, i) => {
        const given = item.bins[answer.charCodeAt(i) - 97];
        const right = item.bins.find((b) => b.id === thing.bin);
        return given?.stance && right?.stance ? [compare(given.stance, [right.stance], given === right)] : [];
      });
    case 'write':
      return item.places.flatMap((place, i) => chosen(place.wordings, answer[i] ?? ''));
    case 'order':
      return [];
  }
}

/**
 * Whether the errors of an item have a direction. They have none where it is asked what the policy reaches, and where it
 * is said how many are to be found: there one wrong pick makes two errors by itself.
 */
export const hasDirection = (item: Item): boolean => item.rates !== false && item.type !== 'multiple';

/** What an answer comes to as a whole: it may let something through and hold something back at once. */
export interface Leaning {
  readonly through: boolean;
  readonly back: boolean;
}

/** Which ways an answer erred; neither where its errors have no direction. */
export function leaning(item: Item, answer: Answer): Leaning {
  const verdicts = hasDirection(item) ? judge(item, answer).map((j) => j.verdict) : [];
  return { through: verdicts.includes('through'), back: verdicts.includes('back') };
}

/** Whether an answer lets something through, which is what a must-pass rule cannot allow. Where an item gives no judgement, any wrong answer does. */
export function letsThrough(item: Item, answer: Answer): boolean {
  const all = judge(item, answer);
  return all.length === 0 || all.some((j) => j.verdict === 'through');
}

/** Judgements in some items of what is fine as it stands, and of what is not, as their keys have them. */
export function sidesOf(items: readonly Item[]): readonly [fine: number, not: number] {
  // What the policy reaches is no judgement of a post. What says its count is one, though its errors have no direction.
  const judged = items.filter((item) => item.rates !== false || item.type === 'spot');
  const all = judged.flatMap((item) => judge(item, keyOf(item)));
  const fine = all.filter((j) => j.fine).length;
  return [fine, all.length - fine];
}
