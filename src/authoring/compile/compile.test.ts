import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { realCourse } from '../../../tests/support/real-course.ts';
import { readFolder } from '../read/files.ts';
import { loadContent, parseContent } from '../read/load.ts';
import { compileCourse } from './compile.ts';

/** Fields that no screen reads: notes of authors, and what the document says already. */
const NOTES = ['goal', 'outOfScope', 'misconception'];

/** Every text below a value, apart from authors' notes at the two places where they stand. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

const { content } = loadContent('src/content');

test.each(['induction', 'refresher'] as const)('every word of a story or a question reaches the %s', (route) => {
  const course = realCourse(route);
  const there = new Set(texts(course));
  for (const { data } of content?.scenarios ?? []) {
    const { goal: _, outOfScope: __, ...told } = data;
    const choices = Object.values(data.situations).flatMap((s) => s.choices);
    const beliefs = new Set(choices.map((c) => c.misconception));
    expect(texts(told).filter((t) => !there.has(t) && !beliefs.has(t))).toEqual([]);
  }
  const asked = (content?.questions ?? []).filter((q) => q.data.routes.includes(route));
  expect(course.bank.map((i) => i.id)).toEqual(asked.map((q) => q.data.id));
  for (const { data } of asked) expect(texts(data).filter((t) => !there.has(t))).toEqual([]);
});

test('authors’ notes stay with the authors', () => {
  const { scenarios, bank, clauses } = realCourse();
  const told = Object.values(scenarios).flatMap((s) => [s, ...Object.values(s.situations).flatMap((x) => x.choices)]);
  for (const part of [...told, ...bank]) for (const note of NOTES) expect(part).not.toHaveProperty(note);
  for (const clause of Object.values(clauses)) expect(Object.keys(clause)).toEqual(['title', 'part']);
});

test.each(['goal', 'says', 'misconception', 'constructor'])(
  'a situation may be called %s, and is in the package with all that leads there',
  (id) => {
    const files = readFolder('tests/fixtures/other-policy');
    const path = 'scenarios/chip_pan.yaml';
    const renamed = (files.get(path) ?? '').replaceAll(/\bd2\b/g, id);
    const { content: other, problems } = parseContent('c', new Map(files).set(path, renamed));
    if (!other) throw new Error('not read');
    expect(problems).toEqual([]);
    const [route] = other.module.data.routes;
    const found = route && compileCourse(other, route, '1', {}).scenarios['chip_pan'];
    const written = parse(renamed) as { situations: Record<string, { ask: string }> };
    expect(Object.keys(found?.situations ?? {})).toEqual(Object.keys(written.situations));
    expect(Object.keys(found?.situations ?? {})).toContain(id);
    expect(found?.situations[id]?.ask).toBe(written.situations[id]?.ask);
  },
);
