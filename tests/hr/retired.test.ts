import { expect, test } from 'vitest';
import { readModule } from '../../hr/content/read.ts';

test('a question that is asked no more keeps its words, its clauses, its code and its key in the report', () => {
  const { items, codes } = readModule('src/content');
  const old = items.get('q_int_001');
  expect(old).toMatchObject({ kind: 'question', type: 'single', section: 'int' });
  expect(old?.options.filter((o) => o.key).map((o) => o.id)).toEqual([old?.pattern]);
  expect([...codes.values()]).toContain('q_int_001');
});
