import type { ItemInfo, ModuleContent } from '../content/module.ts';

const sections = ['int', 'sta', 'sco', 'wrk', 'brn', 'per', 'con'];
const letters = ['a', 'b', 'c'];

function item(section: string, id: string, kind: ItemInfo['kind']): ItemInfo {
  const options = letters.map((l) => ({ id: l, text: l, key: l === 'b', misconception: null }));
  const clauses = [`${section.toUpperCase()}-1`];
  return { id, kind, type: 'single', section, clauses, stem: id, options, pattern: 'b', scenario: null };
}

/** Questions and decisions as many as the real module has: 98 and 28. */
export const benchItems = sections.flatMap((s) => [
  ...Array.from({ length: 14 }, (_, i) => item(s, `q_${s}_${String(i + 1).padStart(3, '0')}`, 'question')),
  ...Array.from({ length: 4 }, (_, i) => item(s, `${s}_story_d${i + 1}`, 'decision')),
]);

/** A module with the shape of the real one, so that the bench does not move with the content. */
export const benchModule: ModuleContent = {
  title: 'Bench',
  policy: 'Bench',
  organisation: 'Bench',
  edition: '2026.1',
  textHash: '957f8872',
  parts: sections.map((id) => ({ id, title: id, lesson: id })),
  clauses: new Map(sections.map((s) => [`${s.toUpperCase()}-1`, { section: s, title: s }])),
  items: new Map(benchItems.map((i) => [i.id, i])),
  codes: new Map(),
  mustPass: [],
};
