import type { Course } from '../../src/course/model.ts';
import type { Item, Scenario } from '../../src/quiz/model.ts';

const because = 'The house rules say so.';
const option = (id: string, text: string) => ({ id, text, because });

/** One question of each type, with the same ids in any section. */
export const allTypes = (section: string, clause: string): Item[] => {
  const base = {
    section,
    clauses: [clause],
    routes: ['induction', 'refresher'],
    level: 'applied',
    stem: 'What do you do?',
  } as const;
  return [
    {
      ...base,
      id: `q_${section}_001`,
      type: 'single',
      options: [option('a', 'One'), { ...option('b', 'Two'), key: true }, option('c', 'Three')],
    },
    {
      ...base,
      id: `q_${section}_002`,
      type: 'multiple',
      choose: 2,
      options: [
        { ...option('a', 'One'), key: true },
        option('b', 'Two'),
        { ...option('c', 'Three'), key: true },
        option('d', 'Four'),
      ],
    },
    {
      ...base,
      id: `q_${section}_003`,
      type: 'classify',
      bins: [
        { id: 'fine', text: 'Fine' },
        { id: 'ask', text: 'Ask' },
        { id: 'never', text: 'Never' },
      ],
      items: [
        { ...option('a', 'One'), bin: 'never' },
        { ...option('b', 'Two'), bin: 'fine' },
        { ...option('c', 'Three'), bin: 'ask' },
      ],
    },
    {
      ...base,
      id: `q_${section}_004`,
      type: 'order',
      steps: [option('a', 'First'), option('b', 'Second'), option('c', 'Third'), option('d', 'Fourth')],
    },
    {
      ...base,
      id: `q_${section}_005`,
      type: 'spot',
      stage: 'feed',
      parts: [option('a', 'One'), { ...option('b', 'Two'), breach: true }, { ...option('c', 'Three'), breach: true }],
    },
    {
      ...base,
      id: `q_${section}_006`,
      type: 'write',
      stage: 'feed',
      from: { name: 'House' },
      post: 'Tonight {what} {end}',
      places: [
        {
          id: 'what',
          ask: 'What',
          wordings: [option('a', 'One'), { ...option('b', 'Two'), key: true }, option('c', 'Three')],
        },
        {
          id: 'end',
          ask: 'The end',
          wordings: [{ ...option('a', 'One'), key: true }, option('b', 'Two'), option('c', 'Three')],
        },
      ],
    },
  ];
};

/** A two-option question, for papers. */
export const single = (id: string, more: Partial<Item> = {}): Item =>
  ({
    id,
    section: id.split('_')[1] ?? '',
    clauses: ['TEA-1'],
    routes: ['induction', 'refresher'],
    level: 'applied',
    stem: 'What do you do?',
    type: 'single',
    options: [{ ...option('a', 'One'), key: true }, option('b', 'Two'), option('c', 'Three')],
    ...more,
  }) as Item;

const turn = (best: string, other: string) => ({
  arrives: [],
  ask: 'What now?',
  choices: [
    { id: 'a', text: 'Wash up', best: true as const, consequence: [], because, clauses: ['TEA-1'], goto: best },
    { id: 'b', text: 'Leave it', consequence: [], because, clauses: ['TEA-1'], goto: other },
  ],
});

/** Two decisions; a mistake at the first can be mended. */
export const story = (id: string, section: string): Scenario => ({
  id,
  section,
  title: 'The cup',
  stage: 'feed',
  people: [],
  start: 'd1',
  situations: { d1: turn('d2', 'd2_late'), d2: turn('good', 'poor'), d2_late: turn('mended', 'poor') },
  endings: [
    { id: 'good', text: 'Clean.' },
    { id: 'mended', text: 'Late but clean.' },
    { id: 'poor', text: 'Dirty.' },
  ],
  exemplar: ['a', 'a'],
});

/** Two-character codes for every name, in order. */
export function codesFor(names: readonly string[]): Record<string, string> {
  const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  return Object.fromEntries(
    names.map((name, i) => [name, `${alphabet[Math.floor(i / 52)] ?? ''}${alphabet[i % 52] ?? ''}`]),
  );
}

/** Every name of a course that needs a code. */
export const namesOf = (c: Omit<Course, 'codes'>) => [
  ...c.parts.map((p) => `part.${p.id}`),
  ...c.roles.map((r) => `role.${r.id}`),
  ...Object.values(c.scenarios).flatMap((s) => [
    `scenario.${s.id}`,
    ...Object.keys(s.situations).map((d) => `decision.${s.id}.${d}`),
  ]),
  ...c.bank.map((i) => `question.${i.id}`),
];

/** An invented course on a shared tea kitchen: three parts (one by role), two scenarios, a paper of four. */
export function smallCourse(changes: Partial<Course> = {}): Course {
  const tea = ['001', '002', '003', '004', '005', '006'].map((n) => single(`q_tea_${n}`));
  const forms = ['101', '102', '103'].map((n) => single(`q_cup_${n}`, { clauses: ['CUP-1'], mustPass: 'CUP-1' }));
  const base: Omit<Course, 'codes'> = {
    module: 'tea',
    route: 'induction',
    lang: 'en-GB',
    version: '1.0.0',
    edition: '2026',
    textHash: '0a1b2c3d',
    fingerprint: '00000001',
    parts: [
      { id: 'tea', title: 'Tea', scenarios: ['kettle'] },
      { id: 'cup', title: 'Cups', scenarios: [] },
      { id: 'key', title: 'Keys', scenarios: ['lock'], role: 'keeper' },
    ],
    roles: [
      { id: 'keeper', text: 'I keep a key' },
      { id: 'guest', text: 'I am a guest' },
    ],
    scenarios: { kettle: story('kettle', 'tea'), lock: story('lock', 'key') },
    bank: [...tea, ...allTypes('cup', 'CUP-2'), ...forms],
    blueprint: { sections: { tea: 2, cup: 2 }, mustPass: ['CUP-1'] },
    pass: 3,
    clauses: {},
    declaration: { text: 'I know the rules.', button: 'Declare' },
    evaluation: true,
    strings: {},
  };
  const course = { ...base, ...changes };
  return { ...course, codes: changes.codes ?? codesFor(namesOf(course)) };
}
