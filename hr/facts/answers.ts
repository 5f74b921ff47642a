import { noteIds } from '../content/module.ts';
import { lit } from '../db/open.ts';
import { loadAnswers, sayUnknownItems } from '../load/answers.ts';
import type { Context } from '../load/context.ts';
import { loadLmsAnswers } from '../load/lms.ts';
import { many } from '../quality.ts';

/** People a chunk: first answers are found for so many at a time, so that memory does not grow with their number. */
const chunk = 20_000;

/** Reads all interactions into `answer_raw` (aid, pid, id, response, ok); rows of an attempt stay in order. */
export async function readAnswers(x: Context) {
  const known = [...x.module.items.values()].map((i) => `(${lit(i.id)}, ${lit(i.kind)}, ${lit(i.pattern)})`);
  const lms = x.tables.flatMap((t, i) => (t.kind?.kind.startsWith('lms') ? [i] : []));
  await x.db.run(`create table answer_raw (aid integer, pid integer, id varchar, response varchar, ok boolean);
    create table known (id varchar, kind varchar, pattern varchar);
    ${known.length > 0 ? `insert into known values ${known.join(', ')};` : ''}
    create table lms_files as select unnest([${lms.join(', ')}]::integer[]) file`);
  for (const [index, t] of x.tables.entries()) {
    if (t.kind?.kind !== 'interactions' && t.kind?.kind !== 'lms-interactions') continue;
    x.progress.step(`Reading the answers of ${t.file}`);
    if (t.kind.kind === 'interactions') await loadAnswers(x, t, t.kind, index);
    else await loadLmsAnswers(x, t, t.kind, index);
  }
}

/** Makes `item` (iid, id, kind, pattern, n): every id met, and what the module's content or else the record knows of it. */
async function items(x: Context) {
  await x.db.run(`create table if not exists recorded_key (id varchar, pattern varchar, n integer);
    create table item as select (row_number() over (order by id))::smallint iid, id,
      coalesce(k.kind, case when regexp_matches(id, '${noteIds.source}') then 'note' else 'unknown' end) kind,
      coalesce(k.pattern, r.pattern) pattern, m.n from (select id, count(*)::int n from answer_raw group by id) m
      left join known k using (id) left join (select id, arg_max(pattern, (n, pattern)) pattern from recorded_key group by id) r using (id)`);
}

/** Where the key in the record is not the key of the content, another version was answered. */
async function keys(x: Context) {
  const rows = await x.db.all<{ id: string }>(
    `select distinct id from recorded_key r join known k using (id) where r.pattern <> k.pattern order by id`,
  );
  x.quality.add(
    'other_key',
    'check',
    'the interactions',
    `The right answer in the record differs from the module’s content for ${many(rows.length, 'item', 'items')} (seen in the first rows of each file): ${rows
      .slice(0, 4)
      .map((r) => r.id)
      .join(', ')}${rows.length > 4 ? ' …' : ''}; the results as recorded were used`,
    'Name the content of the version people used with --content',
    rows.length,
  );
}

/**
 * Makes `first_answer` (pid, iid, response, ok): the first answer of a person to an item over all attempts; `ok` is null
 * where there is neither a result nor a key. Only people with more than one attempt, or with an id twice in one, need
 * looking at: for everyone else the first answer is the only one.
 */
export async function firstAnswers(x: Context) {
  x.progress.step('Finding everyone’s first answers');
  await items(x);
  await keys(x);
  await sayUnknownItems(x);
  await x.db.run(`create table several as select pid from attempt where answers group by pid having count(*) > 1;
    create table repeated (pid integer, iid smallint, response varchar, ok boolean);
    create table answer as select pid, iid, response, aid,
      coalesce(ok, case when response <> '' then response = pattern end) as ok from answer_raw join item using (id) where kind <> 'note'`);
  const { last } = await x.db.one<{ last: number }>('select coalesce(max(pid), 0)::int as last from person');
  for (let from = 1; from <= last; from += chunk) {
    await x.db.run(`insert into repeated select pid, iid, arg_min(response, place), arg_min(ok, place) from (
        select pid, iid, response, ok, {'aid': aid, 'row': rowid} as place from answer where pid between ${from} and ${from + chunk - 1} and pid in (from several)
      ) group by pid, iid`);
    x.progress.part(Math.min(1, (from + chunk) / last));
  }
  await x.db.run(`create view first_answer as select pid, iid, response, ok from answer where pid not in (from several)
    union all select pid, iid, response, ok from repeated`);
}
