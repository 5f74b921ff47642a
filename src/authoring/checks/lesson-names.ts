import type { LessonEntry, Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';
import { lessonComponents } from '../schema/components.ts';
import { knownClauses, knownId, missing, named } from './named.ts';

/** Front matter and components of a lesson name only what exists. */
export const lessonNames: Rule = (c) => {
  const m = c.module.data;
  const parts = m.parts.map((p) => p.id);
  const namedBy: Record<string, ReadonlySet<string>> = {
    Clause: c.known.clause,
    Term: c.known.term,
    Document: new Set(m.settings.documents.map((d) => d.id)),
    Checklist: c.known.checklist,
    ForRole: new Set(m.roles.map((r) => r.id)),
  };
  const inBody = (l: LessonEntry): Problem[] =>
    l.uses.flatMap(({ name, id, line }) => {
      const there = namedBy[name];
      if (!there || there.has(id)) return [];
      const [message, remedy] = missing(lessonComponents[name]?.names ?? name, id, there);
      return [{ file: l.file, line, field: `<${name}>`, message, remedy }];
    });
  return c.lessons.flatMap((l) => [
    ...named(l, ['section'], 'part', l.data.section, parts),
    ...l.data.actions.flatMap((a, i) =>
      named(
        l,
        ['actions', i],
        'action',
        a,
        m.actions.map((x) => x.id),
      ),
    ),
    ...knownClauses(c, l, ['clauses'], l.data.clauses),
    ...(l.data.scenarios ?? []).flatMap((s, i) => knownId(c, l, ['scenarios', i], 'scenario', s)),
    ...inBody(l),
    ...(m.parts.some((p) => p.lesson === l.data.id)
      ? []
      : [problemAt(l, ['id'], 'is the lesson of no part', 'Name it under parts in module.yaml.')]),
  ]);
};
