import type { Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';

/** Every scenario follows exactly one lesson. */
export const scenarioPlaced: Rule = (c) =>
  c.scenarios.flatMap((s) => {
    const lessons = c.lessons.filter((l) => l.data.scenarios?.includes(s.data.id));
    if (lessons.length === 1) return [];
    if (lessons.length === 0) {
      // A lesson that could not be read may be the one that places it.
      if (c.known.lesson.size > c.lessons.length) return [];
      return [problemAt(s, ['id'], 'follows no lesson', 'Name it under scenarios in the front matter of one lesson.')];
    }
    const names = lessons.map((l) => l.data.id).join(' and ');
    return [problemAt(s, ['id'], `follows more than one lesson: ${names}`, 'Keep it in one of them.')];
  });
