import { expect, test } from 'vitest';
import type { LessonEntry } from '../read/content.ts';
import { readMdx } from '../read/mdx.ts';
import { blocks } from './prose.ts';

const lesson = (body: string) =>
  ({ ...readMdx('c/lessons/plan.mdx', body, 10), bodyLine: 10 }) as unknown as LessonEntry;

test('headings, paragraphs and list items come apart with their lines, without markup', () => {
  const body = '\n## What you can do\n\nRead the **plan**, then\nask. <Clause id="A-1" />\n\n- One [link](x)\n- Two\n';
  expect(blocks(lesson(body))).toEqual([
    { kind: 'heading', text: 'What you can do', line: 11 },
    { kind: 'text', text: 'Read the plan, then ask.', line: 13 },
    { kind: 'text', text: 'One link', line: 16 },
    { kind: 'text', text: 'Two', line: 17 },
  ]);
});

test('words of a component are kept, its attributes are not', () => {
  expect(blocks(lesson('A <Term id="hob">hot</Term> plate.'))[0]?.text).toBe('A hot plate.');
  expect(blocks(lesson('The <Document id="plan" /> says so.'), (_, id) => `[${id}]`)[0]?.text).toBe(
    'The [plan] says so.',
  );
});

test('a note for a role is marked with it, and only the note', () => {
  const body = 'All.\n\n<ForRole role="manages">\n\nSome.\n\n</ForRole>\n\nAll again.';
  expect(blocks(lesson(body)).map((b) => [b.text, b.role])).toEqual([
    ['All.', undefined],
    ['Some.', 'manages'],
    ['All again.', undefined],
  ]);
});
