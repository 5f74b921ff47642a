import { noteIds } from '../content/module.ts';
import { appendTo } from '../db/append.ts';
import { type Db, lit } from '../db/open.ts';
import { type AnswerPass, answerPasses, rowsOfAttempts, sayUnknownItems } from '../load/answers.ts';
import type { Context } from '../load/context.ts';
import { lmsAnswerPass } from '../load/lms.ts';
import { many } from '../quality.ts';
import type { Said } from '../read/said.ts';
import type { Table } from '../read/table.ts';
import { eachNumbered, metOf, type Numbered, numberedBy } from './numbers.ts';
import type { Answers } from './tally.ts';

/** People a chunk of those with an item more than once, so that memory does not grow with their number. */
const chunk = 20_000;

/** SQL: whether an answer was right, by the record's word or else by the record's key; null: neither is there. */
const rightSql = `case result when 'correct' then true when 'wrong' then false when 'incorrect' then false
  when 'neutral' then null else case when coalesce(pattern, '') <> '' then fits(coalesce(response, ''), pattern) end end`;

/** SQL: whether an id is a note (paper, declaration, role). Most ids are questions: a look at two letters is cheaper. */
const noteSql = `case when starts_with(id, 'q_') then false else regexp_matches(id, '${noteIds.source}') end`;

/** SQL: whether a cell names no interaction: attempts are of different lengths. */
const emptySql = `coalesce(id, '') in ('', '-')`;

/**
 * The database reads a text file without knowing its size and would keep it whole as the inner side of a join: here
 * every join is done as written, the small side last.
 */
const asWritten = (sql: string) =>
  `set disabled_optimizers = 'join_order,build_side_probe_side'; ${sql}; reset disabled_optimizers`;

/** How a file with answers is read by the database; null for one without. */
function passOf(x: Context, t: Table, file: number): AnswerPass | null {
  if (t.kind?.kind === 'interactions') return answerPasses(t, t.kind, file);
  if (t.kind?.kind === 'lms-interactions') return lmsAnswerPass(x, t, t.kind, file);
  return null;
}

/** SQL: whether an answer is one of `met_raw m`. @param answer has id, said and right_said */
const isMet = (answer: string) =>
  `m.id = ${answer}.id and m.said = ${answer}.said and m.right_said is not distinct from ${answer}.right_said`;

/** SQL: numbers answers that are not in `met` yet, of a query with id, said and right_said. */
const meet = (from: string) => `insert into met_raw
  select (row_number() over (order by id, said, right_said) + (select coalesce(max(mid), 0) from met_raw))::int, id, said, right_said
  from (select distinct id, said, right_said from (${from})) n
  where not exists (from met_raw m where ${isMet('n')})`;

/**
 * Makes `word` (h, mid): what the first rows of a file say, as numbers. Notes have none, an empty cell has 0. Nearly every
 * answer of a file is then one look into a small table, and no text of it is kept.
 */
async function learnWords(x: Context, { sample }: AnswerPass) {
  await x.db.run(`create or replace temp table seen_word as select distinct h, id, coalesce(plain(response), '') said, ${rightSql} right_said
      from (${sample}) where id is null or not ${noteSql};
    ${meet(`select id, said, right_said from seen_word where not ${emptySql}`)};
    create or replace temp table word as
      select h, coalesce(min(m.mid), 0)::int mid from seen_word s
      left join met_raw m on ${isMet('s')} group by h`);
}

/** Reads a file by the database alone. */
async function readAsText(x: Context, pass: AnswerPass) {
  await learnWords(x, pass);
  await x.db.run(
    asWritten(`create or replace temp table passed as select aid, pid, mid, id, "at", coalesce(plain(response), '') said, ${rightSql} right_said
      from (${pass.ofAttempts}) left join word using (h) where mid > 0 or (mid is null and not ${emptySql})`),
  );
  // What the first rows did not show, and is no note, gets its number now.
  await x.db.run(`create or replace temp table rest as select * from passed where mid is null and not ${noteSql};
    ${meet('from rest')};
    insert into answer select aid, pid, mid, "at" from passed where mid is not null;
    insert into answer select aid, pid, m.mid, "at" from rest r join met_raw m on ${isMet('r')};
    insert into note_said select aid, id, said, "at" from passed where mid is null and ${noteSql};
    insert into several select distinct pid from passed where pid is not null and (mid is not null or not ${noteSql}) group by pid, id having count(*) > 1;
    drop table passed; drop table rest`);
}

/** A file that was read into numbers: each different answer is met once, and its number takes the place of the file's. */
async function readNumbers(x: Context, said: Said, file: number): Promise<Numbered> {
  const met = `select n, id, coalesce(plain(response), '') said, ${rightSql} right_said from ${said.said}`;
  await x.db.run(meet(met));
  const numbers = await x.db.rows<number>(`select n, mid from (${met}) s join met_raw m on ${isMet('s')}`);
  const rows = `row_of_${file}`;
  const table = x.tables[file] as Table;
  await x.db.run(`create table ${rows} as ${rowsOfAttempts(table, file)}; ${table.drop ?? ''}`);
  return await numberedBy(x.db, said, numbers as [number, number][], rows);
}

/** Adds the notes of the reports in numbers to `note_said`. */
export async function readNoted({ db }: Context, { numbered }: Answers) {
  for (const { said, rows } of numbered) {
    await said.noteInto('note_cells');
    await db.run(`insert into note_said select aid, id, coalesce(plain(response), ''), "at" from note_cells join ${rows} using ("row")
      order by "row", "at"; drop table note_cells; drop table ${rows}`);
  }
}

/**
 * Makes `item` (iid, id, kind, pattern): every id met and what the module's content or else the record knows of it; and
 * `met` (mid, iid, response, ok): every different answer met. There are some hundreds, whatever the number of people.
 */
async function makeItems(x: Context) {
  const known = [...x.module.items.values()].map((i) => `(${lit(i.id)}, ${lit(i.kind)}, ${lit(i.pattern)})`);
  await x.db.run(`create table known (id varchar, kind varchar, pattern varchar);
    create table if not exists recorded_key (id varchar, pattern varchar, n integer);
    ${known.length > 0 ? `insert into known values ${known.join(', ')};` : ''}
    create table item as select (row_number() over (order by id))::smallint iid, id, coalesce(k.kind, 'unknown') kind,
      coalesce(k.pattern, r.pattern) pattern from (select distinct id from met_raw) left join known k using (id)
      left join (select id, arg_max(pattern, (n, pattern)) pattern from recorded_key group by id) r using (id);
    create table met as select mid, iid, id, said response, coalesce(right_said, case when said <> '' then fits(said, pattern) end) ok
      from met_raw join item using (id)`);
}

/**
 * Reads all interactions, each file once: `answer` (aid, pid, mid, at) gets those read as text, the others stay in numbers
 * until `fillAnswers`; those that are notes keep their text: `note` (aid, id, response, place), whole after `readNoted`.
 * Rows of an attempt stay in order.
 */
export async function readAnswers(x: Context): Promise<Answers> {
  await x.db.run(`create table met_raw (mid integer, id varchar, said varchar, right_said boolean);
    create table answer (aid integer, pid integer, mid integer, "at" integer);
    create table note_said (aid integer, id varchar, response varchar, "at" integer);
    create table several (pid integer)`);
  const numbered: Numbered[] = [];
  for (const [file, t] of x.tables.entries()) {
    const pass = passOf(x, t, file);
    if (pass === null) continue;
    x.progress.step(`Reading the answers of ${t.file}`);
    if (t.said) numbered.push(await readNumbers(x, t.said, file));
    else await readAsText(x, pass);
  }
  await makeItems(x);
  await x.db.run('create view note as select aid, id, response, rowid place from note_said');
  const { texts } = await x.db.one<{ texts: number }>('select count(*)::int texts from answer');
  return { texts, numbered, leftOut: null };
}

/**
 * Adds the answers in numbers to `answer`, by a connection of its own, and to `several` who has an item more than once in a
 * row, or more than one row: one that was pasted twice is of one attempt.
 */
export async function fillAnswers(db: Db, { numbered }: Answers) {
  if (numbered.length === 0) return;
  const { items, last } = await metOf(db);
  const answer = await appendTo(db.second, 'answer', ['integer', 'integer', 'integer', 'integer']);
  const several = await appendTo(db.second, 'several', ['integer']);
  for (const file of numbered) {
    const lastRow = new Int32Array(last + 1).fill(-1);
    const { slots } = file.said;
    const met = new Set<number>();
    await eachNumbered(file, (row, mids, from) => {
      const aid = file.aids[row] as number;
      const pid = file.pids[row] as number;
      if (met.has(pid)) several.row(pid);
      met.add(pid);
      for (let at = 0; at < slots; at++) {
        const mid = mids[from + at] as number;
        if (mid === 0) continue;
        answer.numbers(aid, pid, mid, at);
        const item = items[mid] as number;
        if (lastRow[item] === row) several.row(pid);
        lastRow[item] = row;
      }
    });
  }
  answer.close();
  several.close();
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
 * more than once need looking at: for everyone else the first answer is the only one. `repeated` keeps the row of theirs,
 * `several` (pid) is everyone who may be of them: in one row, or because there is more than one row. Wants all of `answer`.
 */
export async function firstAnswers(x: Context) {
  x.progress.step('Finding everyone’s first answers');
  await x.db.run(`update attempt set answers = true where not answers and aid in (select aid from answer union all select aid from note_said);
    insert into several select pid from attempt where answers group by pid having count(*) > 1`);
  await keys(x);
  await sayUnknownItems(x);
  const { last } = await x.db.one<{ last: number }>('select coalesce(max(pid), 0)::int as last from person');
  await x.db.run('create table repeated (pid integer, mid integer, place bigint)');
  const ends = await x.db.all<{ pid: number }>(
    `select pid from (select pid, row_number() over (order by pid) n from several) where n % ${chunk} = 0 order by pid`,
  );
  let from = 0;
  for (const [i, to] of [...ends.map((e) => e.pid), last].entries()) {
    await x.db.run(`insert into repeated select pid, arg_min(mid, place), min(place) & ${(1n << 40n) - 1n}::hugeint from (
        select pid, iid, mid, (aid::hugeint << 72) + (a."at"::hugeint << 40) + a.rowid as place from answer a join met using (mid)
        where pid > ${from} and pid <= ${to} and pid in (from several)) group by pid, iid`);
    from = to;
    x.progress.part((i + 1) / (ends.length + 1));
  }
  // One bit a person: to look into it for each of millions of answers takes a quarter less time than to join them.
  await x.db.run(`set variable several = coalesce((select bitstring_agg(pid, 0, ${last}) from several), repeat('0', ${last + 1})::bit);
    create view first_answer as select pid, mid from answer where get_bit(getvariable('several'), pid) = 0
      union all select pid, mid from repeated`);
}
