import type { Kind } from '../read/kinds.ts';
import type { Table } from '../read/table.ts';
import type { Context } from './context.ts';
import { cell, ident } from './who.ts';

/** Reads the results file of the trial LMS: one row an attempt, with its status. */
export async function loadTrialLms(x: Context, t: Table, k: Extract<Kind, { kind: 'lms' }>, file: number) {
  const c = (name: string) => cell(k.columns[name]);
  const at = (name: string) => (k.columns[name] === undefined ? 'null::timestamp' : `when_said(c${k.columns[name]})`);
  await x.db.run(`insert into attempt_raw select ${file}, ${ident(k.who)}, coalesce(try_cast(${c('attempt')} as integer), 1),
    ${at('started')}, ${at('lastaccessed')}, try_cast(${c('score')} as double), null, lower(${c('route')}), null,
    coalesce(lower(${c('status')}) like '%passed%' or lower(${c('status')}) like 'completed%', false), ${at('passedat')}, false
    from ${t.relation} where ${at('started')} is not null`);
}
