import { lit } from '../db/open.ts';
import { many } from '../quality.ts';
import type { Context } from './context.ts';
import { cell } from './who.ts';

/** The columns of dates of one file, typed by people or saved by a spreadsheet. */
export interface DateColumns {
  /** The file's name. */
  readonly file: string;
  /** What stands behind `from`. */
  readonly relation: string;
  /** SQL: how a row names its person. */
  readonly person: string;
  /** Columns by number, with their headings. */
  readonly columns: readonly (readonly [column: number, title: string])[];
}

type Order = 'day first' | 'month first';

/**
 * Whether dates with slashes in a file have the day or the month first. All its columns decide together: 03/01/2027 can
 * be either, 25/01/2027 next to it cannot. Where nothing decides, the day is first, and that is said.
 */
async function orderOf({ db, quality }: Context, { file, relation, columns }: DateColumns): Promise<Order> {
  const n = await db.one<Record<'us' | 'uk' | 'either', number>>(`select
    count(*) filter (where uk is null and us is not null)::int us, count(*) filter (where uk is not null and us is null)::int uk,
    count(*) filter (where uk <> us)::int "either"
    from (select when_said(t) uk, when_us(t) us from (select unnest([${columns.map(([c]) => cell(c)).join(', ')}]) t from ${relation})
      where contains(t, '/'))`);
  const order: Order = n.us > 0 && n.uk === 0 ? 'month first' : 'day first';
  const add = (code: string, says: string) => quality.add(code, 'check', file, says, 'Write all dates as YYYY-MM-DD');
  if (order === 'month first') add('month_first', 'Its dates only make sense with the month first, and are read so');
  else if (n.either > 0 && n.uk === 0)
    add('either_order', `${many(n.either, 'date', 'dates')} could have the day or the month first; read day first`);
  return order;
}

/**
 * How columns of dates are read: gives the SQL that reads one as a time. Two ways of writing in one column, and cells
 * that fit none, are said; the latter are kept as blanks and listed by person.
 */
export async function readDates(x: Context, d: DateColumns): Promise<(column: number | null) => string> {
  if (d.columns.length === 0) return () => 'null::timestamp';
  const { db, quality } = x;
  const us = (await orderOf(x, d)) === 'month first';
  const read = (c: number) => (us ? `coalesce(when_us(t${c}), when_said(t${c}))` : `when_said(t${c})`);
  for (const [column, title] of d.columns) {
    const c = cell(column);
    const formats = await db.all<{ f: string; n: number }>(
      `select format_of(${c}) f, count(*)::int n from ${d.relation} where ${c} is not null group by 1 order by 1`,
    );
    const families = formats.map((f) => `${f.n.toLocaleString('en-GB')} ${f.f}`).join(', ');
    quality.add(
      'two_date_formats',
      'check',
      d.file,
      `The dates of “${title}” are written in ${formats.length} ways (${families}); each is read as what it most likely is`,
      'Write all dates as YYYY-MM-DD',
      formats.length > 1 ? 1 : 0,
    );
    const lost = `from ${d.relation} where ${c} is not null and ${read(column)} is null`;
    await db.run(
      `insert into quality_rows select 'unread_date', ${lit(d.file)}, ${d.person}, ${lit(`${title}: `)} || ${c} ${lost}`,
    );
    const { n } = await db.one<{ n: number }>(`select count(*)::int n ${lost}`);
    quality.add(
      'unread_date',
      'check',
      d.file,
      `${many(n, 'date', 'dates')} of “${title}” cannot be read; taken as blank`,
      'Write all dates as YYYY-MM-DD',
      n,
    );
  }
  return (column) => (column === null ? 'null::timestamp' : read(column));
}
