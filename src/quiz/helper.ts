import type { Helper, HelperAnswer, HelperOutcome, HelperQuestion } from './model.ts';

/** Where the answers given so far lead: a question that waits, or advice. */
export interface Consultation {
  readonly given: readonly { readonly question: HelperQuestion; readonly answer: HelperAnswer }[];
  readonly question: HelperQuestion | null;
  readonly outcome: HelperOutcome | null;
}

const own = <T>(table: Readonly<Record<string, T>>, id: string): T | null =>
  Object.hasOwn(table, id) ? (table[id] ?? null) : null;

/** Follows a path of answer letters. Letters that lead nowhere end it; it never throws. */
export function consult(helper: Helper, path: string): Consultation {
  const given: { question: HelperQuestion; answer: HelperAnswer }[] = [];
  let at = helper.start;
  for (const letter of path) {
    const question = own(helper.questions, at);
    const answer = question?.answers.find((a) => a.id === letter);
    if (!question || !answer) break;
    given.push({ question, answer });
    at = answer.goto;
  }
  return { given, question: own(helper.questions, at), outcome: own(helper.outcomes, at) };
}
