import type { Content, Rule } from '../read/content.ts';
import { type Entry, type Path, problemAt } from '../read/entry.ts';
import { backgrounds, genders, shares } from '../schema/people.ts';

export type Share = (typeof shares)[number];

/** Somebody named in a story or a question. */
export interface Named {
  readonly name: string;
  /** Id of the story or question. */
  readonly where: string;
  /** Empty while nobody has tagged it. */
  readonly part: readonly Share[];
  readonly suggests: readonly [gender: string, background: string] | null;
  /** The way to the tags. */
  readonly entry: Entry<unknown>;
  readonly path: Path;
}

/** Everybody named in stories and questions. */
export const namedPeople = (c: Content): Named[] =>
  [...c.scenarios, ...c.questions].flatMap((entry) =>
    (entry.data.people ?? []).map(
      (p, i): Named => ({
        name: p.name,
        where: entry.data.id,
        part: p.part ?? [],
        suggests: p.suggests ?? null,
        entry,
        path: ['people', i],
      }),
    ),
  );

/** Whether both tags are there. */
export const isTagged = (n: Named): boolean => n.part.length > 0 && n.suggests !== null;

/** A gender or a background, and how often it has each part. */
export interface Group {
  readonly kind: 'gender' | 'background';
  readonly name: string;
  readonly named: number;
  readonly parts: Readonly<Record<Share, number>>;
  /** How many of those at fault it may fairly be, whole: all at fault times its share of all named, rounded up. */
  readonly fair: number;
}

/** Totals by gender and by background of those who are tagged. Names that suggest none are counted as `open`. */
export function groupsOf(all: readonly Named[]): Group[] {
  const tagged = all.filter(isTagged);
  const erring = tagged.filter((n) => n.part.includes('errs')).length;
  const group = (kind: Group['kind'], name: string): Group => {
    const own = tagged.filter((n) => n.suggests?.[kind === 'gender' ? 0 : 1] === name);
    const count = (share: Share) => own.filter((n) => n.part.includes(share)).length;
    const parts = Object.fromEntries(shares.map((s) => [s, count(s)])) as Record<Share, number>;
    const fair = tagged.length > 0 ? Math.ceil((erring * own.length) / tagged.length) : 0;
    return { kind, name, named: own.length, parts, fair };
  };
  return [...genders.map((g) => group('gender', g)), ...backgrounds.map((b) => group('background', b))].filter(
    (g) => g.named > 0,
  );
}

/** Whether a group is at fault more often than its fair number and one. Names that suggest nothing are no group. */
export const isBlamed = (g: Group): boolean => g.name !== 'open' && g.parts.errs > g.fair + 1;

/** Content rule 42: no gender or background is over-represented among those at fault by more than one. */
export const faultShared: Rule = (c) => {
  const all = namedPeople(c);
  return groupsOf(all)
    .filter(isBlamed)
    .flatMap((g) => {
      const own = all.filter((n) => n.part.includes('errs') && n.suggests?.includes(g.name));
      const last = own.at(-1);
      if (!last) return [];
      const message = `${g.parts.errs} of those at fault have a name that suggests ${g.name}, and ${g.fair} would be its share`;
      const places = own.map((n) => `${n.where} ${n.name}`).join(', ');
      return [problemAt(last.entry, last.path, message, `Let somebody else err in one of: ${places}.`)];
    });
};

/** Content rule 42: nobody who errs in one place is the authority in another. */
export const faultNotAuthority: Rule = (c) => {
  const all = namedPeople(c);
  return all.flatMap((n) => {
    if (!n.part.includes('authority')) return [];
    const other = all.find((x) => x.name === n.name && x.where !== n.where && x.part.includes('errs'));
    if (!other) return [];
    return [
      problemAt(
        n.entry,
        n.path,
        `${n.name} is the authority here and errs in ${other.where}`,
        'Give one of the two another name.',
      ),
    ];
  });
};

/** Content rule 42: where people are tagged, everybody named is: who is not would be left out of every total. */
export const peopleTagged: Rule = (c) => {
  const all = namedPeople(c);
  if (!all.some(isTagged)) return [];
  return all
    .filter((n) => !isTagged(n))
    .map((n) =>
      problemAt(
        n.entry,
        n.path,
        `${n.name} has no part, or suggests nothing`,
        'Write part: and suggests: beside the name.',
      ),
    );
};
