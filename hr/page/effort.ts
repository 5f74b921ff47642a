import { type Markup, markup } from '../../src/markup/markup.ts';
import type { Effort, Spread, Step } from '../parts/effort.ts';
import type { Facts } from '../run.ts';
import { chart, Plot } from './chart.ts';
import { empty, figure, folded, table } from './table.ts';
import { day, minutesSaid, people, percent, wholeMinutes, wholePercent } from './words.ts';

const titleCase = (t: string) => t.charAt(0).toUpperCase() + t.slice(1);

function bars(steps: readonly Step[], say: (at: number) => string, axis: string, label: string): Markup {
  const total = steps.reduce((sum, s) => sum + s.n, 0);
  return chart(
    (width) => ({
      height: 180,
      marginLeft: 1,
      marginRight: 1,
      marginTop: 20,
      marginBottom: 44,
      x: {
        type: 'band',
        domain: steps.map((s) => s.at),
        label: axis,
        labelAnchor: 'right',
        labelArrow: 'none',
        tickSize: 0,
        padding: 0.15,
        tickFormat: say,
      },
      y: { axis: null },
      marks: [
        Plot.barY(steps, { x: 'at', y: 'n', r: 3, fill: 'var(--accent)' }),
        Plot.text(steps, {
          x: 'at',
          y: 'n',
          text: (s: Step) => (width > 500 || steps.length < 8 ? wholePercent(s.n, total) : ''),
          dy: -9,
          fill: 'var(--ink)',
        }),
        Plot.ruleY([0], { stroke: 'var(--control)' }),
      ],
    }),
    label,
  );
}

const spread = (s: Spread, said: (n: number) => string, say: (n: number) => string = String) =>
  s.median === null
    ? 'too few to say'
    : `median ${said(s.median)}, the middle half between ${say(s.q1 ?? 0)} and ${say(s.q3 ?? 0)}`;

function steps(caption: string, head: string, rows: readonly Step[], say: (at: number) => string): Markup {
  const total = rows.reduce((sum, s) => sum + s.n, 0);
  return folded(
    'The figures as a table',
    table(
      caption,
      [{ title: head }, { title: 'People', figure: true }, { title: 'Share', figure: true }],
      rows.map((s) => [say(s.at), s.n, percent(s.n, total)]),
    ),
  );
}

function route(e: Effort, x: Facts): Markup {
  const least = x.settings.smallGroup;
  const minutes = (at: number) => (at >= 60 ? '60+' : `${at}–${at + 4}`);
  const right = (at: number) => String(at);
  const papers = (at: number) => (at >= 5 ? '5 or more' : String(at));
  const checks = x.module.routes.find((r) => r.id === e.route)?.papers === 'diagnostic';
  const once = e.papers.find((s) => s.at === 1)?.n ?? 0;
  const passed = e.papers.reduce((sum, s) => sum + s.n, 0);
  if (e.minutes.n < least && e.firstPaper.n < least)
    return markup`<h3>${titleCase(e.route)}</h3>${empty('Too few', `Fewer than ${least} people: too few to show.`)}`;
  const time = `Minutes to the declaration, ${people(e.minutes.n)} in scope: ${spread(e.minutes, minutesSaid, wholeMinutes)}.`;
  const score = `Questions right of ${e.of} on the first ${checks ? 'check' : 'paper'}, ${people(e.firstPaper.n)} in scope: ${spread(e.firstPaper, (n) => `${n} right`)}.`;
  const tries = `Papers needed, ${people(passed)} in scope who passed: ${percent(once, passed)} needed one.`;
  return markup`<h3>${titleCase(e.route)}</h3>
${e.minutesSteps.length > 0 ? markup`${figure(time, bars(e.minutesSteps, minutes, 'minutes', `Bars of minutes needed. ${time}`))}${steps('Minutes to the declaration', 'Minutes', e.minutesSteps, minutes)}` : null}
${e.firstPaperSteps.length > 0 ? markup`${figure(score, bars(e.firstPaperSteps, right, 'questions right', `Bars of questions right. ${score}`))}${steps('First paper', 'Right', e.firstPaperSteps, right)}` : null}
${e.papers.length > 0 && !checks ? markup`${figure(tries, bars(e.papers, papers, 'papers', `Bars of papers needed to pass. ${tries}`))}${steps('Papers up to the pass', 'Papers', e.papers, papers)}` : null}`;
}

/** Part 5. */
export function effortPart(efforts: readonly Effort[], x: Facts): Markup {
  if (efforts.length === 0)
    return empty(
      'Nothing yet',
      `No attempts ${x.matching ? 'of people in scope ' : ''}are in the files, so nothing can be said about time and papers.`,
    );
  return markup`<p class="lead">How long the training takes and how hard the assessment is. If the median is well above the minutes announced, or few pass with their first paper, look at the lessons below before looking at the people.</p>
<p class="note">Counted are ${x.matching ? `people in scope on ${day(x.asOf)} (part 1), so no leavers and nobody who is not in the people file` : 'the people of part 1'}. Each is counted once: by the latest round in which they declared (minutes), finished a paper (first paper) or passed (papers).</p>
${efforts.map((e) => route(e, x))}`;
}
