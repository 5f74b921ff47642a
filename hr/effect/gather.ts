import { DECLARATION_KEYS, PAPER_KEYS } from '../../src/course/record/grammar.ts';
import { FOLLOW_UP } from '../content/module.ts';
import { lit } from '../db/open.ts';
import { sqlFile } from '../db/sql.ts';
import { field } from '../facts/notes.ts';
import type { Facts } from '../run.ts';
import { judgedOf } from './judged.ts';

export const sql = sqlFile(new URL('effect.sql', import.meta.url));

/** Attempts a chunk, so that memory does not grow with their number. */
const chunk = 20_000;

/** Days after the declaration: a follow-up from then on is the later one; before it came the one after six weeks. */
export const days = { early: 42, late: 112 } as const;

const values = (rows: readonly string[], columns: string) =>
  `(select * from (values ${rows.join(', ')}) v(${columns}))`;

/** Makes `asked_item` (iid, section, code), `about_clause` (iid, clause) and `judged`: of each different answer met, its errors by side. */
async function describe(x: Facts) {
  const code = new Map([...x.module.codes].map(([c, id]) => [id, c]));
  const known = [...x.module.items.values()].filter((i) => i.kind === 'question' && code.has(i.id));
  await x.db.run(`create table asked_item as select iid, section, code from item join ${values(
    known.map((i) => `(${lit(i.id)}, ${lit(i.section)}, ${lit(code.get(i.id) ?? '')})`),
    'id, section, code',
  )} using (id);
    create table about_clause as select iid, clause from item join ${values(
      known.flatMap((i) => i.clauses.map((c) => `(${lit(i.id)}, ${lit(c)})`)),
      'id, clause',
    )} using (id)`);
  const met = await x.db.all<{ mid: number; id: string; response: string }>(
    `select mid, id, response from met join asked_item using (iid) where response <> '' order by mid`,
  );
  const rows = met.flatMap(({ mid, id, response }) => {
    const item = x.module.items.get(id)?.judged;
    const j = item && judgedOf(item, response);
    return j && j.bad + j.fine > 0 ? [`(${mid}, ${j.bad}, ${j.through}, ${j.kind}, ${j.fine}, ${j.back})`] : [];
  });
  await x.db.run(`create table judged (mid integer, bad integer, through integer, kind integer, fine integer, back integer, iid smallint, section varchar);
    ${rows.length > 0 ? `insert into judged select v.*, iid, section from ${values(rows, 'mid, bad, through, kind, fine, back')} v join met using (mid) join asked_item using (iid)` : ''}`);
}

const fields = `string_split(trim(response, chr(9) || chr(10) || chr(13) || ' '), ';') fields`;

/**
 * Makes the tables of part 10. Wants what notes, cold answers and first answers are read into.
 * `checked` (pid, mid, sure): answers of everyone's first paper. `arm`: cold answers and answers of first papers, as
 * dealt. `follow_arm`: the same people's answers of first paper and follow-up.
 * @returns whether there is a paper to speak of
 */
export async function gatherEffect(x: Facts): Promise<boolean> {
  if (x.module.codes.size === 0) return false;
  await x.db.run(sql('first_papers'));
  const { papers, last } = await x.db.one<{ papers: number; last: number }>(
    'select count(*)::int papers, coalesce(max(aid), 0)::int as last from check_paper',
  );
  if (papers === 0) return false;
  await describe(x);
  for (let from = 1; from <= last; from += chunk)
    await x.db.run(`insert into checked with paper_of as (
        select f.pid, aid, codes, ${field(PAPER_KEYS.sure)} sure from check_paper f
        join (select place, ${fields} from note) n using (place)
        where aid between ${from} and ${from + chunk - 1})
      select p.pid, mid, nullif(substr(sure, list_position(codes, code)::bigint, 1), '') from answer a join met using (mid) join asked_item using (iid)
        join paper_of p on p.aid = a.aid where a.aid between ${from} and ${from + chunk - 1} and list_contains(codes, code)`);
  await x.db.run(`create table declared_dealt as select aid, ${field(DECLARATION_KEYS.cold)} dealt
      from (select aid, ${fields} from note where id = 'declaration') join declared using (aid)`);
  await x.db.run(sql('measured'));
  await x.db.run(sql('follow_ups'), { late: days.late, follow_up: FOLLOW_UP });
  return true;
}
