import { type DuckDBAppender, DuckDBTimestampValue } from '@duckdb/node-api';
import { type DeclarationNote, type PaperNote, readDeclaration, readPaper } from '../../src/course/grammar.ts';
import { lit } from '../db/open.ts';
import type { Context } from '../load/context.ts';
import { many } from '../quality.ts';

const stamp = (ms: number) => new DuckDBTimestampValue(BigInt(ms) * 1000n);

function addPaper(a: DuckDBAppender, aid: number, id: string, p: PaperNote) {
  a.appendInteger(aid);
  a.appendInteger(Number(/\d+$/.exec(id)?.[0] ?? 0));
  a.appendVarchar(p.kind);
  a.appendInteger(p.right);
  a.appendInteger(p.of);
  a.appendTimestamp(stamp(p.at));
  a.appendVarchar(p.missed.join(','));
  a.endRow();
}

function addDeclaration(a: DuckDBAppender, aid: number, d: DeclarationNote) {
  a.appendInteger(aid);
  a.appendVarchar(d.edition);
  a.appendVarchar(d.textHash);
  a.appendVarchar(d.version);
  a.appendTimestamp(stamp(d.at));
  a.appendDouble(d.minutes);
  a.endRow();
}

/** Sorts each note into its table with the module's own grammar. @returns how many could not be read. */
async function sortNotes(x: Context): Promise<number> {
  let broken = 0;
  const [papers, declared] = [
    await x.db.connection.createAppender('paper_in'),
    await x.db.connection.createAppender('declared_in'),
  ];
  const notes = `select aid, id, response from answer_raw where response <> '' and id in (select id from item where kind = 'note' and id <> 'role') order by aid, rowid`;
  for await (const [aid, id, response] of x.db.stream<[number, string, string]>(notes)) {
    const d = id === 'declaration' ? readDeclaration(response) : null;
    const p = id === 'declaration' ? null : readPaper(response);
    if (d) addDeclaration(declared, aid, d);
    else if (p) addPaper(papers, aid, id, p);
    else broken++;
  }
  papers.closeSync();
  declared.closeSync();
  return broken;
}

/**
 * Reads papers and declarations into `paper` (aid, n, kind, correct, total, taken, missed) and `declared` (aid, edition,
 * hash, version, declared, minutes).
 */
export async function readNotes(x: Context) {
  x.progress.step('Reading papers and declarations');
  await x.db.run(`create table paper_in (aid integer, n integer, kind varchar, correct integer, total integer, taken timestamp, missed varchar);
    create table declared_in (aid integer, edition varchar, hash varchar, version varchar, declared timestamp, minutes double)`);
  const broken = await sortNotes(x);
  const day = `timestamp ${lit(x.asOf)} + interval 1 day`;
  await x.db.run(`create table paper as from paper_in where taken < ${day};
    create table declared as select aid, min(edition) edition, min(hash) hash, min(version) as version, min(declared) declared, min(minutes) as minutes
      from declared_in where declared < ${day} group by aid`);
  x.quality.add(
    'broken_note',
    'check',
    'the interactions',
    `${many(broken, 'paper or declaration', 'papers or declarations')} cannot be read (cut off by the LMS, or of another module); not used`,
    'Tell whoever looks after the module',
    broken,
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
