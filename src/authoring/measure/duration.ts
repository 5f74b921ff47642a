import { DEALT } from '../../course/cold.ts';
import { wordsOf } from '../../course/words.ts';
import type { Content } from '../read/content.ts';
import type { Route } from '../schema/module.ts';
import { countWords } from './text.ts';
import { drawLoad, type Load, lessonLoad, minutesOf, questionLoad, scenarioLoad, sum } from './time.ts';

/** How long one stretch of a route takes. */
export interface Duration {
  /** Part id, or `frame`, `cold`, `assessment`, `diagnostic`, `changes`, `cases`. */
  readonly id: string;
  /** Only for learners with this role. */
  readonly role?: string | undefined;
  readonly load: Load;
  /** Not rounded. */
  readonly minutes: number;
}

/** Durations of a route and their total for a learner without a role. */
export interface RouteDuration {
  readonly parts: readonly Duration[];
  readonly total: Load;
  /** Not rounded; round up to state it. */
  readonly minutes: number;
}

const duration = (id: string, load: Load, role?: string): Duration => ({ id, role, load, minutes: minutesOf(load) });

function whole(parts: readonly Duration[]): RouteDuration {
  const total = sum(parts.filter((p) => p.role === undefined).map((p) => p.load));
  return { parts, total, minutes: minutesOf(total) };
}

/**
 * Words of the engine on the screens around the sections, as a passing learner meets them: start, check, declaration,
 * end. With a diagnostic: start, what changed, the questions, their result, declaration, end. With a few cases: start, the
 * cases, and the end of somebody who judged all of them right. What a pass then brings
 * (things to do, receipt, reminder, picture) is no part of the way: the training is done and recorded by then.
 */
const said = {
  paper:
    /^(?:start\.(?:title|time|leave|begin|pass\.(?:title|do)|kept\.line|sections|role\.(?:ask|help|none|save))|check\.(?:title|intro|start|passed.*|toDeclare)|declare\.(?:title|edition|recorded)|finish\.(?:title\.passed|closed|recorded|stay))$/,
  diagnostic:
    /^(?:start\.(?:what|title|time|leave|begin|pass\.(?:title|do)|kept\.line|sections|role\.(?:ask|help|none|save))|changes\.(?:title|none|go)|check\.(?:title|intro|start|toDeclare)|diagnostic\.(?:instead.*|all\.title|all)|declare\.(?:title|edition|recorded)|finish\.(?:title\.passed|closed|recorded|stay))$/,
  cases:
    /^(?:start\.(?:what|time|leave|begin|kept\.line)|check\.(?:title|intro|start|result)|finish\.(?:title.*|recorded|stay)|picture\.(?:title|right))$/,
} as const;

const kindOf = (r: Route): keyof typeof said => (r.cases ? 'cases' : r.diagnostic ? 'diagnostic' : 'paper');

/** Start screen, check, declaration and end, apart from questions. */
function frame(c: Content, r: Route): Duration {
  const m = c.module.data;
  const words = wordsOf(c.strings, r.id, m.lang);
  // What stands folded is read by whoever asks for it.
  const own = [m.organisation, m.title, ...m.recorded.slice(0, 1)];
  const whole = [m.goal, m.declaration.text, m.declaration.button];
  const listed = [...whole, ...m.parts.map((p) => p.title), ...m.roles.map((x) => x.text)];
  const heard = said[kindOf(r)];
  const engine = Object.entries(words).flatMap(([key, text]) => (heard.test(key) ? [text] : []));
  const all = [...own, ...(r.cases ? [] : listed), ...engine].reduce((n, t) => n + countWords(t), 0);
  return duration('frame', { words: all, decisions: 0, questions: 0 });
}

/** One part: its lesson and the scenarios that follow it. */
function part(c: Content, p: Content['module']['data']['parts'][number]): Duration {
  const lesson = c.lessons.find((l) => l.data.id === p.lesson);
  const scenarios = (lesson?.data.scenarios ?? []).flatMap((id) => c.scenarios.filter((s) => s.data.id === id));
  const roles = p.role ? [p.role] : [];
  const opening = c.questions.find((q) => q.data.id === lesson?.data.opens);
  const loads = [
    ...(lesson ? [lessonLoad(c, lesson, roles)] : []),
    ...(opening ? [questionLoad(opening.data)] : []),
    ...scenarios.map((s) => scenarioLoad(s.data)),
  ];
  return duration(p.id, sum(loads), p.role);
}

/** The parts of a module, or those of one of its routes. */
export const partTimes = (c: Content, only?: Route['parts']): Duration[] =>
  c.module.data.parts.filter((p) => !only || only.includes(p.id)).map((p) => part(c, p));

/** Whether a section has a story that opens it. */
function storied(c: Content, section: string): boolean {
  const lesson = c.module.data.parts.find((p) => p.id === section)?.lesson;
  return (c.lessons.find((l) => l.data.id === lesson)?.data.scenarios ?? []).length > 0;
}

/** A route that ends with a paper: every part, the paper, the frame. */
function paperTime(c: Content, r: Route): RouteDuration {
  const slots = Object.entries(r.paper?.blueprint ?? {});
  const paper = sum(slots.map(([section, n]) => drawLoad(c, r, [section], n)));
  // Two sections open with a question of the bank.
  const open = slots.map(([section]) => section).filter((id) => storied(c, id));
  const cold = drawLoad(c, r, open, Math.min(DEALT, open.length));
  const asked = { ...paper, certainties: paper.questions };
  return whole([frame(c, r), ...partTimes(c, r.parts), duration('cold', cold), duration('assessment', asked)]);
}

/** A route that begins with a diagnostic, for a learner who knows it all: what changed, the questions, the frame. */
function diagnosticTime(c: Content, r: Route): RouteDuration {
  const groups = (r.diagnostic?.groups ?? []).map((g) => drawLoad(c, r, g.sections, g.questions));
  const asked = sum(groups);
  const words = c.changes.reduce((n, k) => n + countWords(k.data.text), 0);
  return whole([
    frame(c, r),
    duration('changes', { words, decisions: 0, questions: 0 }),
    duration('diagnostic', { ...asked, certainties: asked.questions }),
  ]);
}

/** A route of a few cases: each decided and its explanation read. No lesson is part of it. */
function casesTime(c: Content, r: Route): RouteDuration {
  const { groups = [], questions = 0 } = r.cases ?? {};
  const asked = sum(groups.map((sections) => drawLoad(c, r, sections, questions / groups.length)));
  return whole([frame(c, r), duration('cases', { ...asked, certainties: questions })]);
}

const timeOf = { paper: paperTime, diagnostic: diagnosticTime, cases: casesTime } as const;

/** How long a route takes: with a paper or a few cases all of it, with a diagnostic for a learner who knows it all. */
export const routeTime = (c: Content, r: Route): RouteDuration => timeOf[kindOf(r)](c, r);

/**
 * Minutes that a group of sections adds after a diagnostic when it is not known, on average: lessons, scenarios, fresh
 * questions.
 */
export function weakTime(c: Content, r: Route): number {
  const groups = r.diagnostic?.groups ?? [];
  const loads = groups.map((g) => {
    const parts = partTimes(c, g.sections).map((p) => p.load);
    return sum([...parts, drawLoad(c, r, g.sections, g.questions, true)]);
  });
  return groups.length > 0 ? minutesOf(sum(loads)) / groups.length : 0;
}
