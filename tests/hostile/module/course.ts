import type { Course } from '../../../src/course/model.ts';
import type { SingleItem } from '../../../src/quiz/model.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const code = (group: string, n: number) => `${group}${LETTERS[n]}`;

/** How large a course is. */
export interface Size {
  readonly parts: number;
  /** One scenario for each of the first parts. */
  readonly scenarios: number;
  readonly decisions: number;
  /** Questions a paper. */
  readonly paper: number;
}

/** About the induction: 20 decisions, 12 questions. */
export const INDUCTION: Size = { parts: 8, scenarios: 5, decisions: 4, paper: 12 };
/** Enough for a fault campaign. */
export const SMALL: Size = { parts: 3, scenarios: 2, decisions: 2, paper: 4 };

/** A course of no content, compiled as the real one is. @param release a later one has a part more and other questions */
export function makeCourse(size: Size, release = 1): Course {
  const sections = Array.from({ length: size.parts + release - 1 }, (_, i) => `s${LETTERS[i]}x`);
  const codes: Record<string, string> = {};
  const scenarios: Record<string, Course['scenarios'][string]> = {};
  sections.forEach((id, i) => {
    codes[`part.${id}`] = code('p', i);
  });
  for (let s = 0; s < size.scenarios; s++) {
    const id = `story${s}`;
    codes[`scenario.${id}`] = code('s', s);
    const situations = Object.fromEntries(
      Array.from({ length: size.decisions }, (_, d) => {
        codes[`decision.${id}.d${d}`] = code(LETTERS[5 + s] ?? 'z', d);
        const goto = (ending: string) => (d + 1 < size.decisions ? `d${d + 1}` : ending);
        const choice = (letter: string, best: boolean) => ({
          id: letter,
          text: letter,
          ...(best ? { best } : {}),
          consequence: [],
          because: 'why',
          clauses: [],
          goto: goto(best ? 'good' : 'poor'),
        });
        return [`d${d}`, { arrives: [], ask: 'What now?', choices: [choice('a', true), choice('b', false)] }];
      }),
    );
    scenarios[id] = {
      id,
      section: sections[s] ?? '',
      title: id,
      stage: 'feed',
      people: [],
      start: 'd0',
      situations,
      endings: [
        { id: 'good', text: 'g' },
        { id: 'mended', text: 'm' },
        { id: 'poor', text: 'p' },
      ],
      exemplar: Array.from({ length: size.decisions }, () => 'a'),
    };
  }
  // A later release drops one question and brings another.
  const bank = Array.from({ length: size.paper * 3 }, (_, i): SingleItem => {
    const n = i + (release - 1);
    const id = `q_${sections[n % 2]}_${n}`;
    codes[`question.${id}`] = code(n < 26 ? 'u' : 'v', n % 26);
    return {
      id,
      section: sections[n % 2] ?? '',
      clauses: ['A-1'],
      routes: ['induction', 'refresher'],
      level: 'applied',
      ...(n % 6 === 0 ? { mustPass: 'A-1' } : {}),
      stem: '?',
      type: 'single',
      options: ['a', 'b', 'c'].map((letter) => ({ id: letter, text: letter, because: 'w', key: letter === 'a' })),
    };
  });
  return {
    module: 'test',
    route: 'induction',
    lang: 'en-GB',
    version: `1.${release}.0`,
    edition: '2026',
    textHash: '0123abcd',
    fingerprint: `0000000${release}`,
    parts: sections.map((id, i) => ({ id, title: id, scenarios: i < size.scenarios ? [`story${i}`] : [] })),
    roles: [{ id: 'staff', text: 'Staff' }],
    scenarios,
    bank,
    blueprint: {
      sections: { [sections[0] ?? '']: size.paper / 2, [sections[1] ?? '']: size.paper / 2 },
      mustPass: ['A-1'],
    },
    pass: Math.ceil(size.paper * 0.8),
    clauses: {},
    codes,
    declaration: { text: 't', button: 'b' },
    evaluation: true,
    strings: {},
  };
}
