import type { Rule } from '../read/content.ts';
import type { Path } from '../read/entry.ts';
import { knownClauses, knownId, named } from './named.ts';

/** `module.yaml` names only parts, lessons, roles, actions, clauses and words to copy that exist. */
export const moduleNames: Rule = (c) => {
  const m = c.module.data;
  const parts = m.parts.map((p) => p.id);
  const roles = m.roles.map((r) => r.id);
  const actions = m.actions.map((a) => a.id);
  const copies = c.checklists.flatMap(({ data: k }) => (k.copy ?? []).map((x) => `${k.id}.${x.id}`));
  return [
    ...m.parts.flatMap((p, i) => knownId(c, c.module, ['parts', i, 'lesson'], 'lesson', p.lesson)),
    ...m.parts.flatMap((p, i) => (p.role ? named(c.module, ['parts', i, 'role'], 'role', p.role, roles) : [])),
    ...knownClauses(c, c.module, ['assessment', 'mustPass'], m.assessment.mustPass),
    ...m.earned.flatMap((e, i) => [
      ...e.actions.flatMap((a, j) => named(c.module, ['earned', i, 'actions', j], 'action', a, actions)),
      ...(e.role ? named(c.module, ['earned', i, 'role'], 'role', e.role, roles) : []),
    ]),
    ...m.today.flatMap((t, i) => [
      ...knownClauses(c, c.module, ['today', i, 'clauses'], t.clauses),
      ...(t.role ? named(c.module, ['today', i, 'role'], 'role', t.role, roles) : []),
      ...(t.copyFrom ? named(c.module, ['today', i, 'copyFrom'], 'text to copy', t.copyFrom, copies) : []),
    ]),
    ...(m.talk?.cases ?? []).flatMap((k, i) =>
      named(
        c.module,
        ['talk', 'cases', i, 'asked'],
        'request',
        k.asked,
        c.asked.map((r) => r.data.id),
      ),
    ),
    ...m.routes.flatMap(({ parts: own, paper, diagnostic, cases }, n) => {
      const part = (path: Path, id: string) => named(c.module, ['routes', n, ...path], 'part', id, parts);
      return [
        ...(own ?? []).flatMap((id, i) => part(['parts', i], id)),
        ...Object.keys(paper?.blueprint ?? {}).flatMap((s) => part(['paper', 'blueprint', s], s)),
        ...(diagnostic?.groups ?? []).flatMap((g, i) =>
          g.sections.flatMap((s, j) => part(['diagnostic', 'groups', i, 'sections', j], s)),
        ),
        ...(cases?.groups ?? []).flatMap((g, i) => g.flatMap((s, j) => part(['cases', 'groups', i, j], s))),
      ];
    }),
  ];
};

/** Clauses belong to parts that exist; changes name clauses that exist. */
export const policyNames: Rule = (c) => {
  const parts = c.module.data.parts.map((p) => p.id);
  return [
    ...c.clauses.flatMap((k) => named(k, ['section'], 'part', k.data.section, parts)),
    ...c.changes.flatMap((k) => knownClauses(c, k, ['clauses'], k.data.clauses)),
  ];
};
