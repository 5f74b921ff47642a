import type { Rule } from '../read/rule.ts';
import { knownClauses, knownId, named } from './named.ts';

/** `module.yaml` names only parts, lessons, roles and clauses that exist. */
export const moduleNames: Rule = (c) => {
  const m = c.module.data;
  const parts = m.parts.map((p) => p.id);
  const roles = m.roles.map((r) => r.id);
  return [
    ...m.parts.flatMap((p, i) => knownId(c, c.module, ['parts', i, 'lesson'], 'lesson', p.lesson)),
    ...m.parts.flatMap((p, i) => (p.role ? named(c.module, ['parts', i, 'role'], 'role', p.role, roles) : [])),
    ...Object.keys(m.assessment.blueprint).flatMap((s) =>
      named(c.module, ['assessment', 'blueprint', s], 'part', s, parts),
    ),
    ...knownClauses(c, c.module, ['assessment', 'mustPass'], m.assessment.mustPass),
    ...(m.diagnostic?.groups ?? []).flatMap((g, i) =>
      g.sections.flatMap((s, j) => named(c.module, ['diagnostic', 'groups', i, 'sections', j], 'part', s, parts)),
    ),
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
