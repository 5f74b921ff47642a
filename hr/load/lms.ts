import { lit } from '../db/open.ts';
import { many } from '../quality.ts';
import type { Kind } from '../read/kinds.ts';
import type { Table } from '../read/table.ts';
import type { AnswerPass } from './answers.ts';
import type { Context } from './context.ts';
import { cell, hashOf, ident } from './who.ts';

/**
 * Reads the results file of the trial LMS: one row an attempt, with its status. The standard stands in `sco`, since one
 * person may have an attempt 1 in each.
 */
export async function loadTrialLms(x: Context, t: Table, k: Extract<Kind, { kind: 'lms' }>, file: number) {
  const c = (name: string) => cell(k.columns[name]);
  const at = (name: string) => (k.columns[name] === undefined ? 'null::timestamp' : `when_said(t${k.columns[name]})`);
  await x.db.run(`insert into attempt_raw select ${file}, ${ident(k.who)}, coalesce(try_cast(${c('attempt')} as integer), 1),
    ${at('started')}, ${at('lastaccessed')}, try_cast(${c('score')} as double), lower(${c('standard')}), lower(${c('route')}), null,
    coalesce(lower(${c('status')}) in ('passed', 'completed'), false), ${at('passedat')}, 0
    from ${t.relation} where lower(${c('route')}) in (${ways(x)})`);
  await otherRoutes(x, t, c('route'));
}

/** SQL: the routes of the module, as the trial LMS writes them. */
const ways = (x: Context) => x.module.routes.map((r) => lit(r.id)).join(', ');

/** Rows of a route that the module does not have are no evidence of it. */
async function otherRoutes(x: Context, t: Table, route: string) {
  const { n } = await x.db.one<{ n: number }>(
    `select count(*)::int n from ${t.relation} where coalesce(lower(${route}), '') not in (${ways(x)})`,
  );
  x.quality.add(
    'other_route',
    'check',
    t.file,
    `${many(n, 'row is', 'rows are')} of no route of the module; left out`,
    'Download the file from the trial LMS again',
    n,
  );
}

/** The interactions of the trial LMS say which attempts there were, where the results file does not. */
export async function attemptsFromAnswers(
  x: Context,
  t: Table,
  k: Extract<Kind, { kind: 'lms-interactions' }>,
  file: number,
) {
  const c = (name: string) => cell(k.columns[name]);
  await x.db.run(`insert into attempt_raw select distinct ${file}, ${ident(k.who)}, coalesce(try_cast(${c('attempt')} as integer), 1),
    null::timestamp, null::timestamp, null::double, lower(${c('standard')}), lower(${c('route')}), null, null::boolean, null::timestamp, -1
    from ${t.relation} where lower(${c('route')}) in (${ways(x)})`);
  await otherRoutes(x, t, c('route'));
}

/** The trial LMS writes one row an interaction. SCORM 2004 writes `a[,]c` and `a[.]b` where 1.2 writes `a,c` and `a.b`; several right answers are joined by ` | `. */
export function lmsAnswerPass(
  x: Context,
  t: Table,
  k: Extract<Kind, { kind: 'lms-interactions' }>,
  file: number,
): AnswerPass {
  const c = (name: string) => cell(k.columns[name]);
  const old = (sql: string) => `replace(replace(coalesce(${sql}, ''), '[,]', ','), '[.]', '.')`;
  const both = `${c('interaction')} as id, ${old(c('response'))} as response, replace(${old(c('pattern'))}, ' | ', ',') as pattern, coalesce(lower(${c('result')}), '') as result`;
  const files = x.tables.flatMap((o, i) => (o.kind?.kind.startsWith('lms') ? [i] : []));
  const fields = `id, response, pattern, result, ${hashOf('id', 'response', 'pattern', 'result')} as h`;
  return {
    sample: `select ${fields} from (select ${both} from ${t.relation} limit 100000)`,
    ofAttempts: `select aid, w.pid, "at", ${fields} from (select ${ident(k.who)} as ident, row_number() over () as "at",
        coalesce(try_cast(${c('attempt')} as integer), 1) as attempt, lower(${c('route')}) as route, lower(${c('standard')}) as standard, ${both} from ${t.relation}) r
      join who w on w.file = ${file} and w.ident = r.ident
      join (select pid, attempt, route, sco, min(aid) aid from attempt where file in (${files.join(', ')}) group by all) a
        on a.pid = w.pid and a.attempt = r.attempt and a.route = r.route and a.sco = r.standard`,
  };
}
