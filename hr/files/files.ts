import { join } from 'node:path';
import { allEnd, type Connection, lit } from '../db/open.ts';
import { flagWords } from '../page/item-rows.ts';
import type { Report } from '../parts/report.ts';
import type { Facts } from '../run.ts';
import { itemRates, itemRateTitles, sectionsFile } from './effect.ts';
import { sheets } from './sheets.ts';
import { writeWorkbook } from './workbook.ts';
import { type FilledSheet, writeCsv, writeList } from './write.ts';

/** Names and descriptions of the files beside the page. */
export const fileList = (x: Facts): (readonly [string, string])[] => [
  ...sheets(x).map((s) => [`${s.name}.csv`, `${s.what}.`] as const),
  ['people.xlsx', `The same lists as sheets of one workbook, up to 10,000 rows each.`],
  ['departments.csv', 'Part 2 as shown on the page, small groups hidden.'],
  ['items.csv', 'Part 6: every question and decision. No personal data.'],
  ['clauses.csv', 'Part 7: sections and clauses. No personal data.'],
  ['sections.csv', 'Part 10: rates, d′ and c by section, and answers before and after. No personal data.'],
];

/** Writes a table of figures that are already in memory. */
async function figures(
  x: Facts,
  path: string,
  titles: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
) {
  await x.db.run(`create or replace table figures (n integer, ${titles.map((_, i) => `c${i} varchar`).join(', ')})`);
  const appender = await x.db.connection.createAppender('figures');
  for (const [n, row] of rows.entries()) {
    appender.appendInteger(n);
    for (const cell of row) {
      if (cell === null) appender.appendNull();
      else appender.appendVarchar(String(cell));
    }
    appender.endRow();
  }
  appender.closeSync();
  await writeCsv(
    x.db,
    path,
    titles.map((title, i) => ({ title, sql: `c${i}`, text: !rows.some((r) => typeof r[i] === 'number') })),
    'from figures order by n',
    false,
  );
}

const share = (v: number | null) => (v === null ? null : Math.round(v * 10_000) / 10_000);

/** Findings that concern no single person stand in the list of cases too, so that it says all that the page says. */
async function listFindings(x: Facts) {
  for (const f of x.quality.findings)
    await x.db.run(`insert into quality_rows select ${lit(f.code)}, ${lit(f.where)}, null, ${lit(f.says)}
      where not exists (from quality_rows where code = ${lit(f.code)} and coalesce(file, ${lit(f.where)}) = ${lit(f.where)})`);
}

/** Writes every file beside the page. Closes the database when all is taken from it. */
export async function writeFiles(x: Facts, r: Report, out: string) {
  x.progress.step('Writing the files');
  await listFindings(x);
  // No file needs single answers any more, which are most of what is in memory. With a thread each, the two below write a
  // list as it comes; with more they would hold all of it first, to keep its order.
  await x.db.run('drop view first_answer; drop table answer; set threads = 1');
  const people = sheets(x);
  const filled: FilledSheet[] = [];
  // Two at a time: the database reads a table of less than 122,880 rows on one core, so that each keeps one busy.
  const waiting = [...people.entries()];
  const write = async (db: Connection) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [i, s] = next;
      filled[i] = await writeList(db, s, join(out, `${s.name}.csv`));
      x.progress.part((people.length - waiting.length) / (people.length + 1));
    }
  };
  await allEnd([x.db, x.db.second].map(write));
  const groups = [
    ['department', r.groups.department],
    ['staff type', r.groups.staffType],
  ] as const;
  await figures(
    x,
    join(out, 'departments.csv'),
    ['Kind', 'Group', 'In scope', 'Done', 'In progress', 'Not started', 'Overdue'],
    groups.flatMap(([kind, s]) =>
      s.shown.map((g) => [kind, g.name, g.n, g.done, g.inProgress, g.notStarted, g.overdue]),
    ),
  );
  const lesson = new Map(x.module.parts.map((p) => [p.id, p.lesson]));
  await figures(
    x,
    join(out, 'items.csv'),
    [
      'Item',
      'Kind',
      'Section',
      'Lesson',
      'Clauses',
      'People',
      'Facility',
      'Discrimination',
      'Chosen',
      'Look at',
      ...itemRateTitles,
      'Stem',
    ],
    r.items.map((i) => [
      i.id,
      i.info?.kind ?? 'unknown',
      i.info?.section ?? null,
      lesson.get(i.info?.section ?? '') ?? null,
      i.info?.clauses.join(' ') ?? null,
      i.n,
      share(i.facility),
      i.discrimination === null ? null : Math.round(i.discrimination * 1000) / 1000,
      i.chosen.map((c) => `${c.id}${c.right ? '*' : ''} ${Math.round(c.share * 1000) / 10}%`).join('; '),
      i.flags.map((f) => flagWords[f]).join('; '),
      ...itemRates(r.effect, i.id),
      i.info?.stem ?? null,
    ]),
  );
  await figures(
    x,
    join(out, 'clauses.csv'),
    ['Kind', 'Id', 'Title', 'Section', 'Lesson', 'Question answers', 'Share wrong', 'Decisions', 'Share not best'],
    [
      ...r.clauses.sections.map((m) => ['section', m] as const),
      ...r.clauses.clauses.map((m) => ['clause', m] as const),
    ].map(([kind, m]) => [
      kind,
      m.id,
      m.title,
      m.section,
      lesson.get(m.section) ?? null,
      m.answers,
      share(m.wrong),
      m.decisions,
      share(m.decisionsWrong),
    ]),
  );
  const sections = sectionsFile(x, r);
  await figures(x, join(out, 'sections.csv'), sections.titles, sections.rows);
  // The workbook is made in memory: the database gives its own back first.
  await x.db.close();
  await writeWorkbook(filled, join(out, 'people.xlsx'));
}
