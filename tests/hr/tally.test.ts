import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Db, openDb } from '../../hr/db/open.ts';
import { metOf, type Numbered } from '../../hr/facts/numbers.ts';
import { type Answers, tally } from '../../hr/facts/tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'tally-'));
let db: Db;
beforeAll(async () => {
  db = await openDb('144MB');
  // Answers 1 to 8: right and wrong ones to three questions, then to a decision; 9 is neither.
  await db.run(`create table met as select i::int mid, ((i + 1) // 2)::smallint iid, case when i < 7 then 'q_' else 'd_' end || iid id,
      case when i < 9 then i % 2 = 1 end ok from range(1, 10) t(i);
    create table person as select i::int pid from range(1, 301) t(i)`);
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const slots = 4;

/** A row of a report: whose it is, in which of their attempts, and its answers; 0: nobody's. */
interface Row {
  readonly pid: number;
  readonly attempt: number;
  readonly mids: readonly number[];
}
const aidOf = ({ pid, attempt }: Row) => (pid === 0 ? 0 : 10 * pid + attempt);

/** A report in two parts, the second of which numbers its answers from 1 again. */
function numbered(name: string, rows: readonly Row[]): Numbered {
  const part = (i: number, those: readonly Row[]) => {
    const path = join(folder, `${name}.${i}`);
    writeFileSync(path, new Int32Array(those.flatMap((r) => r.mids)));
    return { path, rows: those.length, add: 9 * i };
  };
  const half = Math.ceil(rows.length / 2);
  const numbers = [part(0, rows.slice(0, half)), part(1, rows.slice(half))];
  return {
    said: { rows: rows.length, slots, numbers, said: '', early: [], noteInto: () => Promise.resolve() },
    rows: '',
    mids: Int32Array.from({ length: 19 }, (_, n) => (n > 9 ? n - 9 : n)),
    aids: Int32Array.from(rows, aidOf),
    pids: Int32Array.from(rows, (r) => r.pid),
  };
}

/** The same by the database, the slow and plain way. */
const bySql = `with placed as (select pid, mid, (aid::hugeint << 72) + ("at"::hugeint << 40) + rowid place, rowid nth from answer),
  firsts as (select pid, mid from (select pid, arg_min(mid, place) mid, min(place) place from placed join met using (mid) group by pid, iid)
    join (select place, nth from placed) using (place) where nth not in (from out)),
  m as (select mid, iid, ok::int ok, starts_with(id, 'q_')::int question from met where ok is not null),
  taker as (select pid, sum(ok)::int got, count(*)::int n from firsts join m using (mid) where question = 1 group by pid)
  select iid::int, count(*)::int, sum(ok)::int,
    round(corr(ok, (t.got - question * ok)::double / nullif(t.n - question, 0)), 6) from firsts join m using (mid)
    left join taker t using (pid) group by iid order by iid`;

const chosenSql = `with placed as (select pid, mid, (aid::hugeint << 72) + ("at"::hugeint << 40) + rowid place, rowid nth from answer),
  firsts as (select mid, place from (select pid, arg_min(mid, place) mid, min(place) place from placed join met using (mid) group by pid, iid))
  select mid, count(*)::int from firsts join (select place, nth from placed) using (place) where nth not in (from out) group by mid order by mid`;

describe('everyone’s first answers', () => {
  it('are counted as the database would count them: several attempts, rows and files, a row pasted twice, some left out', async () => {
    const row = fc.record({
      pid: fc.integer({ min: 0, max: 6 }),
      attempt: fc.integer({ min: 1, max: 2 }),
      mids: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: slots, maxLength: slots }),
    });
    const report = fc.array(row, { maxLength: 12 });
    const out = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 5 });
    let correlated = 0;
    await fc.assert(
      fc.asyncProperty(report, report, report, out, async (text, one, two, left) => {
        const said = (rows: readonly Row[]) =>
          rows
            .filter((r) => r.pid > 0)
            .flatMap((r) => r.mids.flatMap((mid, at) => (mid === 0 ? [] : [[aidOf(r), r.pid, mid, at]])));
        // An attempt is of one file.
        const others = (rows: readonly Row[], ...before: (readonly Row[])[]) => {
          const taken = new Set(before.flat().map(aidOf));
          return rows.map((r) => (taken.has(aidOf(r)) ? { ...r, pid: 0 } : r));
        };
        const [second, third] = [others(one, text), others(two, text, one)];
        const all = [...said(text), ...said(second), ...said(third)];
        await db.run(`create or replace table answer (aid integer, pid integer, mid integer, "at" integer); create or replace table out (place bigint);
          ${all.length > 0 ? `insert into answer values ${all.map((a) => `(${a.join(', ')})`).join(', ')};` : ''}
          ${left.length > 0 ? `insert into out values ${left.map((p) => `(${p})`).join(', ')}` : ''}`);
        const bits = new Uint8Array(6);
        for (const p of left) bits[p >> 3] = (bits[p >> 3] ?? 0) | (1 << (p & 7));
        const answers: Answers = {
          texts: said(text).length,
          numbered: [numbered('one', second), numbered('two', third)],
          leftOut: left.length > 0 ? bits : null,
        };
        const counted = await tally(db, answers, await metOf(db));
        const expected = await db.rows<number | null>(bySql);
        const figures = [1, 2, 3, 4, 5].flatMap((iid) => {
          const s = counted.sums[iid];
          return s && s.n > 0 ? [[iid, s.n, s.right, s.discrimination]] : [];
        });
        expect(figures.map((f) => f.slice(0, 3))).toEqual(expected.map((f) => f.slice(0, 3)));
        for (const [i, [, , , r]] of figures.entries()) {
          const other = expected[i]?.[3] ?? Number.NaN;
          expect(r === null).toBe(Number.isNaN(other));
          if (r !== null) expect(r).toBeCloseTo(other, 5);
          if (r !== null) correlated++;
        }
        const chosen = [...counted.chosen.entries()].filter(([, n]) => n > 0);
        expect(chosen).toEqual(await db.rows(chosenSql));
      }),
      { numRuns: 150, seed: 17 },
    );
    expect(correlated).toBeGreaterThan(100);
  });

  it('are not said to tell strong from weak where everyone is as strong', async () => {
    await db.run('create or replace table answer (aid integer, pid integer, mid integer, "at" integer)');
    // One of three questions right, and a decision that goes one way or the other.
    const rows = Array.from({ length: 100 }, (_, i) => ({
      pid: i + 1,
      attempt: 1,
      mids: [1, 4, 6, i % 3 > 0 ? 7 : 8],
    }));
    const answers = { texts: 0, numbered: [numbered('same', rows)], leftOut: null };
    const { sums } = await tally(db, answers, await metOf(db));
    expect(sums[4]).toEqual({ n: 100, right: 66, discrimination: null });
  });

  it('are those of the first attempt where attempts lie far apart in a long report', async () => {
    // As far as are read together, and one more.
    const rows = [0, 128].flatMap((before) =>
      [1, 2].flatMap((attempt) =>
        Array.from({ length: 128 }, (_, i) => ({
          pid: before + i + 1,
          attempt,
          mids: [1 + ((i + attempt) % 2), attempt === 1 ? 0 : 3 + (i % 2), 5 + (i % 2), 0],
        })),
      ),
    );
    const said = rows.flatMap((r) => r.mids.flatMap((mid, at) => (mid === 0 ? [] : [[aidOf(r), r.pid, mid, at]])));
    await db.run(`create or replace table answer (aid integer, pid integer, mid integer, "at" integer);
      create or replace table out (place bigint); insert into answer values ${said.map((a) => `(${a.join(', ')})`).join(', ')}`);
    const answers = { texts: 0, numbered: [numbered('far', rows)], leftOut: null };
    const { chosen } = await tally(db, answers, await metOf(db));
    expect([...chosen.entries()].filter(([, n]) => n > 0)).toEqual(await db.rows(chosenSql));
    expect(chosen[3]).toBe(128);
  });
});
