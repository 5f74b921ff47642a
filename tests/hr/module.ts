import type { ItemInfo, ModuleContent } from '../../hr/content/module.ts';

const parts = [
  { id: 'int', title: 'Introduction', lesson: 'What this is about' },
  { id: 'wrk', title: 'Usage at work', lesson: 'At work' },
  { id: 'per', title: 'Your own accounts', lesson: 'Your own accounts' },
  { id: 'con', title: 'Conduct and sanctions', lesson: 'When it goes wrong' },
];
const clauses = parts.flatMap((p) =>
  [1, 2, 3].map((n) => [`${p.id.toUpperCase()}-${n}`, { section: p.id, title: `Rule ${n} of ${p.title}` }] as const),
);
const option = (id: string, key: boolean | string | null, misconception: string | null = null) => ({
  id,
  text: `Option ${id}`,
  key,
  misconception,
});

function question(section: string, n: number): ItemInfo {
  const id = `q_${section}_${String(n).padStart(3, '0')}`;
  const base = {
    id,
    kind: 'question',
    section,
    clauses: [`${section.toUpperCase()}-${(n % 3) + 1}`],
    stem: `What about ${id}?`,
    scenario: null,
  } as const;
  if (n === 7)
    return {
      ...base,
      type: 'classify',
      options: [option('a', 'a'), option('b', 'c'), option('c', 'b')],
      pattern: 'a.a,b.c,c.b',
    };
  if (n === 8)
    return { ...base, type: 'order', options: ['a', 'b', 'c'].map((i) => option(i, null)), pattern: 'a,b,c' };
  if (n === 9)
    return { ...base, type: 'multiple', options: ['a', 'b', 'c', 'd'].map((i) => option(i, i < 'c')), pattern: 'a,b' };
  if (n === 10)
    return {
      ...base,
      type: 'write',
      options: ['a', 'b', 'c'].flatMap((place) =>
        ['a', 'b', 'c'].map((w) => option(`${place}.${w}`, w === 'b' || (place === 'c' && w === 'c'))),
      ),
      pattern: 'a.b,b.b,c.b,a.b,b.b,c.c',
    };
  const key = 'abc'[n % 3] ?? 'a';
  return { ...base, type: 'single', options: ['a', 'b', 'c'].map((i) => option(i, i === key)), pattern: key };
}

function decision(section: string, n: number): ItemInfo {
  return {
    id: `${section}_story_d${n}`,
    kind: 'decision',
    type: 'single',
    section,
    clauses: [`${section.toUpperCase()}-${n}`],
    stem: `What now, ${n}?`,
    options: [option('a', true), option('b', false, 'It is only a small post.'), option('c', false)],
    pattern: 'a',
    scenario: `Story of ${section}`,
  };
}

const items = parts.flatMap((p) => [
  ...Array.from({ length: 12 }, (_, i) => question(p.id, i + 1)),
  ...[1, 2, 3].map((n) => decision(p.id, n)),
]);

/** A small module with every type of question, so that tests do not move with the real content. */
export const testModule: ModuleContent = {
  title: 'Acceptable use of social media',
  policy: 'Acceptable use of Social Media Policy',
  organisation: 'Example University',
  edition: '2026.1',
  textHash: '957f8872',
  parts,
  clauses: new Map(clauses),
  items: new Map(items.map((i) => [i.id, i])),
  codes: new Map(items.filter((i) => i.kind === 'question').map((q, i) => [i.toString(36).padStart(2, '0'), q.id])),
  mustPass: ['WRK-3', 'PER-3', 'CON-1'],
  routes: [
    { id: 'induction', name: 'Induction', papers: 'paper' },
    { id: 'refresher', name: 'Refresher', papers: 'diagnostic' },
    { id: 'followup', name: 'Follow-up', papers: null },
  ],
};
