import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Db, openDb } from '../../hr/db/open.ts';
import { sqlFile } from '../../hr/db/sql.ts';
import { write } from './folder.ts';

let db: Db;
beforeAll(async () => {
  db = await openDb('128MB');
});
afterAll(() => db.close());

const file = new URL(
  `file://${write({ 'some.sql': '-- @made\n-- Why.\ncreate table t (n integer);\ninsert into t values ($n::int), ($more::int);\n\n-- @read\nselect sum(n)::int n from t;\n' })['some.sql']}`,
);

describe('a job of the second connection', () => {
  it('is done beside the first, in turn, and before the database is closed', async () => {
    const own = await openDb('128MB');
    const done: string[] = [];
    await own.run('create table t (n integer)');
    const job = (name: string, rows: number) =>
      own.beside(async ({ run }) => {
        await run(`insert into t select * from range(${rows})`);
        done.push(name);
      });
    const first = job('first', 200_000);
    void job('second', 2_000_000);
    await first;
    expect(await own.one('select count(*)::int n from t where n > 0')).toEqual({ n: 199_999 });
    await own.close();
    expect(done).toEqual(['first', 'second']);
  });

  it('fails for whoever waits for it, and for nobody else', async () => {
    const own = await openDb('128MB');
    const broken = own.beside(({ run }) => run('from nowhere'));
    const after = own.beside(({ run }) => run('create table t (n integer)'));
    await expect(broken).rejects.toThrow('nowhere');
    await after;
    void own.beside(({ run }) => run('from nowhere'));
    await own.close();
  });
});

describe('statements in files', () => {
  it('run by name, each of several with the values it names', async () => {
    const sql = sqlFile(file);
    await db.run(sql('made'), { n: 4, more: 5 });
    expect(await db.one(sql('read'))).toEqual({ n: 9 });
  });

  it('say which name or value is missing', async () => {
    const sql = sqlFile(file);
    expect(() => sql('lost')).toThrow('no statement lost');
    await expect(db.run(sql('made').replace('create table t', 'create table u'), { n: 4 })).rejects.toThrow('$more');
  });

  it.each(['attempts', 'disagreements', 'match', 'people', 'rounds', 'standing'])(
    '%s.sql holds none that nothing runs',
    (name) => {
      const at = (ending: string) => readFileSync(new URL(`../../hr/facts/${name}.${ending}`, import.meta.url), 'utf8');
      const named = [...at('sql').matchAll(/^-- @(\w+)$/gm)].map((m) => m[1] ?? '');
      expect(named.filter((n) => !at('ts').includes(`'${n}'`))).toEqual([]);
    },
  );
});
