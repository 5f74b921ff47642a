import type { Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';
import { knownClauses, named } from './named.ts';

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

/**
 * What people ask: its answers name clauses that exist and somebody to ask who is known, and only one that rests on a
 * clause which allows something says that the policy allows it.
 */
export const asked: Rule = (c) => {
  const known = ['manager', ...Object.keys(c.module.data.settings).filter((name) => name.endsWith('Contact'))];
  return c.asked.flatMap((r) =>
    r.data.answers.flatMap((a, i) => {
      const allows =
        /\bpolicy (allows|permits|lets)\b/i.test(a.text) && !(a.label === 'policy' && a.ground === 'allowed');
      return [
        ...(a.label === 'policy' ? knownClauses(c, r, ['answers', i, 'clauses'], a.clauses) : []),
        ...(a.label === 'silent' ? named(r, ['answers', i, 'whom'], 'contact', a.whom, known) : []),
        ...(allows
          ? [
              problemAt(
                r,
                ['answers', i, 'text'],
                'says that the policy allows it, and rests on no clause that does',
                'Say that nothing in the policy stops it, or give it the ground allowed.',
              ),
            ]
          : []),
      ];
    }),
  );
};
