import { DEALT } from '../../src/course/cold.ts';
import type { Course, Progress } from '../../src/course/model.ts';
import { newProgress } from '../../src/course/model.ts';
import { MAX_SLOTS, paperCode } from '../../src/course/record/slots.ts';
import { partsOf } from '../../src/quiz/marking.ts';
import type { Item, Scenario } from '../../src/quiz/model.ts';
import { walk } from '../../src/quiz/scenario-machine.ts';
import { codesFor, namesOf } from './small-course.ts';

/** The longest way through a story. */
function longestPath(scenario: Scenario, path = ''): string {
  const { situation } = walk(scenario, path);
  const ways = situation?.value.choices.map((c) => longestPath(scenario, path + c.id)) ?? [path];
  return ways.reduce((a, b) => (b.length > a.length ? b : a), '');
}

const longestAnswer = (item: Item) =>
  partsOf(item)
    .map((p) => (item.type === 'classify' ? 'a' : p.id))
    .join('');
const longest = (ids: readonly string[]) => ids.reduce((a, b) => (b.length > a.length ? b : a), '');

/** A progress at least as long, written down, as any that a learner can reach in a course. */
export function worstProgress(course: Course): Progress {
  const most = (section: string, count: number) =>
    course.bank
      .filter((i) => i.section === section)
      .sort((a, b) => longestAnswer(b).length - longestAnswer(a).length)
      .slice(0, count);
  const groups = course.diagnostic?.groups;
  const paper = groups
    ? groups.flatMap((g) => g.sections.flatMap((s) => most(s, g.questions)).slice(0, g.questions))
    : Object.entries(course.blueprint.sections).flatMap(([section, count]) => most(section, count));
  const reasks = course.blueprint.mustPass.flatMap((c) => course.bank.filter((i) => i.mustPass === c).slice(0, 1));
  const stories = Object.values(course.scenarios).map((s) => [s.id, { path: longestPath(s), done: true }] as const);
  const decisions = Object.entries(course.codes).flatMap(([n, code]) => (n.startsWith('decision.') ? [code] : []));
  const papers = Array.from({ length: MAX_SLOTS }, (_, n) => paperCode(n + 1) ?? '*0');
  const screens = [...course.parts.map((p) => p.id), ...Object.keys(course.scenarios)];
  return {
    ...newProgress('zzzzzzzz'),
    revision: 9_999_999,
    place: longest(screens),
    roles: course.roles.map((r) => r.id),
    read: course.parts.map((p) => p.id),
    known: course.parts.map((p) => p.id),
    rechecked: groups?.map((g) => g.sections[0] ?? '') ?? [],
    stories: Object.fromEntries(stories),
    dealt: course.diagnostic ? [] : course.parts.slice(0, DEALT).map((p) => p.id),
    cold: course.diagnostic
      ? []
      : course.bank.slice(0, DEALT).map((i) => ({ id: i.id, answer: longestAnswer(i), sure: true })),
    papers: 9999,
    paper: paper.map((i) => ({ id: i.id, answer: longestAnswer(i), sure: true })),
    reasks: [...reasks, ...reasks.slice(0, 1)].map((i) => ({ id: i.id, answer: longestAnswer(i), sure: true })),
    // Decisions and papers take the slots, so that every question seen has to be listed besides.
    slots: [...decisions, ...papers].slice(0, MAX_SLOTS),
    seen: course.bank.map((i) => i.id),
    best: 91.67,
    assessed: true,
    declared: { at: 4_102_444_800, edition: 'Edition.2026' },
    seconds: 9_999_999,
    passed: true,
  };
}

/** A course with n times the parts, scenarios, questions and questions a paper, under synthetic codes. */
export function times(course: Course, n: number): Course {
  const copies = Array.from({ length: n }, (_, k) => k);
  const name = (id: string, k: number) => `${id}x${k}`;
  const scenarios = copies.flatMap((k) =>
    Object.values(course.scenarios).map((s) => ({ ...s, id: name(s.id, k), section: name(s.section, k) })),
  );
  const big: Course = {
    ...course,
    parts: copies.flatMap((k) =>
      course.parts.map((p) => ({ ...p, id: name(p.id, k), scenarios: p.scenarios.map((s) => name(s, k)) })),
    ),
    scenarios: Object.fromEntries(scenarios.map((s) => [s.id, s])),
    bank: copies.flatMap((k) => course.bank.map((i) => ({ ...i, id: name(i.id, k), section: name(i.section, k) }))),
    ...(course.diagnostic && {
      diagnostic: {
        ...course.diagnostic,
        groups: copies.flatMap((k) =>
          (course.diagnostic?.groups ?? []).map((g) => ({ ...g, sections: g.sections.map((s) => name(s, k)) })),
        ),
      },
    }),
    blueprint: {
      ...course.blueprint,
      sections: Object.fromEntries(
        copies.flatMap((k) => Object.entries(course.blueprint.sections).map(([s, c]) => [name(s, k), c] as const)),
      ),
    },
  };
  return { ...big, codes: codesFor(namesOf(big)) };
}
