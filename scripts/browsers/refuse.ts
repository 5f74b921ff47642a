import { type Lack, lacks, type Use } from './data.ts';
import type { Known } from './known.ts';
import { type Policy, said } from './policy.ts';

/** What to do instead, by the kind of feature. */
function remedyOf(feature: string): string {
  if (feature.startsWith('css.'))
    return 'Write it another way, or put it in @supports with what the others get beside it';
  if (feature.startsWith('html.')) return 'Use an element or attribute that all of them know';
  return 'Ask for it first (x.f?.(), ‘f’ in x) and do without where it is missing';
}

const lackWords = ({ browser, oldest, since }: Lack) =>
  `${said(browser)} ${oldest} (${since ? `there since ${since}` : 'not there at all'})`;

const list = (words: readonly string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');

const isPart = (feature: string, whole: string) => feature === whole || feature.startsWith(`${whole}.`);

/** Whether an entry speaks of a use: its feature or a part of it, its file or one in its folder, and the place. */
export const covers = (known: Known, use: Use) =>
  isPart(use.feature, known.feature) &&
  (use.file === known.file || (known.file.endsWith('/') && use.file.startsWith(known.file))) &&
  (known.at === undefined || use.at.includes(known.at));

export interface Refusal {
  readonly file: string;
  readonly line: number;
  readonly feature: string;
  readonly message: string;
}

/**
 * What is refused: uses of what a browser of the policy lacks, apart from what known.ts gives a reason for. Each is
 * one sentence with file, line, feature, the browsers without it and the remedy.
 */
export function refuse(uses: readonly Use[], policy: Policy, known: readonly Known[]): Refusal[] {
  const late = uses.flatMap((use) => {
    const lacking = lacks(use.feature, policy);
    return lacking.length > 0 ? [{ use, lacking }] : [];
  });
  const open = late.filter(({ use }) => !known.some((k) => covers(k, use)));
  const seen = new Set<string>();
  return open.flatMap(({ use, lacking }) => {
    const { file, line, feature, shown } = use;
    // A value of a property that is late itself is said with the property.
    const inWhole = open.some(
      (o) =>
        o.use !== use &&
        o.use.line === line &&
        o.use.file === file &&
        o.use.feature !== feature &&
        isPart(feature, o.use.feature),
    );
    const key = `${file}:${line}:${feature}`;
    if (inWhole || seen.has(key)) return [];
    seen.add(key);
    const message = `${file}:${line}: ${shown} is missing in ${list(lacking.map(lackWords))}. ${remedyOf(feature)}; where nothing is lost without it, say why in scripts/browsers/known.ts (${feature}).`;
    return [{ file, line, feature, message }];
  });
}

/** Entries that no use needs any more. */
export const idle = (uses: readonly Use[], policy: Policy, known: readonly Known[]): Known[] =>
  known.filter((k) => !uses.some((use) => covers(k, use) && lacks(use.feature, policy).length > 0));
