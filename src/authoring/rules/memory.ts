import { END, type Scenario } from '../../quiz/model.ts';
import { type ConditionalLine, conditionalLines } from '../measure/memory.ts';
import { allPaths } from '../measure/scenario-path.ts';
import { countWords } from '../measure/text.ts';
import type { Rule } from '../read/content.ts';
import { type Entry, type Path, problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';
import type { ScenarioFile } from '../schema/scenario.ts';

/** Facts that a story may have. */
const FACTS = 3;
/** Lines that are shown only on some ways. */
const LINES = 8;
/** Words of such lines that a person who follows the policy does not read. */
const CHANGED = 90;
/** Places at which a story comes back to something done before. */
const PLACES = 3;
/** Words of an ending. */
const ENDING = 25;

type Story = Entry<ScenarioFile>;
type Fault = (path: Path, message: string, remedy: string) => Problem;

/** A rule on the stories that remember something. */
const remembering =
  (check: (s: ScenarioFile, lines: readonly ConditionalLine[], fault: Fault) => Problem[]): Rule =>
  (c) =>
    c.scenarios.flatMap((s: Story) =>
      s.data.facts
        ? check(s.data, conditionalLines(s.data), (path, message, remedy) => problemAt(s, path, message, remedy))
        : [],
    );

/** Questions of a paper from which on a module is large enough to be held to it that its stories remember. */
const LARGE = 10;

/** Content rule 10: a story remembers what was done, in a module whose paper has ten questions or more. */
export const storiesRemember: Rule = (c) => {
  const sizes = c.module.data.routes.map((r) => Object.values(r.paper?.blueprint ?? {}).reduce((a, b) => a + b, 0));
  if (Math.max(...sizes) < LARGE) return [];
  const remedy = 'Write facts: what a choice makes true, and let later lines and the ending depend on it.';
  return c.scenarios.flatMap((s) => (s.data.facts ? [] : [problemAt(s, ['id'], 'remembers nothing', remedy)]));
};

/** Content rule 10: few facts and few words more, so that a story that remembers can still be read through. */
export const memoryLimits = remembering((s, lines, fault) => {
  const facts = Object.keys(s.facts ?? {}).length;
  const changed = lines.reduce((n, l) => n + (l.onBestPath ? 0 : countWords(l.arrival.text)), 0);
  return [
    ...(facts > FACTS ? [fault(['facts'], `${facts} facts are remembered`, `Keep the ${FACTS} that matter.`)] : []),
    ...(lines.length > LINES
      ? [fault(['situations'], `${lines.length} lines depend on a fact`, `Keep it to ${LINES}.`)]
      : []),
    ...(changed > CHANGED
      ? [
          fault(
            ['situations'],
            `${changed} words depend on a fact and are not on the best path`,
            `Keep it to ${CHANGED}: shorten those lines.`,
          ),
        ]
      : []),
    ...s.endings.flatMap((e, i) => {
      const words = countWords(e.text);
      if (words <= ENDING) return [];
      const remedy = `Say what stands and the decision behind it in ${ENDING}, and the rest under more.`;
      return [fault(['endings', i, 'text'], `has ${words} words`, remedy)];
    }),
  ];
});

/** Content rule 10: what was done comes back, in three places or more, and never before anything was done. */
export const memoryUsed = remembering((s, lines, fault) => {
  const first: Path = ['situations', s.start];
  const places = new Set(lines.map((l) => `${l.place} ${l.fact}`)).size + s.endings.filter((e) => e.when).length;
  const choices = Object.values(s.situations).flatMap((x) => x.choices);
  const set = new Set(choices.flatMap((c) => c.sets ?? []));
  const read = new Set([...lines.map((l) => l.fact), ...s.endings.flatMap((e) => e.when ?? [])]);
  return [
    ...lines.flatMap((l) =>
      l.path[0] === first[0] && l.path[1] === first[1]
        ? [fault(l.path, 'depends on a fact in the first decision', 'Write it without when or unless.')]
        : [],
    ),
    ...(places < PLACES
      ? [
          fault(
            ['facts'],
            `${places} places use an earlier act`,
            `Let ${PLACES} lines or endings at least depend on a fact.`,
          ),
        ]
      : []),
    ...Object.keys(s.facts ?? {}).flatMap((fact) => [
      ...(set.has(fact) ? [] : [fault(['facts', fact], 'is set by no choice', 'Name it under sets of a choice.')]),
      ...(read.has(fact)
        ? []
        : [fault(['facts', fact], 'is read nowhere', 'Let a line or an ending depend on it, or remove it.')]),
    ]),
  ];
});

/** Which values each fact of an ending can have where the story looks for the ending that fits. */
function endingFacts(s: Scenario): { readonly path: Path; readonly fact: string; readonly values: Set<boolean> }[] {
  const toEnd = allPaths(s).filter((p) => p.steps.at(-1)?.choice.goto === END);
  return s.endings.flatMap(({ when = [] }, i) =>
    when.map((fact, j) => ({
      path: ['endings', i, 'when', j],
      fact,
      values: new Set(toEnd.map((p) => p.facts[fact] === true)),
    })),
  );
}

/** Content rule 10: a condition that is always met, or never, is none; and an ending with one is only come to by what was done. */
export const memoryOpen = remembering((s, lines, fault) => {
  const conditions = [
    ...lines.map((l) => ({ ...l, path: [...l.path, l.arrival.when === undefined ? 'unless' : 'when'] })),
    ...endingFacts(s),
  ];
  const told = (ending: string) => s.endings.find((e) => e.id === ending)?.when !== undefined;
  return [
    // Where the story does not set it at all, or no path comes there, others say so.
    ...conditions.flatMap(({ path, fact, values }) =>
      values.size === 1
        ? [
            fault(
              path,
              `${fact} is ${values.has(true) ? 'always' : 'never'} true here`,
              'Take the condition out, or change which choices set the fact.',
            ),
          ]
        : [],
    ),
    ...Object.entries(s.situations).flatMap(([id, { choices }]) =>
      choices.flatMap((c, i) =>
        told(c.goto)
          ? [
              fault(
                ['situations', id, 'choices', i, 'goto'],
                `leads to ${c.goto} whatever was done`,
                `Write ${END}: the first ending whose facts are true is told.`,
              ),
            ]
          : [],
      ),
    ),
  ];
});
