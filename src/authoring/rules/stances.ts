import { judge } from '../../quiz/judge.ts';
import { keyOf } from '../../quiz/marking.ts';
import { compileItem } from '../compile/item.ts';
import { strictness } from '../measure/judgement.ts';
import type { Rule } from '../read/content.ts';
import { type Entry, type Path, problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';
import { choicesOf } from '../read/question.ts';
import type { Stance } from '../schema/stance.ts';

/** Something to choose, with its author's notes. */
interface Pick {
  readonly right: boolean;
  readonly stance?: Stance | undefined;
  readonly ground?: string | undefined;
  readonly flips?: string | undefined;
  readonly cost?: string | undefined;
}

/** What the things to choose are called. */
interface Names {
  readonly one: string;
  readonly many: string;
  readonly key: string;
}

/** What the options of one question, or the choices of one decision, lack. @param path the way to the list */
function lacking(entry: Entry<unknown>, path: Path, picks: readonly Pick[], names: Names): Problem[] {
  const fault = (i: number, field: string, message: string, remedy: string) =>
    problemAt(entry, [...path, i, field], message, remedy);
  const bare = picks.findIndex((o) => o.stance === undefined);
  if (bare >= 0) {
    const remedy = 'Write go, change, ask or stop on all, or on none.';
    return picks.some((o) => o.stance)
      ? [fault(bare, 'stance', `is missing beside ${names.many} that have one`, remedy)]
      : [];
  }
  const own = picks.map((o) => strictness(o.stance ?? 'go'));
  const strictest = Math.max(...own);
  const right = Math.max(...own.filter((_, i) => picks[i]?.right));
  return picks.flatMap((o, i) => {
    const at = own[i] ?? 0;
    if (o.right && at < strictest && !(o.ground && o.flips))
      return [
        fault(
          i,
          o.ground ? 'flips' : 'ground',
          `is missing on a ${names.key} that is freer than another ${names.one}`,
          'Say what the policy leaves free by: allowed, met or outside; and which one fact would flip it.',
        ),
      ];
    if (!o.right && at > right && !o.cost) {
      const message = `is missing on a wrong ${names.one} stricter than the ${names.key}`;
      return [fault(i, 'cost', message, 'Say who loses what by it.')];
    }
    return [];
  });
}

const option: Names = { one: 'option', many: 'options', key: 'key' };
const wording: Names = { one: 'wording', many: 'wordings', key: 'key' };
const choice: Names = { one: 'choice', many: 'choices', key: 'best choice' };

/**
 * docs/standards/content.md, rule 35: whoever says what to do says how strict it is, and a freer key says what it rests
 * on. In single choices, for each place of a post to write and in the decisions of stories.
 */
export const stancesWhole: Rule = (c) => [
  ...c.questions.flatMap((q) =>
    choicesOf(q.data).flatMap(({ path, options }) => {
      const picks = options.map((o) => ({ ...o, right: o.key === true }));
      return lacking(q, path, picks, q.data.type === 'write' ? wording : option);
    }),
  ),
  ...c.scenarios.flatMap((s) =>
    Object.entries(s.data.situations).flatMap(([id, { choices }]) => {
      const picks = choices.map((x) => ({ ...x, right: x.best === true }));
      return lacking(s, ['situations', id, 'choices'], picks, choice);
    }),
  ),
];

/** docs/standards/content.md, rule 41: a must-pass form is no single choice, and has something fine beside something that is not. */
export const mustPassMixed: Rule = (c) => {
  // A module whose answers say nothing of what to do is asked for no judgement.
  if (!c.questions.some((q) => choicesOf(q.data).some(({ options }) => options.some((o) => o.stance)))) return [];
  return c.questions.flatMap((q) => {
    const { mustPass, type } = q.data;
    if (!mustPass) return [];
    const remedy = 'Let it be a sort, a choice of several or a post, with something fine as it stands beside a breach.';
    if (type === 'single') return [problemAt(q, ['type'], `is a single choice in the place of ${mustPass}`, remedy)];
    const item = compileItem(q.data);
    const fine = judge(item, keyOf(item)).map((j) => j.fine);
    if (fine.includes(true) && fine.includes(false)) return [];
    const [first] = fine;
    const message =
      first === undefined
        ? 'does not say what its answers do with a post'
        : first
          ? 'has nothing that is to be stopped or changed'
          : 'has nothing that is fine as it stands';
    return [problemAt(q, ['mustPass'], message, first === undefined ? 'Give each group or option a stance.' : remedy)];
  });
};
