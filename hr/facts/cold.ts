import { lit } from '../db/open.ts';
import type { Context } from '../load/context.ts';

/** Attempts a chunk, so that memory does not grow with their number. */
const chunk = 20_000;

/**
 * Makes `cold` (place), what was answered cold: before the section that teaches it was read, and so in no paper
 * (`src/course/cold.ts`). An answer is cold where its attempt has a finished paper that names its questions, none of
 * its papers names this one, and it comes before the first answer to a question that they name. Questions after that
 * are of a paper not finished, or a rule asked again. Wants `paper_in`.
 */
export async function findCold(x: Context): Promise<void> {
  const codes = [...x.module.codes].map(([code, id]) => `(${lit(id)}, ${lit(code)})`);
  const { last } = await x.db.one<{ last: number }>(
    `select coalesce(max(aid), 0)::int as last from paper_in where kind = 'paper' and asked <> ''`,
  );
  await x.db.run('create table cold (place bigint)');
  if (codes.length === 0 || last === 0) return;
  await x.db.run(
    `create table coded as select mid, code from met join (values ${codes.join(', ')}) c(id, code) using (id)`,
  );
  for (let from = 1; from <= last; from += chunk)
    await x.db.run(`insert into cold with checked as (
        select aid, min("at") finished, flatten(list(regexp_extract_all(asked, '..'))) codes
        from paper_in join (select rowid place, "at" from note_said) using (place)
        where asked <> '' and aid between ${from} and ${from + chunk - 1} group by aid having bool_or(kind = 'paper')),
      said as (select aid, {'at': "at", 'place': a.rowid} place, finished, list_contains(codes, code) asked
        from answer a join coded using (mid) join checked using (aid) where aid between ${from} and ${from + chunk - 1})
      select unnest(list_filter(unasked, lambda o: o.at < began)).place from (
        select list(place) filter (not asked) as unasked, least(any_value(finished), min(place.at) filter (asked)) began from said group by aid)`);
}
