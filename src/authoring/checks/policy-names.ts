import type { Rule } from '../read/rule.ts';
import { knownClauses, named } from './named.ts';

/** Clauses belong to parts that exist; changes name clauses that exist. */
export const policyNames: Rule = (c) => {
  const parts = c.module.data.parts.map((p) => p.id);
  return [
    ...c.clauses.flatMap((k) => named(k, ['section'], 'part', k.data.section, parts)),
    ...c.changes.flatMap((k) => knownClauses(c, k, ['clauses'], k.data.clauses)),
  ];
};
