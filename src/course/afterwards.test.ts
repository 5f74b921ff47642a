import { expect, test } from 'vitest';
import { smallCourse } from '../../tests/support/small-course.ts';
import { comeBackOn, earnedBy, monthsOn, thingsToDo } from './afterwards.ts';
import { type Course, newProgress } from './model.ts';

const bare = smallCourse();
const thing = (id: string, role?: string) => ({ id, title: id, text: id, clauses: ['AAA-1'], role });
const course: Course = {
  ...bare,
  afterwards: {
    earned: [
      { title: 'for all', can: ['one'] },
      { title: 'for cooks', can: ['two'], role: 'cook' },
    ],
    today: [thing('a'), thing('b', 'cook'), thing('c'), thing('d', 'host'), thing('e')],
  },
};
const as = (...roles: string[]) => ({ ...newProgress('abcd1234'), roles });
const ids = (...roles: string[]) => thingsToDo(course, as(...roles)).map((t) => t.id);

test('three things to do: those of a role first, then the others in their order', () => {
  expect(ids()).toEqual(['a', 'c', 'e']);
  expect(ids('cook')).toEqual(['b', 'a', 'c']);
  expect(ids('host', 'cook')).toEqual(['b', 'd', 'a']);
  expect(thingsToDo(course, newProgress('abcd1234')).map((t) => t.id)).toEqual(['a', 'c', 'e']);
  expect(thingsToDo(bare, as())).toEqual([]);
});

test('what was earned for a role is told to those who chose it', () => {
  expect(earnedBy(course, as()).map((e) => e.title)).toEqual(['for all']);
  expect(earnedBy(course, as('cook')).map((e) => e.title)).toEqual(['for all', 'for cooks']);
});

test.each([
  [[2026, 10, 23, 16, 40], 24, [2028, 10, 23]],
  [[2028, 1, 29, 12, 0], 12, [2029, 1, 28]],
  [[2026, 7, 31, 0, 0], 6, [2027, 1, 28]],
  [[2026, 11, 31, 23, 59], 1, [2027, 0, 31]],
] as const)('%j and %i months: %j', ([y, m, d, h, min], months, [yy, mm, dd]) => {
  const at = new Date(y, m, d, h, min).getTime() / 1000;
  expect(monthsOn(at, months)).toEqual(new Date(yy, mm, dd));
});

test('the days to come back on are whole weeks and months later, over a change of the clocks as well', () => {
  const days = [
    { weeks: 6, title: 'six weeks', text: 'a' },
    { months: 6, title: 'six months', text: 'b' },
  ];
  const later: Course = { ...course, afterwards: { earned: [], today: [], recall: { days, plans: ['x', 'y'] } } };
  const at = new Date(2026, 8, 30, 23, 30).getTime() / 1000;
  expect(comeBackOn(later, at).map((d) => d.day)).toEqual([new Date(2026, 10, 11), new Date(2027, 2, 30)]);
  expect(comeBackOn(course, at)).toEqual([]);
});
