import { lit } from '../db/open.ts';
import { many, UserError } from '../quality.ts';
import { columnOf, type Meaning } from '../read/names.ts';
import type { Table } from '../read/table.ts';
import type { Context } from './context.ts';
import { readDates } from './dates.ts';
import { called, cell } from './who.ts';

/**
 * Reads the list of people who did the training outside the LMS. A row without a date or without the name of who
 * verified it is evidence of nothing: it is listed and not counted.
 * @throws UserError when a needed column is missing.
 */
export async function loadManual(x: Context, t: Table) {
  const at = (m: Meaning) => columnOf(t.header, m);
  const [id, username, email, edition, route, method, verified, date] = [
    at('staffId') ?? columnOf(t.header, 'staffId', 'person'),
    at('username'),
    at('email'),
    at('edition'),
    at('route'),
    at('method'),
    at('verifiedBy'),
    at('date'),
  ];
  const missing = Object.entries({
    person: id ?? username ?? email,
    edition,
    method,
    'verified by': verified,
    date,
  }).flatMap(([n, c]) => (c === null ? [n] : []));
  if (missing.length > 0)
    throw new UserError(
      `The manual evidence file ${t.file} has no column ${missing.map((m) => `“${m}”`).join(', ')}. It needs: person (staff id, username or email), edition, route, method, verified by, date.`,
    );
  const routes = x.module.routes.flatMap((r) => (r.papers === null ? [] : [r.id]));
  const read = await readDates(x, {
    file: t.file,
    relation: t.relation,
    person: called(id, username, email, cell(at('name'))),
    columns: date === null ? [] : [[date, t.header[date] ?? 'date']],
  });
  await x.db.run(`insert into manual_raw select row_number() over ()::int, ${cell(id)}, ${cell(username)},
    lower(coalesce(${cell(email)}, case when contains(${cell(id)}, '@') then ${cell(id)} end)), ${cell(at('name'))}, ${cell(edition)},
    coalesce(lower(${cell(route)}), ${lit(routes[0] ?? '')}), ${cell(method)}, ${cell(verified)}, ${read(date)}::date, null from ${t.relation}
    where concat(${t.header.map((_, i) => cell(i)).join(', ')}) <> ''`);
  await x.db.run(`update manual_raw set used = finished is not null and verified_by is not null
    and route in (${routes.map(lit).join(', ')}) and finished <= date ${lit(x.asOf)}`);
  await x.db.run(`insert into quality_rows select 'manual_unused', ${lit(t.file)}, coalesce(staff_id, username, email, name, 'row ' || n),
    'date ' || coalesce(finished::varchar, 'missing') || ', route ' || route || ', verified by ' || coalesce(verified_by, 'nobody') from manual_raw where not used order by n`);
  const { n } = await x.db.one<{ n: number }>('select count(*)::int n from manual_raw where not used');
  x.quality.add(
    'manual_unused',
    'check',
    t.file,
    `${many(n, 'row is', 'rows are')} not counted: no date that can be read up to the day of the report, no name of who verified it, or a route other than ${routes.join(' and ')}`,
    'Complete these rows',
    n,
  );
  await x.db.run(`insert into quality_rows select 'manual_duplicate', ${lit(t.file)}, coalesce(staff_id, username, email, name, 'row ' || min(n)), 'edition ' || edition || ', ' || route || ', ' || count(*) || ' rows'
    from manual_raw where used group by staff_id, username, email, name, edition, route having count(*) > 1 order by 3`);
  const { twice } = await x.db.one<{ twice: number }>(
    `select count(*)::int twice from quality_rows where code = 'manual_duplicate'`,
  );
  x.quality.add(
    'manual_duplicate',
    'check',
    t.file,
    `${many(twice, 'person stands', 'people stand')} in it more than once for the same edition and route; each row is a round in the evidence`,
    'Keep one row a person and round',
    twice,
  );
  const known = [x.module.edition, ...x.settings.editions.map((e) => e.id)];
  const odd = await x.db.all<{ edition: string | null; n: number }>(
    `select edition, count(*)::int n from manual_raw where used and (edition is null or edition not in (${known.map(lit).join(', ')})) group by 1 order by 1`,
  );
  const rows = odd.reduce((sum, o) => sum + o.n, 0);
  await x.db.run(`insert into quality_rows select 'manual_edition', ${lit(t.file)}, coalesce(staff_id, username, email, name), 'edition ' || coalesce(edition, 'missing')
    from manual_raw where used and (edition is null or edition not in (${known.map(lit).join(', ')})) order by n`);
  x.quality.add(
    'manual_edition',
    'check',
    t.file,
    `${many(rows, 'row names', 'rows name')} an edition that neither the module nor the settings know; counted as given`,
    'Correct the edition, or list it under editions in the settings file',
    rows,
  );
}
