import type { DuckDBAppender } from '@duckdb/node-api';
import { readDeclaration, readPaper } from '../../src/course/grammar.ts';
import type { Context } from '../load/context.ts';
import { many } from '../quality.ts';

interface Row {
  readonly aid: number;
  readonly id: string;
  readonly response: string;
}

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/**
 * Reads papers and declarations with the module's own grammar into `paper` (aid, n, kind, correct, total, taken, weak,
 * missed) and `declared` (aid, edition, hash, version, declared, minutes), and roles into `role`.
 */
export async function readNotes(x: Context) {
  x.progress.step('Reading papers and declarations');
  await x.db.run(`create table paper (aid integer, n integer, kind varchar, correct integer, total integer, taken timestamp, weak varchar, missed varchar, codes varchar);
    create table declared (aid integer, edition varchar, hash varchar, version varchar, declared timestamp, minutes double)`);
  let broken = 0;
  const text = (a: DuckDBAppender, ...values: readonly string[]) => {
    for (const v of values) a.appendVarchar(v);
  };
  const notes = `select aid, id, response from answer_raw where (id = 'declaration' or regexp_matches(id, '^(paper|diagnostic|recheck)'))
    and response <> '' order by aid, pos`;
  // Timestamps go through text: the appender's own type would need a conversion of its own.
  await x.db.run(`create table paper_in (aid integer, n integer, kind varchar, correct integer, total integer, taken varchar, weak varchar, missed varchar, codes varchar);
    create table declared_in (aid integer, edition varchar, hash varchar, version varchar, declared varchar, minutes double)`);
  const paperIn = await x.db.connection.createAppender('paper_in');
  const declaredIn = await x.db.connection.createAppender('declared_in');
  for await (const row of x.db.stream<Row>(notes)) {
    const d = row.id === 'declaration' ? readDeclaration(row.response) : null;
    const p = row.id === 'declaration' ? null : readPaper(row.response);
    if (d) {
      declaredIn.appendInteger(row.aid);
      text(declaredIn, d.edition, d.textHash, d.version, iso(d.at));
      declaredIn.appendDouble(d.minutes);
      declaredIn.endRow();
    } else if (p) {
      paperIn.appendInteger(row.aid);
      paperIn.appendInteger(Number(/\d+$/.exec(row.id)?.[0] ?? 0));
      paperIn.appendVarchar(p.kind);
      paperIn.appendInteger(p.right);
      paperIn.appendInteger(p.of);
      text(paperIn, iso(p.at), p.weak.join(','), p.missed.join(','), p.questions.join(','));
      paperIn.endRow();
    } else broken++;
  }
  paperIn.closeSync();
  declaredIn.closeSync();
  const day = `timestamp '${x.asOf}' + interval 1 day`;
  await x.db.run(`insert into paper select aid, n, kind, correct, total, taken::timestamp, weak, missed, codes from paper_in where taken::timestamp < ${day};
    insert into declared select aid, min(edition), min(hash), min(version), min(declared::timestamp), min(minutes) from declared_in
      where declared::timestamp < ${day} group by aid;
    create table role as select aid, response as role from answer_raw where id = 'role'`);
  x.quality.add('broken_note', 'check', 'the interactions', `${many(broken, 'paper or declaration', 'papers or declarations')} cannot be read (cut off by the LMS, or of another module); not used`, 'Tell whoever looks after the module', broken);
  const other = await x.db.all<{ edition: string; n: number }>(`select edition, count(*)::int n from declared
    where edition = '${x.module.edition}' and hash <> '${x.module.textHash}' group by 1`);
  for (const o of other)
    x.quality.add('other_text', 'check', 'the declarations', `${many(o.n, 'declaration', 'declarations')} of edition ${o.edition} ${o.n === 1 ? 'was' : 'were'} made on another text of the policy than the one in the module’s content`, 'Give each text of the policy an edition of its own', o.n);
}
