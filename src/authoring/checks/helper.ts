import type { Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';
import type { Helper } from '../schema/helper.ts';
import { knownClauses, knownId, named } from './named.ts';
import { lettersInOrder } from './scenario-shape.ts';

/** Questions on the longest way to advice. */
const MOST = 7;

/** Questions asked on the longest way from each id; Infinity where a way comes back to itself. */
function longest(h: Helper, id: string, open: readonly string[] = []): number {
  if (open.includes(id)) return Number.POSITIVE_INFINITY;
  const q = h.questions[id];
  return q ? 1 + Math.max(...q.answers.map((a) => longest(h, a.goto, [...open, id]))) : 0;
}

function reached(h: Helper): Set<string> {
  const seen = new Set<string>();
  const todo = [h.start];
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (!seen.has(id)) todo.push(...(h.questions[id]?.answers ?? []).map((a) => a.goto));
    seen.add(id);
  }
  return seen;
}

/** The decision helper: every answer leads on, everything can be reached, and advice comes after seven questions at most. */
export const helper: Rule = (c) => {
  const h = c.helper;
  if (!h) return [];
  const places = [...Object.keys(h.data.questions), ...Object.keys(h.data.outcomes)];
  const seen = reached(h.data);
  const most = longest(h.data, h.data.start);
  return [
    ...named(h, ['start'], 'question', h.data.start, Object.keys(h.data.questions)),
    ...Object.entries(h.data.questions).flatMap(([id, q]) => [
      ...lettersInOrder(h, ['questions', id, 'answers'], q.answers),
      ...q.answers.flatMap((a, i) =>
        named(h, ['questions', id, 'answers', i, 'goto'], 'question or outcome', a.goto, places),
      ),
      ...(id in h.data.outcomes
        ? [problemAt(h, ['questions', id], 'has the id of an outcome', 'Give one of them another id.')]
        : []),
    ]),
    ...Object.entries(h.data.outcomes).flatMap(([id, o]) => [
      ...knownClauses(c, h, ['outcomes', id, 'clauses'], o.clauses),
      ...(o.checklist ? knownId(c, h, ['outcomes', id, 'checklist'], 'checklist', o.checklist) : []),
    ]),
    ...(['questions', 'outcomes'] as const).flatMap((list) =>
      Object.keys(h.data[list]).flatMap((id) =>
        seen.has(id)
          ? []
          : [problemAt(h, [list, id], 'no answer leads here', `Lead an answer here (goto: ${id}), or remove it.`)],
      ),
    ),
    ...(most === Number.POSITIVE_INFINITY
      ? [
          problemAt(
            h,
            ['questions'],
            'an answer leads back to an earlier question',
            'Lead it on, to a later question or to advice.',
          ),
        ]
      : most > MOST
        ? [problemAt(h, ['questions'], `one way asks ${most} questions`, `Come to advice after ${MOST} at most.`)]
        : []),
  ];
};
