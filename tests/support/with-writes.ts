import type { Course } from '../../src/course/model.ts';
import type { Item, WriteItem } from '../../src/quiz/model.ts';
import { allTypes } from './small-course.ts';

/** A post with three places, the last with two right wordings: `bab` and `bac` are right. */
export function threePlaces(section: string, clause: string): WriteItem {
  const [post] = allTypes(section, clause).flatMap((i) => (i.type === 'write' ? [i] : []));
  if (!post) throw new Error('no post to write');
  const wording = (id: string, key?: true) => ({ id, text: `Words ${id}`, because: `Why ${id}.`, key });
  const last = { id: 'last', ask: 'The last', wordings: [wording('a'), wording('b', true), wording('c', true)] };
  return { ...post, id: `q_${section}_007`, post: `${post.post} {last}`, places: [...post.places, last] };
}

/** A bank in which every section named has three posts to write beside its own questions, and no others. */
export function withWrites(bank: readonly Item[], sections: readonly string[]): Item[] {
  const added = sections.flatMap((section) =>
    [901, 902, 903].flatMap((n) =>
      allTypes(section, `${section.toUpperCase()}-1`)
        .filter((i) => i.type === 'write')
        .map((i): Item => ({ ...i, id: `q_${section}_${n}`, clauses: [...i.clauses, 'X-1'] })),
    ),
  );
  return [...bank.filter((i) => i.type !== 'write'), ...added];
}

/** The same for a course, with codes that nothing else has. */
export function courseWithWrites(course: Course, sections: readonly string[]): Course {
  const bank = withWrites(course.bank, sections);
  const used = new Set(Object.values(course.codes));
  const free = Array.from({ length: 36 * 36 }, (_, n) => n.toString(36).padStart(2, '0')).filter((c) => !used.has(c));
  const added = bank.filter((i) => course.codes[`question.${i.id}`] === undefined);
  const codes = Object.fromEntries(added.map((i, n) => [`question.${i.id}`, free[n] ?? '']));
  return { ...course, bank, codes: { ...course.codes, ...codes } };
}
