import type { Facts } from '../run.ts';
import { type Clauses, clauses } from './clauses.ts';
import { type Due, due } from './due.ts';
import { type EditionRow, editions } from './editions.ts';
import { type Effect, effect } from './effect.ts';
import { type Effort, effort } from './effort.ts';
import { type Groups, groups } from './groups.ts';
import { type Headline, headline } from './headline.ts';
import { type ItemRow, items } from './items.ts';
import { type OverTime, overTime } from './over-time.ts';

/** Everything the page says, as plain data without a name in it. */
export interface Report {
  readonly headline: Headline;
  readonly groups: Groups;
  readonly overTime: OverTime;
  readonly due: Due;
  readonly effort: readonly Effort[];
  readonly items: readonly ItemRow[];
  readonly clauses: Clauses;
  readonly editions: readonly EditionRow[];
  /** Papers were finished and not one first answer is in the files: the University records proof of training only. */
  readonly proofOnly: boolean;
  readonly effect: Effect;
}

/** Works out the parts of the report from the facts. */
export async function report(x: Facts): Promise<Report> {
  x.progress.step('Working out the figures');
  const itemRows = await items(x);
  const { proofOnly } = await x.db.one<{ proofOnly: boolean }>(
    `select exists (from paper) and not exists (from first_answer) as "proofOnly"`,
  );
  return {
    headline: await headline(x),
    groups: await groups(x),
    overTime: await overTime(x),
    due: await due(x),
    effort: await effort(x),
    items: itemRows,
    clauses: await clauses(x, itemRows),
    editions: await editions(x),
    proofOnly,
    effect: await effect(x, proofOnly),
  };
}
