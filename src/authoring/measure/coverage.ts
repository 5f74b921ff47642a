import type { Content, Question } from '../read/content.ts';
import { exemplarPath } from './scenario-path.ts';

/** What teaches and exercises one clause. */
export interface Coverage {
  readonly clause: string;
  readonly test: boolean;
  readonly mustPass: boolean;
  /** Ids of lessons that name it in their text. */
  readonly lessons: readonly string[];
  /** Decisions on an exemplar path that it decides: `desk_photo.d1`. */
  readonly decisions: readonly string[];
  /** Questions that a paper may draw and that name it. */
  readonly questions: readonly string[];
  /** Questions that no paper draws and that name it. */
  readonly others: readonly string[];
}

/**
 * Clauses that separate the best choice of a decision from another one: named by the best choice and by
 * at least one other.
 */
export function decidedBy(
  choices: readonly { readonly best?: boolean | undefined; readonly clauses: readonly string[] }[],
): string[] {
  const best = choices.find((c) => c.best);
  const others = new Set(choices.filter((c) => c !== best).flatMap((c) => c.clauses));
  return (best?.clauses ?? []).filter((id) => others.has(id));
}

/** The coverage matrix: clause × lesson × decision × question, in the order of the parts. */
export function coverage(c: Content): Coverage[] {
  const lessons = c.lessons.map((l) => {
    const named = l.uses.filter((u) => u.name === 'Clause');
    return { id: l.data.id, clauses: new Set(named.map(({ id }) => id)) };
  });
  const decisions = c.scenarios.flatMap(({ data: s }) =>
    exemplarPath(s).steps.map(({ situation }) => ({
      id: `${s.id}.${situation}`,
      clauses: decidedBy(s.situations[situation]?.choices ?? []),
    })),
  );
  const papers = c.module.data.routes.filter((r) => r.paper).map((r) => r.id);
  const inBank = (q: Question) => q.routes.some((id) => papers.includes(id));
  const asking = (id: string, which: (q: Question) => boolean) =>
    c.questions.filter((q) => which(q.data) && q.data.clauses.includes(id)).map((q) => q.data.id);
  const parts = c.module.data.parts.map((p) => p.id);
  const inOrder = [...c.clauses].sort((a, b) => parts.indexOf(a.data.section) - parts.indexOf(b.data.section));
  return inOrder.map(({ data: { id, test } }) => ({
    clause: id,
    test,
    mustPass: c.module.data.assessment.mustPass.includes(id),
    lessons: lessons.filter((l) => l.clauses.has(id)).map((l) => l.id),
    decisions: decisions.filter((d) => d.clauses.includes(id)).map((d) => d.id),
    questions: asking(id, inBank),
    others: asking(id, (q) => !inBank(q)),
  }));
}
