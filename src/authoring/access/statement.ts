import type { WordKey } from '../../course/word-keys.ts';
import { say, type Words } from '../../course/words.ts';
import { contactHref, type ModuleFile } from '../schema/module.ts';
import { type Criterion, criteria, untriedByPeople } from './criteria.ts';

/** Who hears complaints in Great Britain: the Equality Advisory and Support Service. */
export const COMPLAINTS = 'https://www.equalityadvisoryservice.com/';

/** What the statement is made from. */
export interface Evidence {
  readonly module: ModuleFile;
  readonly version: string;
  readonly words: Words;
  /** Default: the list that the tests are held against. */
  readonly criteria?: readonly Criterion[];
  readonly untried?: readonly string[];
}

/** A paragraph, in which {link} stands for its link; or a list with what is said before it; folded where few will want it. */
export interface Block {
  readonly text: string;
  readonly link?: { readonly text: string; readonly href: string | null };
  readonly items?: readonly string[];
  /** The items are official names in English, whatever the language of the module. */
  readonly folded?: boolean;
}

export interface Part {
  /** What it is of the model statement; the end of its key among the words. */
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What a learner can do, and the criterion without which it would not be said. */
const CAN = { keyboard: '2.1.1', zoom: '1.4.10', display: '1.4.12', time: '2.2.1', drag: '2.5.7' } as const;

const nameOf = ({ criterion, title }: Criterion) => `${criterion} ${title}`;

/**
 * The accessibility statement: every part of the model statement for public sector bodies (sample of 19 December 2023;
 * sentences that the regulations ask for are kept as they are), from the settings and from what the tests proved. What
 * no test proves is said to be judged by eye, what nobody looked at to be not shown, and as long as people have tried
 * it with too little, it claims no more than partial compliance.
 */
export function statementOf({ module, version, words, ...known }: Evidence): readonly Part[] {
  const { organisation, title, policy, lang, settings } = module;
  const { problems, ...told } = settings.accessibility;
  const untried = known.untried ?? untriedByPeople;
  const apply = (known.criteria ?? criteria).filter((c) => c.applies);
  const absent = (known.criteria ?? criteria).filter((c) => !c.applies);
  const proven = apply.filter((c) => c.provenBy !== null);
  const byEye = apply.filter((c) => c.provenBy === null && c.byEye);
  const open = apply.filter((c) => c.provenBy === null && !c.byEye && c.level !== 'AAA');

  const blank = (name: string) => `[${say(words, `setting.${name}` as WordKey)}]`;
  const day = (date: string) =>
    date
      ? new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
      : blank('accessibility.prepared');
  const values = {
    organisation,
    title,
    policy,
    version,
    days: told.responseDays
      ? say(words, 'statement.days', { n: told.responseDays })
      : blank('accessibility.responseDays'),
    prepared: day(told.prepared),
    reviewed: day(told.reviewed || told.prepared),
    tested: day(told.tested),
    by: told.testedBy || blank('accessibility.testedBy'),
  };
  const text = (key: string, more: Readonly<Record<string, string | number>> = {}) =>
    say(words, `statement.${key}` as WordKey, { ...values, ...more });
  const line = (key: string): Block => ({ text: text(key) });
  const list = (key: string, items: readonly string[], folded = false): Block[] =>
    items.length > 0 ? [{ text: text(key, { n: items.length }), items, folded }] : [];
  const part = (id: string, level: Part['level'], ...blocks: Block[]): Part => ({
    id,
    level,
    title: text(`${id}.title`),
    blocks,
  });

  const notTried = untried.map((what) => text('untried', { what: what.charAt(0).toUpperCase() + what.slice(1) }));
  const notShown = open.map((c) => text('notShown', { criterion: nameOf(c), note: c.note }));
  const of = (kind: (typeof problems)[number]['kind']) =>
    problems
      .filter((p) => p.kind === kind)
      .map((p) => [p.what, p.criteria.length > 0 ? `WCAG ${p.criteria.join(', ')}.` : '', p.fix].join(' ').trim());
  const failing = [...of('noncompliance'), ...notTried, ...notShown];
  const [burden, scope] = [of('burden'), of('scope')];
  const because = [...(failing.length > 0 ? ['failing'] : []), ...(burden.length + scope.length > 0 ? ['exempt'] : [])];
  const gaps = [...problems.map((p) => p.what), ...notTried, ...notShown];
  const can = Object.entries(CAN).filter(([, id]) => [...proven, ...byEye].some((c) => c.criterion === id));
  const contact = settings.accessibilityContact;

  return [
    part('scope', 1, line('scope')),
    part('can', 2, ...list('can', [...can.map(([name]) => text(`can.${name}`)), text('can.print')])),
    part(
      'known',
      2,
      ...(gaps.length > 0 ? list('known', gaps) : [line('known.none')]),
      line('known.machine'),
      line('known.around'),
    ),
    part(
      'contact',
      2,
      {
        text: text('contact'),
        link: { text: contact || blank('accessibilityContact'), href: contact ? contactHref(contact) : null },
      },
      line('contact.days'),
    ),
    part('enforcement', 2, { text: text('enforcement'), link: { text: text('enforcement.link'), href: COMPLAINTS } }),
    part('technical', 2, line('technical')),
    part('status', 3, line(`status.${because.join('.') || 'full'}`)),
    part('content', 2, line('content')),
    part('failing', 3, ...(failing.length > 0 ? list('failing', failing) : [line('failing.none')])),
    part('burden', 3, ...(burden.length > 0 ? list('burden', burden) : [line('burden.none')])),
    part('outside', 3, ...(scope.length > 0 ? list('outside', scope) : [line('outside.none')])),
    part('doing', 2, line('doing')),
    part(
      'prepared',
      2,
      line('prepared'),
      line(told.tested ? 'tested' : 'tested.machine'),
      line('sample'),
      ...list('proven', proven.map(nameOf), true),
      ...list('byEye', byEye.map(nameOf), true),
      ...list('absent', absent.map(nameOf), true),
    ),
  ];
}
