import type { Kind } from '../read/kinds.ts';
import type { Table } from '../read/table.ts';
import type { Context } from './context.ts';
import { cell, ident } from './who.ts';

/**
 * Reads the results file of the trial LMS: one row an attempt, with its status. The standard stands in `sco`, since one
 * person may have an attempt 1 in each.
 */
export async function loadTrialLms(x: Context, t: Table, k: Extract<Kind, { kind: 'lms' }>, file: number) {
  const c = (name: string) => cell(k.columns[name]);
  const at = (name: string) => (k.columns[name] === undefined ? 'null::timestamp' : `when_said(c${k.columns[name]})`);
  await x.db.run(`insert into attempt_raw select ${file}, ${ident(k.who)}, coalesce(try_cast(${c('attempt')} as integer), 1),
    ${at('started')}, ${at('lastaccessed')}, try_cast(${c('score')} as double), lower(${c('standard')}), lower(${c('route')}), null,
    coalesce(lower(${c('status')}) in ('passed', 'completed'), false), ${at('passedat')}, false
    from ${t.relation} where ${c('route')} is not null`);
}

/** Where only the interactions of the trial LMS are given, they say which attempts there were. */
export async function attemptsFromAnswers(
  x: Context,
  t: Table,
  k: Extract<Kind, { kind: 'lms-interactions' }>,
  file: number,
) {
  const c = (name: string) => cell(k.columns[name]);
  await x.db.run(`insert into attempt_raw select distinct ${file}, ${ident(k.who)}, coalesce(try_cast(${c('attempt')} as integer), 1),
    null::timestamp, null::timestamp, null::double, lower(${c('standard')}), lower(${c('route')}), null, null::boolean, null::timestamp, true
    from ${t.relation} where ${c('route')} is not null`);
}

/** The trial LMS writes one row an interaction. SCORM 2004 writes `a[,]c` and `a[.]b` where 1.2 writes `a,c` and `a.b`. */
export async function loadLmsAnswers(
  x: Context,
  t: Table,
  k: Extract<Kind, { kind: 'lms-interactions' }>,
  file: number,
) {
  const c = (name: string) => cell(k.columns[name]);
  const old = (sql: string) => `replace(replace(coalesce(${sql}, ''), '[,]', ','), '[.]', '.')`;
  await x.db.run(`insert into answer_raw select aid, w.pid, r.id, r.response, case r.result when 'correct' then true when 'wrong' then false
      when 'incorrect' then false when 'neutral' then null else case when r.pattern <> '' then r.response = r.pattern end end
    from (select ident, attempt, route, standard, id, response, pattern, result from (select ${ident(k.who)} as ident,
        coalesce(try_cast(${c('attempt')} as integer), 1) as attempt, lower(${c('route')}) as route, lower(${c('standard')}) as standard,
        ${c('interaction')} as id, ${old(c('response'))} as response, ${old(c('pattern'))} as pattern, lower(${c('result')}) as result from ${t.relation}) where id is not null) r
    join who w on w.file = ${file} and w.ident = r.ident
    join (select pid, attempt, route, sco, min(aid) aid from attempt where file in (select file from lms_files) group by all) a
      on a.pid = w.pid and a.attempt = r.attempt and a.route = r.route and a.sco = r.standard`);
  await x.db.run('update attempt set answers = true where aid in (select aid from answer_raw)');
}
