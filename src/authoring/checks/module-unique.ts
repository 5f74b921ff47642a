import type { Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';

/** Parts, roles, routes, actions, things to do and documents of `module.yaml` have ids of their own. */
export const moduleUnique: Rule = (c) => {
  const m = c.module.data;
  const lists = { actions: m.actions, parts: m.parts, roles: m.roles, routes: m.routes, today: m.today };
  const twice = (ids: readonly string[]) => ids.map((id, i) => (ids.indexOf(id) < i ? i : -1)).filter((i) => i >= 0);
  return [
    ...Object.entries(lists).flatMap(([name, list]) =>
      twice(list.map((x) => x.id)).map((i) =>
        problemAt(
          c.module,
          [name, i, 'id'],
          `${list[i]?.id} is written twice`,
          'Ids are permanent: give the newer one another.',
        ),
      ),
    ),
    ...twice(m.settings.documents.map((d) => d.id)).map((i) =>
      problemAt(c.module, ['settings', 'documents', i, 'id'], 'is written twice', 'Give the newer one another id.'),
    ),
  ];
};
