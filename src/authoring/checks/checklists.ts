import type { Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';
import { knownClauses } from './named.ts';

/** Checklists name clauses that exist, and no item twice. */
export const checklists: Rule = (c) =>
  c.checklists.flatMap((k) => {
    const items = k.data.groups.flatMap((g, i) =>
      g.items.map((item, j) => ({ item, path: ['groups', i, 'items', j] as const })),
    );
    const ids = items.map(({ item }) => item.id);
    return items.flatMap(({ item, path }, n) => [
      ...knownClauses(c, k, [...path, 'clauses'], item.clauses),
      ...(ids.indexOf(item.id) < n
        ? [problemAt(k, [...path, 'id'], `${item.id} is written twice`, 'Give one of them another id.')]
        : []),
    ]);
  });
