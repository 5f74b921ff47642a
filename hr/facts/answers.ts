import { loadAnswers, loadLmsAnswers, sayUnknownItems } from '../load/answers.ts';
import type { Context } from '../load/context.ts';
import { noteIds } from '../content/module.ts';
import { many } from '../quality.ts';

/** People a chunk: first answers are found for so many at a time, so that memory does not grow with their number. */
const chunk = 20_000;

/** Reads all interactions into `answer_raw` (aid, pid, pos, id, response, pattern, result). */
export async function readAnswers(x: Context) {
  await x.db.run(`create table answer_raw (aid integer, pid integer, pos smallint, id varchar, response varchar, pattern varchar, result varchar);
    create table lms_files as select unnest([${x.tables.flatMap((t, i) => (t.kind?.kind === 'lms' ? [i] : [])).join(', ')}]::integer[]) file`);
  for (const [index, t] of x.tables.entries()) {
    if (t.kind?.kind === 'interactions') {
      x.progress.step(`Reading the answers of ${t.file}`);
      await loadAnswers(x, t, t.kind, index);
    } else if (t.kind?.kind === 'lms-interactions') {
      x.progress.step(`Reading the answers of ${t.file}`);
      await loadLmsAnswers(x, t, t.kind, index);
    }
  }
}

/** Makes `item` (iid, id, kind, pattern, n): every id met, and what the module's content knows of it. */
async function items(x: Context) {
  const known = [...x.module.items.values()].map((i) => `('${i.id}', '${i.kind}', '${i.pattern}')`);
  const values = known.length > 0 ? `(values ${known.join(', ')}) k(id, kind, pattern)` : `(select '' id, '' kind, '' pattern where false) k`;
  await x.db.run(`create table item as select (row_number() over (order by id))::smallint iid, id,
      coalesce(k.kind, case when regexp_matches(id, '${noteIds.source}') then 'note' else 'unknown' end) kind,
      coalesce(k.pattern, m.pattern) pattern, m.n, m.patterns, k.pattern as known from (
      select id, count(*)::int n, mode(pattern order by pattern) filter (where pattern <> '') pattern, list_sort(list(distinct pattern) filter (where pattern <> '')) patterns
      from answer_raw group by id) m left join ${values} using (id)`);
}

/** Where the key in the record is not the key of the content, another version was answered. */
async function keys(x: Context) {
  const rows = await x.db.all<{ id: string }>(`select id from item where known is not null and len(patterns) > 0
    and (len(patterns) > 1 or patterns[1] <> known) order by id`);
  x.quality.add('other_key', 'check', 'the interactions', `The right answer in the record differs from the module’s content for ${many(rows.length, 'item', 'items')}: ${rows.slice(0, 4).map((r) => r.id).join(', ')}${rows.length > 4 ? ' …' : ''}; the results as recorded were used`, 'Name the content of the version people used with --content', rows.length);
}

/**
 * Makes `first_answer` (pid, iid, response, ok): the first answer of a person to an item over all attempts; `ok` is null
 * where there is neither a result nor a key.
 */
export async function firstAnswers(x: Context) {
  x.progress.step('Finding everyone’s first answers');
  await items(x);
  await keys(x);
  await sayUnknownItems(x);
  await x.db.run('create table first_answer (pid integer, iid smallint, response varchar, ok boolean)');
  const { last } = await x.db.one<{ last: number }>('select coalesce(max(pid), 0)::int as last from person');
  for (let from = 1; from <= last; from += chunk) {
    await x.db.run(`insert into first_answer select pid, iid, arg_min(response, place), arg_min(ok, place) from (
      select pid, iid, response, aid::bigint * 1000 + pos as place, case when result = 'correct' then true when result in ('wrong', 'incorrect') then false
        when item.pattern is not null and response is not null then response = item.pattern end as ok
      from answer_raw join item using (id) where pid between ${from} and ${from + chunk - 1} and kind <> 'note')
      group by pid, iid`);
    x.progress.part(Math.min(1, (from + chunk) / last));
  }
}
