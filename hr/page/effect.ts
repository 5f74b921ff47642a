import { type Markup, markup } from '../../src/markup/markup.ts';
import type { Settings } from '../config/settings.ts';
import type { Comparison } from '../effect/difference.ts';
import type { Effect, JudgedSide, MonthRates, SectionRates, Sure } from '../parts/effect.ts';
import { rate } from '../parts/effect.ts';
import { many } from '../quality.ts';
import type { Facts } from '../run.ts';
import { type NamedComparison, type NamedRates, pairs, points, rateDots, rateLines } from './effect-charts.ts';
import { missedBars, roundMaximum } from './missed.ts';
import { PROOF_ONLY } from './proof-only.ts';
import { empty, figure, folded, table } from './table.ts';
import { count, list, month, percent, wholePercent } from './words.ts';

const figures = (...titles: readonly string[]) => titles.map((title, i) => ({ title, figure: i > 0 }));
const whole = (share: number) => wholePercent(share, 1);
const interval = (c: Comparison) =>
  c.difference
    ? `${points(c.difference.value)} (${points(c.difference.low)} to ${points(c.difference.high)})`
    : none(c);
/** Why a share is not given. */
const none = (c: Comparison) => (c.hidden ? 'hidden' : 'too few');
const hiddenNote = (what: string) =>
  markup`<p class="note">“Hidden” stands where ${what} would give away that of a section with too few answers.</p>`;
/** Whether a difference is more than chance alone would make 95 times of 100. */
const shows = (c: Comparison | undefined) => !!c?.difference && (c.difference.low > 0 || c.difference.high < 0);

/** For the thread. */
export function effectTell(e: Effect): string {
  if (e.none === 'off' || e.none === 'proof') return PROOF_ONLY;
  const c = e.cold.get('');
  if (!c?.difference) return 'too few to say';
  return shows(c)
    ? `${c.difference.value > 0 ? '+' : ''}${points(c.difference.value)} points, same questions`
    : 'no difference to be seen';
}

/** The sentence of a comparison: both shares, the difference, and whether there is one. */
function sentence(c: Comparison, before: string, after: string): string {
  const d = c.difference;
  if (!d || c.before.right === null || c.after.right === null) return '';
  return `${before} ${whole(c.before.right)} right (${count(c.before.n)} answers), ${after} ${whole(c.after.right)} (${count(c.after.n)}), difference ${interval(c).replace(' (', Math.abs(Math.round(d.value * 100)) === 1 ? ' point (' : ' points (')}.${shows(c) ? '' : ' No difference shows that chance could not make.'}`;
}

/** Under every comparison: what it cannot say. */
const caution =
  'Part may be practice, or trying harder when it counts. It shows judgement in this module, not what people post.';

const cautionLater =
  'In the check it counted and in the follow-up it does not, so part of a fall may be less effort. It shows judgement in this module, not what people post.';

function comparisonTable(
  caption: string,
  first: string,
  rows: readonly NamedComparison[],
  before: string,
  after: string,
): Markup {
  return folded(
    'The figures as a table',
    table(
      caption,
      figures(
        first,
        `Answers ${before}`,
        `Right ${before}`,
        `Answers ${after}`,
        `Right ${after}`,
        'Difference, points',
      ),
      rows.map((c) => [
        c.name,
        c.before.n,
        c.before.right === null ? none(c) : percent(c.before.right),
        c.after.n,
        c.after.right === null ? none(c) : percent(c.after.right),
        interval(c),
      ]),
    ),
  );
}

const inWords = (rows: readonly NamedComparison[]) =>
  rows.flatMap((c) => (c.difference ? [`${c.name} ${interval(c)}`] : [])).join(', ');

function cold(e: Effect, x: Facts): Markup {
  const all = e.cold.get('');
  const title = markup`<h3>Before a section and after it</h3>`;
  if (e.dealt.people === 0)
    return markup`${title}${empty('Nothing yet', 'No first attempt in the files ended in a declaration that says which sections were dealt. Older versions of the module dealt none, and who has been through the training before meets nothing cold.')}`;
  if (!all?.difference)
    return markup`${title}${empty('Too few', `Fewer than ${x.settings.fewAnswers} people answered the same questions on either side: too few to say whether there is a difference.`)}`;
  const rows: NamedComparison[] = [
    { name: 'All sections', ...all },
    ...x.module.parts.flatMap((p) => {
      const c = e.cold.get(p.id);
      return c ? [{ name: p.title, ...c }] : [];
    }),
  ];
  const said = sentence(all, 'Same questions, dealt by chance: before the section', 'after');
  return markup`${title}
<p>Two sections of each first attempt, dealt by chance, open with a question of the bank. So each question is met cold by some people and in the check by others. Counted are ${count(e.dealt.people)} people who finished, as they were dealt: ${count(e.dealt.met)} of ${many(e.dealt.dealt, 'question', 'questions')} dealt were answered before the section. “After” are first papers of people to whom the section was not dealt.</p>
${figure(
  markup`<b>${said}</b> ${caution}`,
  pairs(
    rows,
    ['before the section', 'in the check'],
    `Share right before a section and in the check. ${said} Differences in points: ${inWords(rows)}.`,
  ),
)}
${comparisonTable('The same questions before a section and in the check', 'Section', rows, 'before', 'after')}
${rows.some((c) => c.hidden) ? hiddenNote('a share') : null}`;
}

const periods = [
  ['early', 'Up to 16 weeks after'],
  ['late', 'Later'],
] as const;

function followUp(e: Effect, s: Settings): Markup {
  const title = markup`<h3>Weeks later</h3>`;
  const { people: back, ofDue, finished } = e.returned;
  if (back === 0)
    return markup`${title}${empty('Nothing yet', 'No finished follow-up is in the files. The follow-up is an activity of its own: give its Interactions report too.')}`;
  const returned =
    back < s.smallGroup
      ? `Fewer than ${s.smallGroup} people have come back.`
      : `${count(back)} people have come back${finished > 0 ? `; of the ${count(finished)} who finished six weeks ago or more, ${percent(ofDue, finished)}` : ''}.`;
  const rows = periods.flatMap(([id, name]) => {
    const c = e.followUp.get(id);
    return c?.difference ? [{ name, ...c }] : [];
  });
  if (rows.length === 0)
    return markup`${title}${empty('Too few', `${returned} Fewer than ${s.fewAnswers} of them answered a question of the check that was new to them: too few to compare.`)}`;
  const said = rows.map((c) => `${c.name}: ${sentence(c, 'in the check', 'in the follow-up')}`).join(' ');
  return markup`${title}
<p>${returned} Who comes back may differ from who does not. Compared are the same people on the questions that check and follow-up share; a case that a person had met before is left out.</p>
${figure(
  markup`<b>${said}</b> ${cautionLater}`,
  pairs(
    rows,
    ['in the check', 'in the follow-up'],
    `Share right in the check and in the follow-up, same people. ${said}`,
  ),
)}
${comparisonTable('The same people in the check and in the follow-up', 'Follow-up', rows, 'in the check', 'in the follow-up')}`;
}

const hides = (of: SectionRates | MonthRates, side: JudgedSide) => 'hidden' in of && of.hidden.includes(side);

type Rated = NamedRates & { readonly of: SectionRates | MonthRates };

/** Every month from the first to the last: those not shown have no rates. */
function withGaps(months: readonly NamedRates[]): NamedRates[] {
  const [from, to] = [months[0]?.name ?? '', months.at(-1)?.name ?? ''];
  const next = (name: string) =>
    new Date(Date.parse(`${name}-01T00:00:00Z`) + 32 * 86_400_000).toISOString().slice(0, 7);
  const all: NamedRates[] = [];
  for (let name = from; name <= to && name !== ''; name = next(name))
    all.push(months.find((m) => m.name === name) ?? { name, through: null, back: null, kind: null });
  return all;
}

/** @param people how many they come from; a month is hidden by other rules before */
function rated(of: SectionRates | MonthRates, name: string, people: number, few: number): Rated {
  const share = (part: 'through' | 'kind' | 'back', side: JudgedSide) =>
    hides(of, side) ? null : rate(of, part, side, people, few);
  return {
    of,
    name,
    through: share('through', 'bad'),
    kind: share('kind', 'bad'),
    back: share('back', 'fine'),
  };
}

/** Nothing to judge on a side is not too little. */
const said = (share: number | null, of: SectionRates | MonthRates, side: JudgedSide) => {
  if (share !== null) return percent(share);
  if (of[side] === 0) return 'none asked';
  return hides(of, side) ? 'hidden' : 'too few';
};
const saidOf = (r: Rated) => ({
  through: said(r.through, r.of, 'bad'),
  kind: said(r.kind, r.of, 'bad'),
  back: said(r.back, r.of, 'fine'),
});
const three = (r: Rated) => {
  const { through, back, kind } = saidOf(r);
  return `${r.name}: let through ${through}, held back ${back}, wrong in kind ${kind}`;
};

function ratesTable(caption: string, rows: readonly Rated[], first: string, name = (r: Rated) => r.name): Markup {
  return folded(
    'The figures as a table',
    table(
      caption,
      figures(first, 'People', 'Not fine', 'Let through', 'Wrong in kind', 'Fine', 'Held back'),
      rows.map((r) => {
        const { through, kind, back } = saidOf(r);
        return [name(r), 'people' in r.of ? r.of.people : r.of.n, r.of.bad, through, kind, r.of.fine, back];
      }),
    ),
  );
}

function ways(e: Effect, x: Facts): Markup {
  const few = x.settings.fewAnswers;
  const all = e.all && rated(e.all, 'All sections', e.all.people, few);
  const title = markup`<h3>Which way answers err</h3>`;
  if (!all || all.through === null || all.back === null)
    return markup`${title}${empty('Too few', `Fewer than ${few} people have a first paper whose answers can be judged.`)}`;
  const sections = [all, ...e.sections.map((s) => rated(s, s.title, s.people, few))];
  const drawn = sections.filter((r) => r.through !== null || r.back !== null);
  const months = e.months.shown.map((m) => rated(m, m.name, few, few));
  const lead = `In first papers ${whole(all.through)} of what was not fine as it stood was let through and ${whole(all.kind ?? 0)} got the wrong remedy; ${whole(all.back)} of what was fine was held back.`;
  const hidden = e.months.hidden.length;
  return markup`${title}
<p>A question can be judged wrong in two ways: to <b>let through</b> what is not fine as it stands, or to <b>hold back</b> what is. <b>Wrong in kind</b> are answers that noticed and chose the wrong remedy: asked where it had to be changed, stopped where a change would do. Aim for both rates to fall; if one falls and the other rises, people have become stricter or freer and judge no better.</p>
${figure(markup`<b>${lead}</b> Sections stand in the policy’s order.`, rateDots(drawn, `Shares let through, held back and wrong in kind, first papers. ${drawn.map(three).join('. ')}.`))}
${ratesTable('Which way first papers err, by section', sections, 'Section')}
${e.sections.some((s) => s.hidden.length > 0) ? hiddenNote('a rate') : null}
<p class="note"><code>sections.csv</code> adds d′ (how well the two sides are told apart) and c (which side is leant to), pooled, with 95% intervals. They are relative indices: compare sections or years with them; alone they mean nothing, and about a person they say nothing.</p>
<h4>By month, the whole University</h4>
${
  months.length > 1
    ? markup`${figure('Each month’s first papers. In a month of few people the rates swing by chance: look for what lasts.', rateLines(withGaps(months), `Shares let through, held back and wrong in kind by month of the first paper. ${months.map((m) => three({ ...m, name: month(m.name) })).join('. ')}.`))}
${ratesTable('Which way first papers err, by month', months, 'Month', (r) => month(r.name))}`
    : empty('Too few', `There are no two months with first papers of ${x.settings.smallGroup} people or more.`)
}
${hidden > 0 ? markup`<p class="note">${many(hidden, 'month is', 'months are')} hidden: fewer than ${x.settings.smallGroup} people, or would give such a month away.</p>` : null}`;
}

/** Clauses drawn at most; the table has all. */
const most = 8;
const wrongOf = (s: Sure) => s.wrong / s.n;

function certainty(e: Effect, s: Settings): Markup {
  const title = markup`<h3>Sure, and wrong</h3>`;
  if (!e.sure)
    return markup`${title}${empty('Too few', `Fewer than ${s.fewAnswers} people said in a first paper that they felt sure; older versions of the module did not ask.`)}`;
  const clauses = e.clauses.filter((c) => c.people >= s.fewAnswers);
  const worst = new Set([...clauses].sort((a, b) => wrongOf(b) - wrongOf(a) || (a.id < b.id ? -1 : 1)).slice(0, most));
  const bars = clauses
    .filter((c) => worst.has(c) && c.wrong > 0)
    .map((c) => ({ ...c, section: '', answers: c.n, decisions: 0, decisionsWrong: null, share: wrongOf(c) }))
    .map((c) => ({ ...c, wrong: c.share }));
  const lead = `Of ${count(e.sure.n)} answers that people felt sure of, ${percent(e.sure.wrong, e.sure.n)} are wrong${e.unsure ? `; of ${count(e.unsure.n)} that they were not sure of, ${percent(e.unsure.wrong, e.unsure.n)}` : ''}.`;
  const named = (c: { readonly id: string; readonly title: string }) => `${c.id} ${c.title}`;
  const scale = roundMaximum(bars);
  return markup`${title}
${
  bars.length > 0
    ? figure(
        markup`<b>${lead}</b> What people are sure of they do not ask about. Drawn are the ${bars.length < clauses.length ? `${count(bars.length)} clauses with the largest shares` : 'clauses'}, in the policy’s order. A full bar is ${percent(scale)}.`,
        missedBars(
          bars,
          scale,
          named,
          `Share wrong of the answers people felt sure of, by clause: ${list(bars.map((c) => `${named(c)} ${percent(c.wrong)}`))}.`,
        ),
      )
    : markup`<p>${lead} No clause has sure answers from ${s.fewAnswers} people or more that are wrong.</p>`
}
${folded(
  'The figures as a table',
  table(
    'Sure, and wrong, by clause',
    figures('Clause', 'Sure answers', 'Wrong', 'Share'),
    e.clauses.map((c) =>
      c.people >= s.fewAnswers
        ? [named(c), c.n, c.wrong, percent(c.wrong, c.n)]
        : [named(c), c.n, 'too few', 'too few'],
    ),
  ),
)}`;
}

/** Part 10. */
export function effectPart(e: Effect, x: Facts): Markup {
  if (e.none === 'off')
    return empty(
      'Not kept',
      markup`The module’s content says <code>evaluation: off</code>: the University keeps proof of training only. What would tell whether the training changes anything (first answers, cold answers, how sure people felt) is not kept, and where files still hold some from before, it is not used.`,
    );
  if (e.none === 'proof')
    return empty(
      'Not kept',
      'The University records proof of training only: papers are in the files, and no first decisions or answers. So nothing can be said about what the training changes.',
    );
  if (e.none === 'papers')
    return empty(
      'Nothing yet',
      'No finished paper that names its questions is in the files. Give the Interactions report with all four boxes ticked.',
    );
  return markup`<p class="lead">That people passed is in parts 1 to 5. Here is what can be said about whether the training changes what they judge. All of it is about groups: nothing is by name or by department, and nothing is ranked.</p>
${cold(e, x)}
${followUp(e, x.settings)}
${ways(e, x)}
${certainty(e, x.settings)}`;
}
