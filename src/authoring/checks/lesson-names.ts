import type { LessonEntry } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';
import { componentUses } from '../read/mdx.ts';
import type { Problem } from '../read/problem.ts';
import type { Rule } from '../read/rule.ts';
import { knownClauses, knownId, missing, named } from './named.ts';

/** Front matter and components of a lesson name only what exists. */
export const lessonNames: Rule = (c) => {
  const m = c.module.data;
  const parts = m.parts.map((p) => p.id);
  const kinds: Record<string, readonly [string, ReadonlySet<string>]> = {
    Clause: ['clause', c.known.clause],
    Term: ['glossary term', c.known.term],
    Doc: ['document', new Set(m.settings.documents.map((d) => d.id))],
    Document: ['document', new Set(m.settings.documents.map((d) => d.id))],
    Checklist: ['checklist', c.known.checklist],
    Role: ['role', new Set(m.roles.map((r) => r.id))],
    ForRole: ['role', new Set(m.roles.map((r) => r.id))],
  };
  const inBody = (l: LessonEntry): Problem[] =>
    componentUses(l).flatMap((use) => {
      const [kind, known] = kinds[use.name] ?? [];
      const { role, id = role } = use.attributes;
      if (!kind || !known || (id !== undefined && known.has(id))) return [];
      const [message, remedy] =
        id === undefined ? ['names nothing', `Write id="…" with the id of a ${kind}.`] : missing(kind, id, known);
      return [{ file: l.file, line: use.line, field: `<${use.name}>`, message, remedy }];
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
