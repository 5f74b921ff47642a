import { expect, test } from 'vitest';
import { replace, said } from '../rules/testing.ts';
import { moduleNames } from './module-names.ts';
import { moduleUnique } from './module-unique.ts';

const after = `earned:
  - { title: cook in peace, actions: [stay_near] }
today:
  - { id: lid, title: Find the lid, text: Put it beside the hob., copy: The lid lives here., clauses: [FIR-1] }
  - { id: door, title: Try the door, text: It should shut by itself., clauses: [FIR-2] }
parts:
`;
const check = (rule: typeof moduleNames, from = '', to = '') =>
  said(rule, { 'module.yaml': (text) => replace('parts:\n', after)(text).replace(from, to) }).map((s) =>
    s.replace(/^c\/module\.yaml:\d+ /, ''),
  );

test('what a pass brings names actions, clauses, roles and words to copy that exist', () => {
  expect(check(moduleNames)).toEqual([]);
  expect(check(moduleNames, 'actions: [stay_near]', 'actions: [stay_ner]')[0]).toMatch(
    /^earned\[0\]\.actions\[0\]: there is no action stay_ner\. Did you mean stay_near\?/,
  );
  expect(check(moduleNames, 'clauses: [FIR-2] }', 'clauses: [FIR-9] }')[0]).toMatch(/there is no clause FIR-9/);
  expect(check(moduleNames, 'id: door', 'id: door, role: cook')[0]).toMatch(/there is no role cook/);
  expect(check(moduleNames, 'copy: The lid lives here.', 'copyFrom: kitchen.lid')[0]).toMatch(
    /there is no text to copy kitchen\.lid/,
  );
});

test('two things to do have ids of their own', () => {
  expect(check(moduleUnique)).toEqual([]);
  expect(check(moduleUnique, 'id: door', 'id: lid')).toEqual([
    'today[1].id: lid is written twice. Ids are permanent: give the newer one another.',
  ]);
});
