import { lit } from '../db/open.ts';
import { sqlFile } from '../db/sql.ts';
import type { Context } from '../load/context.ts';
import { findRoutes, sayRoutes } from './routes.ts';

const sql = sqlFile(new URL('rounds.sql', import.meta.url));

/**
 * Makes `round`: one row a person and round. A round is one way through one route on one edition; it ends with the
 * attempt that passed, and an attempt after that begins the next. The completion report decides whether a round is done;
 * where it has no line for the round (leavers, earlier rounds, no report given), the record's own declaration does. One
 * completion a round: of several that could be a round's, the first after it began; each other is a round of its own.
 */
export async function makeRounds(x: Context) {
  x.progress.step('Putting rounds together');
  await findRoutes(x);
  const editions = x.settings.editions.map((e, i) => `(${i}, ${lit(e.id)}, date ${lit(e.from)}, ${e.retake})`);
  await x.db.run(`create table edition (ord integer, id varchar, since date, retake boolean);
    ${editions.length > 0 ? `insert into edition values ${editions.join(', ')};` : ''}
  `);
  await x.db.run(sql('attempts'), { edition: x.module.edition });
  await sayRoutes(x);
  for (const step of ['rounds', 'with_completions', 'with_manual']) await x.db.run(sql(step));
}

/** Finds the people of the manual evidence in the staff list; those not in it join it as strangers. */
export async function matchManual(x: Context) {
  await x.db.run(sql('manual'));
}
