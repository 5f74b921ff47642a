import { FOLLOW_UP } from '../content/module.ts';
import { lit } from '../db/open.ts';
import { sqlFile } from '../db/sql.ts';
import { inSettings, routeNamedIn, routeTitled } from '../load/activities.ts';
import type { Context } from '../load/context.ts';
import { many } from '../quality.ts';
import type { Table } from '../read/table.ts';

const sql = sqlFile(new URL('routes.sql', import.meta.url));

/** The title of a file's SCO; null where the file has none. */
const titleOf = (t: Table): string | null =>
  t.kind && 'columns' in t.kind && 'sco' in t.kind.columns
    ? ((t.kind.columns as { readonly sco: { readonly name: string } | null }).sco?.name ?? null)
    : null;

/**
 * Makes `noted` (aid, way) and `file_route` (file, way, edition, known_by): which route attempts are of, by their own
 * notes and by the title of their SCO. Nothing is guessed: where neither says it, there is none.
 * Makes `route` (id, papers) of the module's routes; those of a follow-up have no papers.
 */
export async function findRoutes(x: Context) {
  await x.db.run(sql('named'));
  for (const r of x.module.routes)
    await x.db.run(`insert into route values (${lit(r.id)}, ${r.papers === null ? 'null' : lit(r.papers)})`);
  if (!x.module.routes.some((r) => r.id === FOLLOW_UP))
    await x.db.run(`insert into route values (${lit(FOLLOW_UP)}, null)`);
  for (const a of x.settings.activities) await x.db.run(`insert into named_route values (${lit(a.route)})`);
  const said = (way: string | null | undefined) => (way ? lit(way) : 'null');
  for (const [file, t] of x.tables.entries()) {
    const title = titleOf(t) ?? '';
    const whole = routeTitled(title, x.module) ?? inSettings(title, x.settings)?.route;
    await x.db.run(`insert into route_said values (${file}, ${said(whole)}, ${said(routeNamedIn(title, x.module))})`);
  }
  await x.db.run(sql('noted'), { follow_up: FOLLOW_UP });
  await x.db.run(sql('file_route'));
}

/** Says which attempts are of no known route, which are of one by a part of a title only, and which are follow-ups. */
export async function sayRoutes(x: Context) {
  const name = (file: number) => x.tables[file]?.file ?? 'the exports';
  await x.db.run(sql('list_unknown'));
  for (const f of await x.db.all<{ file: number; n: number }>(sql('unknown')))
    x.quality.add(
      'unknown_route',
      'check',
      name(f.file),
      `${many(f.n, 'attempt', 'attempts')} in it ${f.n === 1 ? 'is' : 'are'} of no known route: neither the title of the training nor a paper says whether it is ${x.module.routes.map((r) => r.id).join(' or ')}; left out of parts 1 to 5`,
      'Give the Interactions report, or name the title under activities in the settings file',
      f.n,
    );
  for (const g of await x.db.all<{ file: number; way: string; known_by: string; n: number }>(sql('guided')))
    x.quality.add(
      'route_in_doubt',
      'check',
      name(g.file),
      g.known_by === 'part'
        ? `The title of its training only contains “${g.way}”; ${many(g.n, 'attempt', 'attempts')} without a paper taken as ${g.way}`
        : `Nothing in it says which route it is of; ${many(g.n, 'attempt', 'attempts')} taken as ${g.way}, the only one that the other files and the settings name`,
      'Make sure that it is, or give the Interactions report',
      g.n,
    );
  const { n } = await x.db.one<{ n: number }>(sql('follow_ups'));
  x.quality.add(
    'follow_up_attempts',
    'note',
    'the exports',
    `${many(n, 'attempt is', 'attempts are')} of the follow-up: no completion, no round and never due, so in none of the figures of parts 1 to 5`,
    '',
    n,
  );
}
