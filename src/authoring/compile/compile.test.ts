import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { realCourse } from '../../../tests/support/real-course.ts';
import { readFolder } from '../read/files.ts';
import { loadContent, parseContent } from '../read/load.ts';
import { compileCourse } from './compile.ts';

/** Fields that no screen reads: notes of authors, and what the document says already. */
const NOTES = ['goal', 'outOfScope', 'misconception', 'flips', 'suggests'];
const forAuthors = new Set(NOTES);

/** Every text below a value. @param without names of fields that are passed over */
function texts(value: unknown, without: ReadonlySet<string> = new Set()): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((part) => texts(part, without));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (without.has(name) ? [] : texts(part, without)));
}

const { content } = loadContent('src/content');

test.each(['induction', 'refresher'] as const)('every word of a story or a question reaches the %s', (route) => {
  const course = realCourse(route);
  const there = new Set(texts(course));
  for (const { data } of content?.scenarios ?? []) {
    const { goal: _, outOfScope: __, ...told } = data;
    // A situation may be called like a note of authors, so that notes are passed over in choices alone.
    const { situations, people, ...frame } = told;
    expect(texts(people, new Set(['part', 'suggests'])).filter((t) => !there.has(t))).toEqual([]);
    expect(texts(frame).filter((t) => !there.has(t))).toEqual([]);
    for (const { choices, ...shown } of Object.values(situations))
      expect([...texts(shown), ...texts(choices, forAuthors)].filter((t) => !there.has(t))).toEqual([]);
  }
  const asked = (content?.questions ?? []).filter((q) => q.data.routes.includes(route));
  expect(course.bank.map((i) => i.id)).toEqual(asked.map((q) => q.data.id));
  for (const { data } of asked)
    expect(texts({ ...data, people: [] }, forAuthors).filter((t) => !there.has(t))).toEqual([]);
});

test('authors’ notes stay with the authors', () => {
  const { scenarios, bank, clauses } = realCourse();
  const told = Object.values(scenarios).flatMap((s) => [s, ...Object.values(s.situations).flatMap((x) => x.choices)]);
  const options = bank.flatMap((i) => (i.type === 'single' || i.type === 'multiple' ? i.options : []));
  for (const part of [...told, ...bank, ...options]) for (const note of NOTES) expect(part).not.toHaveProperty(note);
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
