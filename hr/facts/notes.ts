import {
  AFTER_KEY,
  BETWEEN_FIELDS,
  BETWEEN_IDS,
  DECLARATION_KEYS,
  NUMBER,
  PAPER_KEYS,
  PAPER_KINDS,
  TIME,
  VERSION,
} from '../../src/course/record/grammar.ts';
import { FOLLOW_UP } from '../content/module.ts';
import { lit } from '../db/open.ts';
import type { Context } from '../load/context.ts';
import { many } from '../quality.ts';

/** SQL: the value of a key in a note's list of fields, the last one written; null when it is not there. */
export const field = (key: string) =>
  `list_filter(fields, f -> starts_with(f, ${lit(key + AFTER_KEY)}))[-1][${key.length + AFTER_KEY.length + 1}:]`;

/** SQL: whether a field is all of a form. */
const has = (key: string, form: RegExp) => `regexp_matches(${field(key)}, ${lit(form.source)})`;

/** SQL: a number as the module writes it; where nothing follows the colon, 0. */
const number = (key: string) =>
  `case when ${field(key)} = '' then 0.0 when ${has(key, NUMBER)} then ${field(key)}::double end`;

/** SQL: a time as the module writes it, to the second. */
const time = (key: string) => `case when ${has(key, TIME)} then try_strptime(${field(key)}, '%Y-%m-%dT%H:%M:%SZ') end`;

/** SQL: the fields of the notes, whose first says the version. A row pasted twice says each only once. */
const noteFields = `select aid, id, place, string_split(trim(response, chr(9) || chr(10) || chr(13) || ' '), ${lit(BETWEEN_FIELDS)}) fields
  from (select distinct on (aid, id) * from note where response <> '' and id <> 'role' and not starts_with(id, ${lit(FOLLOW_UP)}) order by aid, id, place)`;

const [paper, declaration] = [PAPER_KEYS, DECLARATION_KEYS];
const isRead = `fields[1] = ${lit(VERSION)}`;

/**
 * Sorts each note into its table, by the grammar of `src/course/record/grammar.ts`. A note that is neither is left out.
 * @returns how many.
 */
async function sortNotes(x: Context): Promise<number> {
  await x.db.run(`
    insert into paper_in select aid, coalesce(try_cast(regexp_extract(id, '\\d+$') as integer), 0), kind, correct, total, taken, missed, asked, place from (
      select aid, id, place, ${field(paper.kind)} kind, ${number(paper.right)} correct, ${number(paper.of)} total, ${time(paper.at)} taken,
        replace(coalesce(${field(paper.missed)}, ''), ${lit(BETWEEN_IDS)}, ',') missed, coalesce(${field(paper.questions)}, '') asked from (${noteFields}) where id <> 'declaration' and ${isRead})
      where kind in (${PAPER_KINDS.map(lit).join(', ')}) and correct = floor(correct) and total = floor(total)
        and isfinite(correct) and isfinite(total) and taken is not null order by aid, place;
    insert into declared_in select aid, edition, hash, version, declared, minutes from (
      select aid, coalesce(${field(declaration.edition)}, '') edition, coalesce(${field(declaration.textHash)}, '') hash,
        coalesce(${field(declaration.version)}, '') as version, ${time(declaration.at)} declared, ${number(declaration.minutes)} as minutes
      from (${noteFields}) where id = 'declaration' and ${isRead})
      where declared is not null and isfinite(minutes)`);
  const { broken } = await x.db.one<{ broken: number }>(`select ((select count(*) from (${noteFields}))
    - (select count(*) from paper_in) - (select count(*) from declared_in))::int broken`);
  return broken;
}

/**
 * Reads papers and declarations into `paper` (aid, n, kind, correct, total, taken, missed, asked, place) and `declared` (aid, edition,
 * hash, version, declared, minutes), times in UTC; `local_time` gives those of the University.
 */
export async function readNotes(x: Context) {
  x.progress.step('Reading papers and declarations');
  // The module writes times in UTC; a day is one of the University.
  await x.db.run(`create or replace macro local_time(t) as timezone(${lit(x.settings.timeZone)}, timezone('UTC', t));
    create table paper_in (aid integer, n integer, kind varchar, correct integer, total integer, taken timestamp, missed varchar, asked varchar, place bigint);
    create table declared_in (aid integer, edition varchar, hash varchar, version varchar, declared timestamp, minutes double)`);
  const broken = await sortNotes(x);
  const day = `timestamp ${lit(x.asOf)} + interval 1 day`;
  await x.db.run(`create table paper as from paper_in where local_time(taken) < ${day};
    create table declared as select aid, min(edition) edition, min(hash) hash, min(version) as version, min(declared) declared, min(minutes) as minutes
      from declared_in where local_time(declared) < ${day} group by aid`);
  x.quality.add(
    'broken_note',
    'check',
    'the interactions',
    `${many(broken, 'paper or declaration', 'papers or declarations')} cannot be read (cut off by the LMS, or of another module); not used`,
    'Tell whoever looks after the module',
    broken,
  );
  const { late } = await x.db.one<{ late: number }>(
    `select ((select count(*) from paper_in where local_time(taken) >= ${day}) + (select count(*) from declared_in where local_time(declared) >= ${day}))::int late`,
  );
  x.quality.add(
    'note_after_as_of',
    'note',
    'the interactions',
    `${many(late, 'paper or declaration is', 'papers or declarations are')} dated after ${x.asOf} and left out`,
    'Give a later --as-of to count them',
    late,
  );
  const other = await x.db.all<{ edition: string; n: number }>(`select edition, count(*)::int n from declared
    where edition = ${lit(x.module.edition)} and hash <> ${lit(x.module.textHash)} group by 1`);
  for (const o of other)
    x.quality.add(
      'other_text',
      'check',
      'the declarations',
      `${many(o.n, 'declaration', 'declarations')} of edition ${o.edition} ${o.n === 1 ? 'was' : 'were'} made on another text of the policy than the one in the module’s content`,
      'Give each text of the policy an edition of its own',
      o.n,
    );
}
