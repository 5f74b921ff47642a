import { lit } from '../db/open.ts';
import { sqlFile } from '../db/sql.ts';
import type { Context } from '../load/context.ts';

const sql = sqlFile(new URL('rounds.sql', import.meta.url));

/** The route of each file by the papers in it, or by the title of its SCO. */
async function fileRoutes(x: Context) {
  const rows = x.tables.map((t, i) => {
    const k = t.kind;
    const title =
      k && 'columns' in k && 'sco' in k.columns && k.columns.sco ? (k.columns.sco as { name: string }).name : t.file;
    return `(${i}, ${/refresher/i.test(title)})`;
  });
  await x.db.run(`create table file_route as select f.file, case when coalesce(p.n, 0) > 0 then p.checks * 2 > p.n else f.named end refresher, p.edition from
    (values ${rows.join(', ') || '(-1, false)'}) f(file, named) left join (
      select file, count(paper.aid) n, count(*) filter (where paper.kind <> 'paper') checks, mode(declared.edition order by declared.edition) edition
      from attempt left join paper using (aid) left join declared using (aid) group by file) p using (file)`);
}

/**
 * Makes `round`: one row a person and round. A round is one way through one route on one edition; it ends with the
 * attempt that passed, and an attempt after that begins the next. The completion report decides whether a round is done;
 * where it has no line for the round (leavers, earlier rounds, no report given), the record's own declaration does. One
 * completion a round: of several that could be a round's, the first after it began; each other is a round of its own.
 */
export async function makeRounds(x: Context) {
  x.progress.step('Putting rounds together');
  await fileRoutes(x);
  const editions = x.settings.editions.map((e, i) => `(${i}, ${lit(e.id)}, date ${lit(e.from)}, ${e.retake})`);
  await x.db.run(`create table edition (ord integer, id varchar, since date, retake boolean);
    ${editions.length > 0 ? `insert into edition values ${editions.join(', ')};` : ''}
  `);
  await x.db.run(sql('attempts'), { edition: x.module.edition });
  for (const step of ['rounds', 'with_completions', 'with_manual']) await x.db.run(sql(step));
}

/** Finds the people of the manual evidence in the staff list; those not in it join it as strangers. */
export async function matchManual(x: Context) {
  await x.db.run(sql('manual'));
}
