import { expect, test } from 'vitest';
import { lessonClauses } from './lesson-clauses.ts';
import { replace, said } from './testing.ts';

test('front matter and text that name the same clauses are in order', () => {
  expect(said(lessonClauses)).toEqual([]);
});

test('a clause in the text only, and one in the front matter only, are found', () => {
  const change = (text: string) =>
    replace('[FIR-1, FIR-2, FIR-3]', '[FIR-1, FIR-2]')(text).replace(' <Clause id="FIR-2" />', '');
  expect(said(lessonClauses, { 'lessons/kitchen.mdx': change })).toEqual([
    'c/lessons/kitchen.mdx:9 clauses[1]: FIR-2 is not named in the text. Write <Clause id="FIR-2" /> where it is taught.',
    'c/lessons/kitchen.mdx:21 <Clause>: FIR-3 is not in the front matter. Add it to clauses at the top.',
  ]);
});
