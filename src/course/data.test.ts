import { expect, it } from 'vitest';
import { realCourse } from '../../tests/support/real-course.ts';
import { readCourse, writeCourse } from './data.ts';
import type { Course } from './model.ts';

const routes = ['induction', 'refresher', 'followup'] as const;
const plain = (course: Course) => JSON.parse(JSON.stringify(course)) as Course;

/** The course that is read, and in how many pieces. */
async function read(text: string): Promise<[Course, number]> {
  let pieces = 0;
  const course = await readCourse(text, async () => {
    pieces++;
  });
  return [course, pieces];
}

it.each(routes)('%s: read in pieces it is what any reader of JSON makes of it', async (id) => {
  const text = writeCourse(realCourse(id));
  expect(JSON.parse(text)).toEqual(plain(realCourse(id)));
  const [course, pieces] = await read(text);
  expect(course).toEqual(plain(realCourse(id)));
  expect(Object.keys(course.scenarios)).toEqual(Object.keys(realCourse(id).scenarios));
  expect(pieces).toBeGreaterThan(id === 'induction' ? 3 : 0);
});

it('twenty times the bank comes in pieces that stay small, each question once and in its place', async () => {
  const { bank, ...rest } = plain(realCourse());
  const large = {
    ...rest,
    bank: Array.from({ length: 20 }, (_, n) => bank.map((i) => ({ ...i, id: `${i.id}${n}` }))).flat(),
  };
  const [course, pieces] = await read(writeCourse(large));
  expect(course.bank).toEqual(large.bank);
  expect(pieces).toBeGreaterThan(40);
});

it('a course without stories or questions, and words with line breaks, quotation marks and brackets', async () => {
  const { scenarios: _, bank: __, ...rest } = plain(realCourse());
  const odd = { ...rest, scenarios: {}, bank: [], strings: { a: '"bank":[\n]}\u2028,' } };
  expect((await read(writeCourse(odd)))[0]).toEqual(odd);
});

it('JSON that nobody divided is read as well', async () => {
  const [course, pieces] = await read(JSON.stringify(realCourse()));
  expect([course, pieces]).toEqual([plain(realCourse()), 0]);
});

it('a text that was cut off anywhere is never taken for a course', async () => {
  const text = writeCourse(realCourse('followup'));
  for (let end = 0; end < text.length; end += 997) await expect(read(text.slice(0, end))).rejects.toThrow(SyntaxError);
  await expect(read(text.slice(0, -1))).rejects.toThrow(SyntaxError);
});
