import { noteIds } from '../content/module.ts';
import { lit } from '../db/open.ts';
import { type AnswerPass, answerPasses, sayUnknownItems } from '../load/answers.ts';
import type { Context } from '../load/context.ts';
import { lmsAnswerPass } from '../load/lms.ts';
import { many } from '../quality.ts';

/** People a chunk: first answers are found for so many at a time, so that memory does not grow with their number. */
const chunk = 20_000;

/** SQL: whether an answer was right, by the record's word or else by the record's key; null: neither is there. */
const rightSql = `case result when 'correct' then true when 'wrong' then false when 'incorrect' then false
  when 'neutral' then null else case when pattern <> '' then fits(response, pattern) end end`;

/** SQL: whether an id is a note (paper, declaration, role). Most ids are questions: a look at two letters is cheaper. */
const noteSql = `case when starts_with(id, 'q_') then false else regexp_matches(id, '${noteIds.source}') end`;

/**
 * The database reads a text file without knowing its size and would keep it whole as the inner side of a join: here
 * every join is done as written, the small side last.
 */
const asWritten = (sql: string) =>
  `set disabled_optimizers = 'join_order,build_side_probe_side'; ${sql}; reset disabled_optimizers`;

/** Every file with answers, and how it is read. */
function passes(x: Context): { readonly file: string; readonly passes: readonly AnswerPass[] }[] {
  return x.tables.flatMap((t, i) => {
    if (t.kind?.kind === 'interactions') return [{ file: t.file, passes: answerPasses(t, t.kind, i) }];
    if (t.kind?.kind === 'lms-interactions') return [{ file: t.file, passes: [lmsAnswerPass(x, t, t.kind, i)] }];
    return [];
  });
}

async function eachPass(x: Context, says: string, sql: (p: AnswerPass) => string) {
  for (const f of passes(x)) {
    x.progress.step(`${says} ${f.file}`);
    for (const [i, p] of f.passes.entries()) {
      await x.db.run(asWritten(sql(p)));
      x.progress.part((i + 1) / f.passes.length);
    }
  }
}

/**
 * Makes `item` (iid, id, kind, pattern): every id met and what the module's content or else the record knows of it; and
 * `met` (mid, iid, response, ok): every different answer met. There are some hundreds, whatever the number of people.
 */
async function meet(x: Context) {
  const known = [...x.module.items.values()].map((i) => `(${lit(i.id)}, ${lit(i.kind)}, ${lit(i.pattern)})`);
  await x.db.run(`create table met_raw (id varchar, said varchar, ok boolean); create table known (id varchar, kind varchar, pattern varchar);
    create table if not exists recorded_key (id varchar, pattern varchar, n integer);
    ${known.length > 0 ? `insert into known values ${known.join(', ')}` : ''}`);
  await eachPass(
    x,
    'Looking at the answers of',
    (p) => `insert into met_raw select distinct id, response, ${rightSql} from (${p.rows}) where not ${noteSql}`,
  );
  await x.db.run(`create table item as select (row_number() over (order by id))::smallint iid, id, coalesce(k.kind, 'unknown') kind,
      coalesce(k.pattern, r.pattern) pattern from (select distinct id from met_raw) left join known k using (id)
      left join (select id, arg_max(pattern, (n, pattern)) pattern from recorded_key group by id) r using (id);
    create table met as select (row_number() over (order by id, said, right_said))::int mid, iid, id, said, right_said, plain(said) response,
        coalesce(right_said, case when said <> '' then fits(plain(said), pattern) end) ok
      from (select distinct id, said, ok right_said from met_raw) join item using (id); drop table met_raw`);
}

/**
 * Reads all interactions into `answer` (aid, pid, mid) and, with their text, those that are notes: `note` (aid, id,
 * response). Rows of an attempt stay in order.
 */
export async function readAnswers(x: Context) {
  await meet(x);
  await x.db.run('create table answer (aid integer, pid integer, mid integer, id varchar, note varchar)');
  await eachPass(
    x,
    'Reading the answers of',
    (
      p,
    ) => `insert into answer select aid, pid, m.mid, case when m.mid is null then r.id end, case when m.mid is null then plain(r.response) end
      from (select aid, pid, id, response, ${rightSql} ok from (${p.ofAttempts})) r
      left join met m on m.id = r.id and m.said = r.response and m.right_said is not distinct from r.ok`,
  );
  await x.db.run(`create view note as select aid, id, note response, rowid place from answer where mid is null;
    update attempt set answers = true where not answers and aid in (select aid from answer)`);
}

/** Where the key in the record is not the key of the content, another version was answered. */
async function keys(x: Context) {
  const rows = await x.db.all<{ id: string }>(
    `select distinct id from recorded_key r join known k using (id) where not fits(r.pattern, k.pattern) order by id`,
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
 * Makes `first_answer` (pid, mid): the first answer of a person to an item over all attempts. Only people with an item
 * more than once need looking at: for everyone else the first answer is the only one. `repeated` keeps the row of theirs.
 */
export async function firstAnswers(x: Context) {
  x.progress.step('Finding everyone’s first answers');
  await keys(x);
  await sayUnknownItems(x);
  const { last, items } = await x.db.one<{ last: number; items: number }>(
    'select (select coalesce(max(pid), 0)::int from person) as last, (select count(*)::int from item) items',
  );
  await x.db.run(`create table repeated (pid integer, mid integer, place bigint);
    create table several as select pid from answer join met using (mid) where pid is not null group by pid
      having bit_count(bitstring_agg(iid, 1, ${Math.max(items, 1)})) < count(*)`);
  for (let from = 1; from <= last; from += chunk) {
    await x.db.run(`insert into repeated select pid, arg_min(mid, place), min(place).row from (
        select pid, iid, mid, {'aid': aid, 'row': a.rowid} as place from answer a join met using (mid)
        where pid between ${from} and ${from + chunk - 1} and pid in (from several)) group by pid, iid`);
    x.progress.part(Math.min(1, (from + chunk) / last));
  }
  await x.db.run(`create view first_answer as select pid, mid from answer where mid is not null and pid not in (from several)
    union all select pid, mid from repeated`);
}
