import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeDeclaration, writePaper } from '../../src/course/record/grammar.ts';
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
  routes: [{ id: 'induction', name: 'Induction', papers: 'paper' }],
};

/** Interactions a person: 24 decisions, 32 first answers to questions, 3 papers, 1 declaration. */
export const interactions = 60;

const decisions = benchItems.filter((i) => i.kind === 'decision').slice(0, 24);
const questions = benchItems.filter((i) => i.kind === 'question');
const at = Date.parse('2026-11-22T08:54:00Z');

/** A number that looks random, the same on every machine. */
function mix(a: number, b: number): number {
  let t = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 1, 0xc2b2ae35);
  t = Math.imul(t ^ (t >>> 15), 0x27d4eb2f);
  return ((t ^ (t >>> 13)) >>> 0) / 4294967296;
}

function line(person: number, attempt: 1 | 2): string {
  const times =
    attempt === 1
      ? ['"Sunday, 22 November 2026, 8:54 AM"', '"Sunday, 22 November 2026, 9:24 AM"']
      : ['"Monday, 23 November 2026, 8:54 AM"', '"Monday, 23 November 2026, 9:24 AM"'];
  const cells = [`"Person ${person}"`, `p${person}@example.ac.uk`, String(attempt), ...times, '83', '83'];
  const ability = mix(person, 1);
  const answer = (id: string, i: number) => {
    const right = mix(person, i + attempt + 1) < 0.35 + 0.5 * ability;
    cells.push(id, right ? 'b' : mix(person, i + 500) < 0.5 ? 'a' : 'c', 'b', right ? 'correct' : 'wrong');
  };
  if (attempt === 1) {
    decisions.forEach((d, i) => {
      answer(d.id, i);
    });
  }
  const from = Math.floor(mix(person, 9000) * questions.length);
  const asked = attempt === 1 ? 32 : 20;
  for (let i = 0; i < asked; i++) answer(questions[(from + i * 3) % questions.length]?.id ?? '', i + 100);
  if (attempt === 2) return cells.join('\t');
  const paper = { kind: 'paper', right: 9, of: 12, at, questions: [], weak: ['per'], missed: [] } as const;
  for (const n of [1, 2, 3]) cells.push(`paper_${n}`, writePaper({ ...paper, right: 8 + n }), '', 'neutral');
  cells.push(
    'declaration',
    writeDeclaration({ edition: '2026.1', textHash: '957f8872', version: '1.0.0', at, minutes: 23 }),
    '',
    'neutral',
  );
  return cells.join('\t');
}

/** Writes an interactions report of so many people; every tenth has a second attempt with 20 of the questions again. */
export async function benchFile(path: string, people: number): Promise<void> {
  const out = createWriteStream(path);
  const head = [
    'Name',
    '"Email address"',
    'Attempt',
    '"Started on"',
    '"Last accessed on"',
    'Score',
    '"Bench: Induction"',
  ];
  for (let i = 0; i < interactions; i++)
    head.push(`"Question ${i}"`, `"Response ${i}"`, `"Right answer ${i}"`, `"Result ${i}"`);
  let text = `${head.join('\t')}\n`;
  for (let p = 1; p <= people; p++) {
    text += `${line(p, 1)}\n`;
    if (p % 10 === 0) text += `${line(p, 2)}\n`;
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}
