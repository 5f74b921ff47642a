import { noteIds } from '../content/module.ts';
import { lit } from '../db/open.ts';
import { many } from '../quality.ts';
import type { AttemptColumns, InteractionColumns, Kind } from '../read/kinds.ts';
import { bare } from '../read/names.ts';
import { firstRows } from '../read/part.ts';
import type { Table } from '../read/table.ts';
import { containsTitle, inSettings, routeTitled } from './activities.ts';
import type { Context } from './context.ts';
import { cell, hashOf, ident } from './who.ts';

type Interactions = Extract<Kind, { kind: 'interactions' }>;

const column = (c: number | null) => (c === null ? 'null::varchar' : `c${c}`);
const slot = (c: InteractionColumns) =>
  `{'id': ${column(c.question)}, 'response': ${column(c.response)}, 'pattern': ${column(c.right)}, 'result': ${column(c.result)}}`;

/** The right answer is only looked at where no result is there: each column read is time. */
const withoutKey = (c: InteractionColumns): InteractionColumns => (c.result === null ? c : { ...c, right: null });

/** SQL: whether an id is of this module by its shape: a note, or one that starts with a section. */
export function oursSql(x: Context): string {
  const sections = x.module.parts.map((p) => p.id).join('|');
  return `regexp_matches(id, '${noteIds.source}|^(q_(${sections})_[0-9]+|(${sections})_[a-z0-9_]+_d[a-z0-9_]*)$')`;
}

/**
 * Whether an interactions report is of this module: at least half of the ids in its first rows have the module's shape.
 * A report of another activity must count for nothing, not even as an attempt.
 */
export async function isOurs(x: Context, t: Table, k: Interactions): Promise<boolean> {
  const said = saidSql(k);
  if (said === null) return true;
  const first = firstOf(x.tables.indexOf(t));
  await x.db.run(
    t.said
      ? `create temp table ${first} as select id, "key", early n from ${t.said.said} where early > 0
          ${t.said.early.map(([id, n]) => `union all select ${lit(id)}, null, ${n}`).join(' ')}`
      : `create temp table ${first} as select s.*, "key", 1 n from (
          select unnest(${said}) s, unnest(${keysSql(k)}) "key" from (from ${t.wide} limit ${firstRows}))`,
  );
  const n = await x.db.one<{ all: number; ours: number; other: string | null }>(`select coalesce(sum(n), 0)::int as all,
    coalesce(sum(n) filter (where ${oursSql(x)}), 0)::int ours, min(id) filter (where not ${oursSql(x)}) other
    from ${first} where id <> ''`);
  if (n.all === 0 && !(await titleIsOurs(x, t, k))) return false;
  if (n.all === 0)
    x.quality.add(
      'no_interactions',
      'check',
      t.file,
      'Its interaction columns are all empty: nothing can be said about questions, minutes or editions. Moodle shows interactions for SCORM 1.2 packages only',
      'Use the SCORM 1.2 package in Moodle',
    );
  if (n.ours * 2 >= n.all) {
    await sampleKeys(x, first);
    return true;
  }
  await x.db.run(
    `insert into quality_rows values ('other_activity', ${lit(t.file)}, null, ${lit(`a question is called ${n.other}`)})`,
  );
  x.quality.add(
    'other_activity',
    'stop',
    t.file,
    'It is of another activity: its questions are not the module’s; not used',
    'Download the Interactions report of this training',
  );
  return false;
}

/**
 * Whether a report without interactions is of this training, by the title of its SCO, which is the module's own: the
 * whole title first, then a part of it, which is said. Without a title nothing can be said.
 */
export async function titleIsOurs(x: Context, t: Table, k: { readonly columns: AttemptColumns }): Promise<boolean> {
  const title = k.columns.sco?.name;
  if (title === undefined || routeTitled(title, x.module) !== null || inSettings(title, x.settings)) return true;
  const named = x.settings.activities.some((a) => bare(a.name) !== '' && bare(title).includes(bare(a.name)));
  const part = named || containsTitle(title, x.module);
  x.quality.add(
    part ? 'part_of_title' : 'other_activity',
    part ? 'check' : 'stop',
    t.file,
    part
      ? `Its training is called “${title}”, which only contains the title of ours; taken as ours`
      : `It is of another training, “${title}”; not used`,
    part
      ? 'Make sure that it is, or give the Interactions report, which can be checked'
      : 'Download the report of this training, or name that title under activities in the settings file',
  );
  return part;
}

/** The right answers as the first rows of a report give them, into `recorded_key` (id, pattern, n). */
async function sampleKeys(x: Context, first: string) {
  await x.db.run(`create table if not exists recorded_key (id varchar, pattern varchar, n integer);
    insert into recorded_key select id, plain(trim("key")), sum(n)::int from ${first} where id <> '' and "key" <> '' group by 1, 2`);
}

/** How a file with answers is read; both are queries. */
export interface AnswerPass {
  /** Columns id, response, pattern, result, h of the first rows. */
  readonly sample: string;
  /** The same of all rows, with the attempt they belong to, aid and pid, and their place in it, at. */
  readonly ofAttempts: string;
}

/** The table of what the first rows of a file say: id, key (the right answer) and n, how often; where `Table.said` is not there also h, response, pattern and result. */
const firstOf = (file: number) => `first_${file}`;

/** SQL: each interaction that says which it is; null where none does. */
function saidSql(k: Interactions): string | null {
  const slots = k.interactions.map(withoutKey).flatMap((c) => {
    if (c.question === null) return [];
    const cells = Object.values(c).filter((i) => i !== null);
    return [`{'h': ${hashOf(...cells.map(column))}, ${slot(c).slice(1)}`];
  });
  return slots.length > 0 ? `[${slots.join(', ')}]` : null;
}

/** SQL: the right answers beside them. */
const keysSql = (k: Interactions) =>
  `[${k.interactions
    .filter((c) => c.question !== null)
    .map((c) => column(c.right))
    .join(', ')}]`;

/** SQL: rows of a report with the attempts they are of, aid and pid; they meet by person and number. @param columns what is taken of a row */
function withAttempts(k: Interactions, file: number, columns: string, from: string): string {
  return `(select ${ident(k.who)} as ident, try_cast(${cell(k.columns.attempt)} as integer) as attempt, ${columns} from ${from})
    join (select ident, attempt, min(aid) aid, min(pid) pid from attempt where file = ${file} group by all) using (ident, attempt)`;
}

/** How an interactions report is read, whose columns lie side by side by position. */
export function answerPasses(t: Table, k: Interactions, file: number): AnswerPass {
  const fields = 's.id, s.response, s.pattern, s.result, s.h';
  const said = saidSql(k);
  if (said === null) {
    const none = `select null::integer aid, null::integer pid, null::integer "at", '' id, '' response, '' pattern, '' result, 0::ubigint h limit 0`;
    return { sample: none, ofAttempts: none };
  }
  return {
    sample: `select id, response, pattern, result, h from ${firstOf(file)}`,
    ofAttempts: `select aid, pid, "at", ${fields} from (select aid, pid, unnest(said) s, unnest(range(len(said)))::int "at"
      from ${withAttempts(k, file, `${said} said`, t.wide)})`,
  };
}

/** SQL: which attempt and person each row of a file that was read into numbers is of: "row", aid, pid. */
export function rowsOfAttempts(t: Table, file: number): string {
  if (t.kind?.kind !== 'interactions') throw new Error(`${t.file} has no interactions.`);
  return `select "row", aid, pid from ${withAttempts(t.kind, file, '"row"', t.relation)}`;
}

/** Ids this edition of the content does not know: kept, but without clause and lesson. */
export async function sayUnknownItems(x: Context) {
  const rows = await x.db.all<{ id: string; n: number }>(
    `select item.id, count(*)::int n from item join met using (iid) join answer using (mid) where kind = 'unknown' group by all order by all`,
  );
  for (const r of rows)
    await x.db.run(`insert into quality_rows values ('unknown_item', null, null, ${lit(`${r.id}: ${r.n} answers`)})`);
  x.quality.add(
    'unknown_item',
    'check',
    'the interactions',
    `${many(rows.length, 'question or decision is', 'questions or decisions are')} not in the module’s content (an older version, or --content names another): ${rows
      .slice(0, 4)
      .map((r) => r.id)
      .join(', ')}${rows.length > 4 ? ' …' : ''}; shown without clause and lesson`,
    'Name the content of the version people used with --content',
    rows.length,
  );
}
