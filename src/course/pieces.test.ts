import fc from 'fast-check';
import { expect, test } from 'vitest';
import { realCourse } from '../../tests/support/real-course.ts';
import { smallCourse } from '../../tests/support/small-course.ts';
import { readPieces, writePieces } from './pieces.ts';

const courses = [realCourse('induction'), realCourse('refresher'), smallCourse()];

async function* cut(text: string, places: readonly number[]): AsyncGenerator<string> {
  const at = [0, ...[...places].sort((a, b) => a - b), text.length];
  for (const [i, end] of at.entries()) if (i > 0) yield text.slice(at[i - 1], end);
}

const plain = (course: object): unknown => JSON.parse(JSON.stringify(course));
const noRest = () => undefined;

test('any reader of JSON takes a course in lines, in the same order and hardly longer', () => {
  for (const course of courses) {
    const text = writePieces(course);
    expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(course));
    expect(text.length).toBeLessThan(JSON.stringify(course).length + 150);
  }
});

test('wherever the line cuts it, the same course arrives, also from JSON in one line', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...courses), fc.array(fc.nat(400_000)), async (course, places) => {
      const within = (text: string) => places.filter((n) => n < text.length);
      for (const text of [writePieces(course), JSON.stringify(course)])
        expect(await readPieces(cut(text, within(text)), noRest)).toEqual(plain(course));
    }),
    { numRuns: 30 },
  );
});

test('between its lines others get their turn, and none is much longer than its longest entry', async () => {
  const course = realCourse('induction');
  const longest = Math.max(
    ...[...course.bank, ...Object.values(course.scenarios)].map((v) => JSON.stringify(v).length),
  );
  const text = writePieces(course);
  let rests = 0;
  await readPieces(cut(text, []), async () => {
    rests += 1;
  });
  const lines = text.split('\n');
  expect(rests).toBe(lines.length - 1);
  const entries = lines.filter((line) => !/^[{}\]]/.test(line) || line.startsWith('{"id"'));
  for (const line of entries) expect(line.length).toBeLessThan(8000 + longest + 100);
});

test('a course that was cut off is refused wherever it ends', async () => {
  const text = writePieces(smallCourse());
  for (let end = 0; end < text.length; end += 7)
    await expect(readPieces(cut(text.slice(0, end), []), noRest), `${end}`).rejects.toThrow(SyntaxError);
});
