import { keysOf } from '../../quiz/marking.ts';
import { compileItem } from '../compile/item.ts';
import type { Question } from '../read/content.ts';
import { type Entry, problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';
import { lettersInOrder } from './scenario-shape.ts';

type Write = Extract<Question, { type: 'write' }>;

/** Each right answer is a pattern of its own in the record. */
const MOST_RIGHT = 5;

/** Nobody is to be right by lot more often than once in so many. */
const LEAST_CHANCE = 8;

/** A post to write: its places in the post, in their order, each with wordings in order, and hard to get right by lot. */
export function writeShape(q: Entry<Question>, d: Write): Problem[] {
  const wanted = d.places.map((p) => p.id).join(', ');
  const found = [...d.post.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '').join(', ');
  const places = d.places.flatMap((p, i) => {
    const keys = p.wordings.filter((w) => w.key).length;
    const all = lettersInOrder(q, ['places', i, 'wordings'], p.wordings);
    if (keys > 0 && keys < p.wordings.length) return all;
    const message = `${keys} of its wordings are keys`;
    return [...all, problemAt(q, ['places', i, 'wordings'], message, 'Write key: true on one, or on two.')];
  });
  const right = keysOf(compileItem(d)).length;
  const ways = d.places.reduce((n, p) => n * p.wordings.length, 1);
  const many = `${right} of ${ways} combinations are right`;
  return [
    ...(found === wanted
      ? []
      : [
          problemAt(
            q,
            ['post'],
            `has the places ${found || 'none'}`,
            `Write {id} for each of ${wanted}, in this order.`,
          ),
        ]),
    ...places,
    ...(right > MOST_RIGHT || right * LEAST_CHANCE > ways
      ? [
          problemAt(
            q,
            ['places'],
            many,
            `At most ${MOST_RIGHT}, and one in ${LEAST_CHANCE}: leave one right wording in most places.`,
          ),
        ]
      : []),
  ];
}
