import type { Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';
import { picksOf } from '../read/question.ts';
import { knownClauses, named } from './named.ts';
import { lettersInOrder } from './scenario-shape.ts';
import { writeShape } from './write-shape.ts';

/** Questions: known clauses and section, the right number of keys, bins that exist and are used. */
export const questionShape: Rule = (c) => {
  const parts = c.module.data.parts.map((p) => p.id);
  const roles = c.module.data.roles.map((r) => r.id);
  const routes = c.module.data.routes.map((r) => r.id);
  return c.questions.flatMap((q) => {
    const d = q.data;
    const fault = (path: (string | number)[], message: string, remedy: string) => [problemAt(q, path, message, remedy)];
    const { list, picks } = picksOf(d);
    const keys = d.type === 'single' || d.type === 'multiple' ? d.options.filter((o) => o.key).length : 0;
    const breaches = d.type === 'spot' ? d.parts.filter((p) => p.breach).length : 0;
    return [
      ...named(q, ['id'], 'part', d.id.split('_')[1] ?? '', parts),
      ...knownClauses(c, q, ['clauses'], d.clauses),
      ...(d.for ?? []).flatMap((id, i) => named(q, ['for', i], 'role', id, roles)),
      ...d.routes.flatMap((id, i) => named(q, ['routes', i], 'route', id, routes)),
      ...(d.type === 'write' ? writeShape(q, d) : lettersInOrder(q, [list], picks)),
      ...(d.type === 'single' && keys !== 1
        ? fault(['options'], `${keys} options are keys`, 'Write key: true on exactly one.')
        : []),
      ...(d.type === 'multiple' && keys !== d.choose
        ? fault(['choose'], `is ${d.choose}, but ${keys} options are keys`, 'Make the two agree.')
        : []),
      ...(d.type === 'multiple' && keys === d.options.length
        ? fault(['options'], 'every option is a key', 'Add a distractor.')
        : []),
      ...(d.type === 'spot' && (breaches === 0 || breaches === d.parts.length)
        ? fault(
            ['parts'],
            breaches ? 'every part is a breach' : 'no part is a breach',
            'Have at least one part of each sort.',
          )
        : []),
      ...(d.type === 'classify'
        ? [
            ...d.items.flatMap((x, i) =>
              named(
                q,
                ['items', i, 'bin'],
                'bin',
                x.bin,
                d.bins.map((b) => b.id),
              ),
            ),
            ...d.bins.flatMap((b, i) =>
              d.items.some((x) => x.bin === b.id)
                ? []
                : fault(['bins', i, 'id'], `nothing goes into ${b.id}`, 'Add an item for it, or remove the bin.'),
            ),
          ]
        : []),
    ];
  });
};
