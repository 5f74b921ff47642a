import { audiencesOf } from '../measure/audiences.ts';
import { type Authored, authoredOptions, excused, explanations, firstWord } from '../measure/options.ts';
import type { Content } from '../read/content.ts';
import { balanceRows, type PaperRow, paperRow, type Row } from './balance.ts';
import { type Taken, takePapers } from './guessers.ts';

/** A share from 0 to 1 in whole per cent; a dash where there is nothing to share. */
export const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${Math.round(share * 100)} %`);

/** The same to a tenth: what is next to a bound can be told from it. */
export const tenths = (share: number): string => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`);

/** Bounds of a bank, as shares (docs/standards/content.md, rules 36, 38 and 39). */
const BOUNDS = {
  strictest: 0.45,
  strictestOfSection: 0.6,
  freest: 0.25,
  held: 0.5,
  silent: 0.35,
  guessedSingles: 0.45,
  guessedPapers: 0.02,
  words: 0.38,
  strictest70: 0.05,
  knower: 0.85,
  excused: 0.1,
  firstWord: 0.15,
};

/**
 * Bounds that may be broken for now, by what they say (“wrong options wear an excuse”), with the reason as a sentence:
 * they are printed and listed for HR, and fail no check. Every other one does.
 */
const ACCEPTED: Readonly<Record<string, string>> = {};

/** A bound that is not met. */
export interface Unmet {
  /** What is missing, as a sentence without its full stop: “Induction: …”. */
  readonly text: string;
  /** Why it is accepted for now; undefined: it fails the check. */
  readonly accepted: string | undefined;
}

/** How options and explanations of questions, or of stories, are worded. Shares from 0 to 1. */
export interface Wording {
  readonly name: string;
  /** Wrong options that wear an excuse, and right ones that do. */
  readonly wrong: number;
  readonly right: number;
  /** The wrong ones, by name. */
  readonly which: readonly string[];
  /** The commonest first word of explanations, and its share. */
  readonly word: string;
  readonly first: number;
}

/** All that is known of how a bank tests judgement. */
export interface Measured {
  readonly rows: readonly Row[];
  readonly papers: readonly PaperRow[];
  readonly taken: readonly { readonly name: string; readonly singles: number; readonly of: Taken }[];
  readonly wording: readonly Wording[];
  readonly unmet: readonly Unmet[];
}

interface Held {
  readonly broken: boolean;
  /** What is held to a bound, and how far it is from it. */
  readonly what: string;
  readonly text: string;
}

const atMost = (what: string, share: number, most: number, which: readonly string[] = []): Held => ({
  broken: share > most,
  what,
  text: `${what}${which.length > 0 ? ` (${which.join(', ')})` : ''} in ${tenths(share)}, at most ${tenths(most)}`,
});
const atLeast = (what: string, share: number, least: number): Held => ({
  broken: share < least,
  what,
  text: `${what} in ${tenths(share)}, at least ${tenths(least)}`,
});

function ofRow({ kind, least, balance: b }: Row): Held[] {
  const strictest = 'the strictest option is right';
  if (kind === 'section') return [atMost(strictest, b.strictest, BOUNDS.strictestOfSection)];
  if (b.items < least) return [];
  return [
    atMost(strictest, b.strictest, BOUNDS.strictest),
    atLeast('the freest option is right', b.freest, BOUNDS.freest),
    atLeast('a wrong option is stricter than the right one', b.held, BOUNDS.held),
    atMost('single choices are without stance', b.silent, BOUNDS.silent),
  ];
}

function ofGuessers({ guessers, luck, strictest70, knower }: Taken): Held[] {
  return [
    ...guessers.flatMap((g) => [
      atMost(
        `“${g.who}” is right`,
        g.singles,
        g.who === 'option words' ? Math.max(BOUNDS.words, luck) : BOUNDS.guessedSingles,
      ),
      atMost(`“${g.who}” passes`, g.passes, BOUNDS.guessedPapers),
    ]),
    atMost('who picks the strictest and knows 70 % of the rest passes', strictest70, BOUNDS.strictest70),
    atLeast('who knows nine in ten passes', knower.played, BOUNDS.knower),
  ];
}

function wordingOf(name: string, options: readonly Authored[], texts: readonly string[]): Wording {
  const { word, share } = firstWord(texts);
  const of = (right: boolean) => {
    const all = options.filter((o) => o.right === right);
    return excused(all).length / all.length;
  };
  const which = excused(options).flatMap((o) => (o.right ? [] : [o.where]));
  return { name, wrong: of(false), right: of(true), which, word, first: share };
}

const ofPaper = (p: PaperRow): Held => ({
  broken: p.missing > 0,
  what: 'papers have too few judgements of one side',
  text: `${tenths(p.missing)} of papers have fewer than ${p.least} judgements of one side`,
});

const ofWording = (w: Wording): Held[] => [
  atMost('wrong options wear an excuse', w.wrong, Math.min(BOUNDS.excused, w.right), w.which),
  atMost(`explanations begin with “${w.word}”`, w.first, BOUNDS.firstWord),
];

/** Measures all of it, and says which bounds are not met. Takes a second for a bank of 200: call it once. */
export function measureBank(c: Content): Measured {
  const audiences = audiencesOf(c);
  const rows = balanceRows(c, audiences);
  // A small bank is held to none of this: an example of four questions has no balance to speak of.
  const enough = audiences.filter((a) => rows.some((r) => r.name === a.name && r.balance.items >= r.least));
  const papers = enough.flatMap((a) => paperRow(a) ?? []);
  const taken = audiences.map((a) => ({
    name: a.name,
    singles: a.questions.filter((q) => q.type === 'single').length,
    of: takePapers(a),
  }));
  const [options, texts] = [authoredOptions(c), explanations(c)];
  const wording = [
    wordingOf('Questions', options.questions, texts.questions),
    wordingOf('Stories', options.stories, texts.stories),
  ];
  const held = (name: string, all: readonly Held[]): Unmet[] =>
    all.flatMap((h) => (h.broken ? [{ text: `${name}: ${h.text}`, accepted: ACCEPTED[h.what] }] : []));
  const unmet = [
    ...(enough.length > 0 ? rows : []).flatMap((r) => held(r.name.replace('· ', ''), ofRow(r))),
    ...papers.flatMap((p) => held(p.name, [ofPaper(p)])),
    ...taken.flatMap((t) => (enough.some((a) => a.name === t.name) ? held(t.name, ofGuessers(t.of)) : [])),
    ...(enough.length > 0 ? wording : []).flatMap((w) => held(w.name, ofWording(w))),
  ];
  return { rows, papers, taken, wording, unmet };
}
