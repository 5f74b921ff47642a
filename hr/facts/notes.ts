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

/** SQL: whether a list of fields is as the module writes it: its keys in their order, of which the last may be left out. */
const inOrder = (keys: readonly string[]) =>
  [
    `len(fields) <= ${keys.length + 1}`,
    ...keys.map((k, i) => `coalesce(starts_with(fields[${i + 2}], ${lit(k + AFTER_KEY)}), true)`),
  ].join(' and ');

/** SQL: the same as `field` where `ordered` says whether the fields are in order: then its place is known. */
const fieldOf = (keys: readonly string[], key: string) =>
  `case when ordered then fields[${keys.indexOf(key) + 2}][${key.length + AFTER_KEY.length + 1}:] else ${field(key)} end`;

/** SQL: a text as a number, as the module writes it; empty is 0. */
const number = (text: string) =>
  `case when ${text} = '' then 0.0 when regexp_matches(${text}, ${lit(NUMBER.source)}) then ${text}::double end`;

/** SQL: a text as a time, as the module writes it, to the second. */
const time = (text: string) =>
  `case when regexp_matches(${text}, ${lit(TIME.source)}) then try_strptime(${text}, '%Y-%m-%dT%H:%M:%SZ') end`;

/** SQL: the notes with a text; a role is none, and a follow-up has a reader of its own. */
const withText = `note where response <> '' and id <> 'role' and not starts_with(id, ${lit(FOLLOW_UP)})`;

/** SQL: makes `note_once` (place). A row pasted twice says each note only once. */
const notesOnce = `create temp table note_once as select min(place) place from (from ${withText}) group by aid, id`;

/** SQL: the fields of the notes, whose first says the version. */
const noteFields = `select aid, id, place, string_split(trim(response, chr(9) || chr(10) || chr(13) || ' '), ${lit(BETWEEN_FIELDS)}) fields
  from note join note_once using (place)`;

const [paper, declaration] = [PAPER_KEYS, DECLARATION_KEYS];
const [paperKeys, declarationKeys] = [Object.values(paper), Object.values(declaration)];

/** SQL: notes with fields, in the version that is read. */
const notesOf = (keys: readonly string[], where: string) =>
  `(select *, ${inOrder(keys)} ordered from (${noteFields}) where ${where} and fields[1] = ${lit(VERSION)})`;

/**
 * Sorts each note into its table, by the grammar of `src/course/record/grammar.ts`. A note that is neither is left out.
 * @returns how many.
 */
async function sortNotes(x: Context): Promise<number> {
  const said = (key: string) => fieldOf(paperKeys, key);
  const declared = (key: string) => fieldOf(declarationKeys, key);
  await x.db.run(`${notesOnce};
    insert into paper_in select aid, coalesce(try_cast(regexp_extract(id, '\\d+$') as integer), 0), kind, correct, total, taken, missed, asked, place from (
      select aid, id, place, kind, ${number('correct')} correct, ${number('total')} total, ${time('taken')} taken, missed, asked from (
        select aid, id, place, ${said(paper.kind)} kind, ${said(paper.right)} correct, ${said(paper.of)} total, ${said(paper.at)} taken,
          replace(coalesce(${said(paper.missed)}, ''), ${lit(BETWEEN_IDS)}, ',') missed, coalesce(${said(paper.questions)}, '') asked
        from ${notesOf(paperKeys, `id <> 'declaration'`)}))
      where kind in (${PAPER_KINDS.map(lit).join(', ')}) and correct = floor(correct) and total = floor(total)
        and isfinite(correct) and isfinite(total) and taken is not null order by aid, place;
    insert into declared_in select aid, edition, hash, version, declared, minutes from (
      select aid, edition, hash, version, ${time('declared')} declared, ${number('"minutes"')} as minutes from (
        select aid, coalesce(${declared(declaration.edition)}, '') edition, coalesce(${declared(declaration.textHash)}, '') hash,
          coalesce(${declared(declaration.version)}, '') as version, ${declared(declaration.at)} declared, ${declared(declaration.minutes)} as minutes
        from ${notesOf(declarationKeys, `id = 'declaration'`)}))
      where declared is not null and isfinite(minutes)`);
  const { broken } = await x.db.one<{
    broken: number;
  }>(`select ((select count(*) from note_once)
    - (select count(*) from paper_in) - (select count(*) from declared_in))::int broken`);
  await x.db.run('drop table note_once');
  return broken;
}

/**
 * Reads papers and declarations into `paper` (aid, n, kind, correct, total, taken, missed, asked, place) and `declared` (aid, edition,
 * hash, version, declared, minutes), times in UTC; `local_time` gives those of the University, `is_late` says what is dated
 * after the day of the report there.
 */
export async function readNotes(x: Context) {
  x.progress.step('Reading papers and declarations');
  // The module writes times in UTC; a day is one of the University.
  // No zone is a day away from UTC: only of the last days the hour has to be worked out, which takes long.
  await x.db.run(`create or replace macro local_time(t) as timezone(${lit(x.settings.timeZone)}, timezone('UTC', t));
    create or replace macro is_late(t) as case when t < timestamp ${lit(x.asOf)} - interval 1 day then false
      else local_time(t) >= timestamp ${lit(x.asOf)} + interval 1 day end;
    create table paper_in (aid integer, n integer, kind varchar, correct integer, total integer, taken timestamp, missed varchar, asked varchar, place bigint);
    create table declared_in (aid integer, edition varchar, hash varchar, version varchar, declared timestamp, minutes double)`);
  const broken = await sortNotes(x);
  await x.db.run(`create table paper as from paper_in where not is_late(taken);
    create table declared as select aid, min(edition) edition, min(hash) hash, min(version) as version, min(declared) declared, min(minutes) as minutes
      from declared_in where not is_late(declared) group by aid`);
  x.quality.add(
    'broken_note',
    'check',
    'the interactions',
    `${many(broken, 'paper or declaration', 'papers or declarations')} cannot be read (cut off by the LMS, or of another module); not used`,
    'Tell whoever looks after the module',
    broken,
  );
  const { late } = await x.db.one<{ late: number }>(
    `select ((select count(*) from paper_in where is_late(taken)) + (select count(*) from declared_in where is_late(declared)))::int late`,
  );
  x.quality.add(
    'note_after_as_of',
    'note',
    'the interactions',
    `${many(late, 'paper or declaration is', 'papers or declarations are')} dated after ${x.asOf} and left out`,
    'Give a later --as-of to count them',
    late,
  );
  await x.db.run('drop table declared_in');
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
