import type { Db } from '../db/open.ts';
import { many, type Quality } from '../quality.ts';

/** A column of dates typed by people: which reading fits it. */
export interface DateColumn {
  /** SQL that reads it as a date. */
  readonly sql: string;
}

/**
 * Decides how a column of dates is read. Dates with slashes are day first unless only month first fits the whole
 * column; two families of formats in one column, and cells that fit none, are said and kept as blanks.
 */
export async function dateColumn(
  db: Db,
  quality: Quality,
  file: string,
  relation: string,
  column: number | null,
  title: string,
): Promise<DateColumn> {
  if (column === null) return { sql: 'null::date' };
  const c = `c${column}`;
  const n = await db.one<{ unread: number; us_only: number; uk_only: number; said: string | null }>(`select
    count(*) filter (where tidy(${c}) is not null and when_said(${c}) is null and when_us(${c}) is null)::int unread,
    count(*) filter (where when_said(${c}) is null and when_us(${c}) is not null)::int us_only,
    count(*) filter (where contains(${c}, '/') and when_said(${c}) is not null and when_us(${c}) is null)::int uk_only,
    min(${c}) filter (where tidy(${c}) is not null and when_said(${c}) is null) said from ${relation}`);
  const us = n.us_only > 0 && n.uk_only === 0;
  const formats = await db.all<{ f: string; n: number }>(
    `select format_of(${c}) f, count(*)::int n from ${relation} where tidy(${c}) is not null group by 1 order by 1`,
  );
  const families = formats.map((f) => `${f.n.toLocaleString('en-GB')} ${f.f}`).join(', ');
  quality.add(
    'two_date_formats',
    'check',
    file,
    `The dates of “${title}” are written in ${formats.length} ways (${families}); each is read as what it most likely is`,
    'Write all dates as YYYY-MM-DD',
    formats.length > 1 ? 1 : 0,
  );
  quality.add(
    'month_first',
    'check',
    file,
    `The dates of “${title}” only make sense with the month first, and are read so`,
    'Write all dates as YYYY-MM-DD',
    us ? 1 : 0,
  );
  const lost = n.unread + (us ? 0 : n.us_only);
  quality.add(
    'unread_date',
    'check',
    file,
    `${many(lost, 'date', 'dates')} of “${title}” cannot be read${n.said ? `, for example “${n.said}”` : ''}; taken as blank`,
    'Write all dates as YYYY-MM-DD',
    lost,
  );
  return { sql: us ? `coalesce(when_us(${c}), when_said(${c}))::date` : `when_said(${c})::date` };
}
