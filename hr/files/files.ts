import { join } from 'node:path';
import { flagWords } from '../page/items.ts';
import type { Report } from '../parts/report.ts';
import type { Facts } from '../run.ts';
import { type FileColumn, writeCsv } from './csv.ts';
import { writeWorkbook } from './workbook.ts';

const text = (title: string, sql: string): FileColumn => ({ title, sql, text: true });
const plain = (title: string, sql: string): FileColumn => ({ title, sql });

const person = [
  text('Staff id', 'p.staff_id'),
  text('Username', 'p.username'),
  text('Name', 'p.name'),
  text('Email', 'p.email'),
  text('Department', 'p.department'),
  text('Staff type', 'p.staff_type'),
];

/** A sheet of people: file name without ending, columns, query. */
export interface PeopleSheet {
  readonly name: string;
  readonly what: string;
  readonly columns: readonly FileColumn[];
  readonly from: string;
}

const stamp = (sql: string) => `strftime(${sql}, '%Y-%m-%d %H:%M:%S')`;

/** Says in the file itself, also after it has been copied, what it is. */
const label = plain('Personal data: keep private', 'null');

function sheets(x: Facts): PeopleSheet[] {
  const standing = [
    plain('State', 's.state'),
    plain('Due', 's.due'),
    plain('Latest completion', 's.finished'),
    text('On edition', `nullif(s.edition, '')`),
  ];
  const byPerson = 'order by p.department nulls last, p.name nulls last, p.pid';
  const all: PeopleSheet[] = [
    {
      name: 'evidence',
      what: 'Evidence: one row a person and round',
      columns: [
        ...person,
        plain('In people file', `case when p.listed then 'yes' else 'no' end`),
        plain('Route', 'r.route'),
        text('Module version', 'r.version'),
        text('Edition', 'r.edition'),
        text('Policy text hash', 'r.hash'),
        plain('Started', stamp('r.started')),
        plain('Finished', stamp('r.finished')),
        plain('Score', 'r.score'),
        plain('Result', `case when r.passed then 'passed' else 'not finished' end`),
        plain('Declared at (UTC)', stamp('r.declared')),
        plain('Attempts', 'r.attempts'),
        plain('Papers', 'r.papers'),
        plain('Minutes', 'r.minutes'),
        plain('Evidence from', 'r.source'),
        text('Method', 'r.method'),
        text('Verified by', 'r.verified_by'),
      ],
      from: 'from round r join person p using (pid) order by p.pid, r.started nulls last, r.finished nulls last, r.route, r.edition, r.rid',
    },
    {
      name: 'overdue',
      what: 'Everyone overdue on the day of the report',
      columns: [...person, ...standing, plain('Days overdue', `date '${x.asOf}' - s.due`)],
      from: `from standing s join person p using (pid) where s.in_scope and s.overdue order by s.due, p.pid`,
    },
    {
      name: 'due',
      what: 'Everyone due in the next 90 days',
      columns: [...person, ...standing, plain('Days left', `s.due - date '${x.asOf}'`)],
      from: `from standing s join person p using (pid) where s.in_scope and not s.overdue and not s.paused and s.due between date '${x.asOf}' and date '${x.asOf}' + 90 order by s.due, p.pid`,
    },
    {
      name: 'status',
      what: 'Everyone in the people file or the exports, with state and reason',
      columns: [
        ...person,
        plain('In scope', `case when s.in_scope then 'yes' else 'no: ' || s.why_out end`),
        ...standing,
        plain('Overdue', `case when s.overdue then 'yes' else 'no' end`),
        plain('Paused', `case when s.paused then 'yes' else 'no' end`),
      ],
      from: `from standing s join person p using (pid) ${byPerson}`,
    },
    {
      name: 'declarations',
      what: 'Who declared which edition, and when',
      columns: [
        ...person,
        text('Edition', 'd.edition'),
        text('Policy text hash', 'd.hash'),
        text('Module version', 'd.version'),
        plain('Declared at (UTC)', stamp('d.declared')),
        plain('Minutes', 'd.minutes'),
      ],
      from: 'from declared d join attempt a using (aid) join person p using (pid) order by d.declared, p.pid',
    },
    {
      name: 'data-quality',
      what: 'Every person and row behind part 9',
      columns: [
        plain('Finding', 'q.code'),
        text('File', 'q.file'),
        text('Person', 'q.person'),
        text('Detail', 'q.detail'),
      ],
      from: 'from quality_rows q order by q.code, q.rowid',
    },
  ];
  return all.map((s) => ({ ...s, columns: [...s.columns, label] }));
}

const privateNote = 'Personal data: keep it where only those who need it can read it.';

/** Names and descriptions of the files beside the page. */
export const fileList = (x: Facts): (readonly [string, string])[] => [
  ...sheets(x).map((s) => [`${s.name}.csv`, `${s.what}. ${privateNote}`] as const),
  ['people.xlsx', `The same lists as sheets of one workbook, up to 20,000 rows each. ${privateNote}`],
  ['departments.csv', 'Part 2 as shown on the page, small groups hidden.'],
  ['items.csv', 'Part 6: every question and decision. No personal data.'],
  ['clauses.csv', 'Part 7: sections and clauses. No personal data.'],
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

/** Writes every file beside the page. */
export async function writeFiles(x: Facts, r: Report, out: string) {
  x.progress.step('Writing the files');
  const people = sheets(x);
  for (const [i, s] of people.entries()) {
    await writeCsv(x.db, join(out, `${s.name}.csv`), s.columns, s.from, true);
    x.progress.part((i + 1) / (people.length + 1));
  }
  await writeWorkbook(x, people, join(out, 'people.xlsx'));
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
  await figures(
    x,
    join(out, 'items.csv'),
    ['Item', 'Kind', 'Section', 'Clauses', 'People', 'Facility', 'Discrimination', 'Chosen', 'Look at', 'Stem'],
    r.items.map((i) => [
      i.id,
      i.info?.kind ?? 'unknown',
      i.info?.section ?? null,
      i.info?.clauses.join(' ') ?? null,
      i.n,
      share(i.facility),
      i.discrimination === null ? null : Math.round(i.discrimination * 1000) / 1000,
      i.chosen.map((c) => `${c.id}${c.right ? '*' : ''} ${Math.round(c.share * 1000) / 10}%`).join('; '),
      i.flags.map((f) => flagWords[f]).join('; '),
      i.info?.stem ?? null,
    ]),
  );
  await figures(
    x,
    join(out, 'clauses.csv'),
    ['Kind', 'Id', 'Title', 'Section', 'Question answers', 'Share wrong', 'Decisions', 'Share not best'],
    [
      ...r.clauses.sections.map((m) => ['section', m] as const),
      ...r.clauses.clauses.map((m) => ['clause', m] as const),
    ].map(([kind, m]) => [
      kind,
      m.id,
      m.title,
      m.section,
      m.answers,
      share(m.wrong),
      m.decisions,
      share(m.decisionsWrong),
    ]),
  );
}
