import fc from 'fast-check';
import type { Course, Progress } from '../../src/course/model.ts';
import { decode, encode } from '../../src/course/resume/decode.ts';
import { type Action, Learner } from './learner.ts';

/** Something a learner may do at any time, sensible or not. */
export type Move =
  | { readonly do: 'right' | 'wrong' | 'missMustPass' | 'learnAll' | 'declare' | 'leaveAndReturn' }
  | { readonly do: 'all'; readonly wrong: readonly number[] }
  | { readonly do: 'learn'; readonly part: string }
  | { readonly do: 'action'; readonly action: Action };

/** Sequences of moves through a course: answers, choices, replays, reading, roles, leaving and coming back. */
export function anyMoves(course: Course, maxLength = 60): fc.Arbitrary<Move[]> {
  const one = (ids: readonly string[]) => fc.constantFrom(...ids, 'nowhere');
  const parts = one(course.parts.map((p) => p.id));
  const scenario = one(Object.keys(course.scenarios));
  const choice = fc.constantFrom('a', 'b', 'c', 'd', 'z');
  const roles = fc.subarray([...course.roles.map((r) => r.id), 'unknown']);
  const action: fc.Arbitrary<Action> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constant('CHOOSE' as const), scenario, choice }) },
    fc.record({ type: fc.constant('REWIND' as const), scenario, step: fc.integer({ min: -1, max: 6 }) }),
    fc.record({ type: fc.constant('SKIP' as const), scenario }),
    fc.record({ type: fc.constant('READ' as const), part: parts }),
    fc.record({ type: fc.constant('GO' as const), to: fc.oneof(parts, scenario, one(['start', 'check', 'finish'])) }),
    fc.record({ type: fc.constant('ROLES' as const), roles }),
    fc.record({ type: fc.constant('ANSWER' as const), answer: fc.string({ maxLength: 6 }), sure: fc.boolean() }),
    fc.record({ type: fc.constant('COLD' as const), section: parts, answer: fc.constantFrom('a', 'b', 'ab', 'abc') }),
    fc.constant({ type: 'START' as const }),
    fc.record({ type: fc.constant('START' as const), group: parts }),
    fc.record({ type: fc.constant('SHOW_LESSON' as const), group: parts }),
    fc.constant({ type: 'NEXT' as const }),
    fc.constant({ type: 'DECLARE' as const }),
    fc.constant({ type: 'REST' as const }),
  );
  const move: fc.Arbitrary<Move> = fc.oneof(
    { weight: 8, arbitrary: action.map((a) => ({ do: 'action', action: a }) as const) },
    { weight: 6, arbitrary: fc.constantFrom({ do: 'right' } as const, { do: 'wrong' } as const) },
    { weight: 2, arbitrary: fc.constantFrom({ do: 'learnAll' } as const, { do: 'missMustPass' } as const) },
    { weight: 1, arbitrary: fc.constant({ do: 'declare' } as const) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('all' as const), wrong: fc.array(fc.nat(11), { maxLength: 3 }) }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('learn' as const), part: parts }) },
    fc.constant({ do: 'leaveAndReturn' } as const),
  );
  // Long ones: most of what can go wrong comes late.
  return fc.array(move, { maxLength, size: 'max' });
}

/** Leaves and comes back, by way of the resume state. @param then the one found then, if another */
export function returned(course: Course, progress: Progress, then: Course = course): Progress {
  const resumed = decode(then, encode(course, progress));
  if (resumed.kind !== 'read') throw new Error(`not read: ${encode(course, progress)}`);
  return resumed.progress;
}

/** Plays the moves; calls back with what each one changed. */
export function play(
  course: Course,
  moves: readonly Move[],
  each: (after: Progress, before: Progress, move: Move) => void = () => {},
): Progress {
  let learner = new Learner(course);
  for (const move of moves) {
    const before = learner.progress;
    if (move.do === 'leaveAndReturn') learner = new Learner(course, returned(course, before));
    else if (move.do === 'learn') learner.learn(move.part);
    else if (move.do === 'action') learner.do(move.action);
    else if (move.do === 'learnAll') learner.learn(...course.parts.map((p) => p.id));
    else if (move.do === 'declare') learner.do({ type: 'DECLARE' });
    else if (move.do === 'missMustPass') learner.do({ type: 'START' }).answerAll((i) => i.mustPass === undefined);
    else if (move.do === 'all') {
      let n = 0;
      learner.do({ type: 'START' }).answerAll(() => !move.wrong.includes(n++));
    } else learner.answer(move.do === 'right');
    each(learner.progress, before, move);
  }
  return learner.progress;
}
