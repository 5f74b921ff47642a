import { PERSONAL } from '../read/recognise.ts';
import type { Facts } from '../run.ts';
import type { FileColumn } from './write.ts';

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

/** SQL: whole minutes, since nobody counts their tenths. */
const minutes = (sql: string) => `case when ${sql} < 1 then 'under 1' else round(${sql})::int::varchar end`;

/** Says in the file itself, also after it has been copied, what it is. */
const label = plain(PERSONAL, 'null');

/** The lists of people, in the order in which the page names them. */
export function sheets(x: Facts): PeopleSheet[] {
  const standing = [
    plain('State', 's.state'),
    plain('Due', 'case when s.in_scope then s.due end'),
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
        text('Route', 'r.route'),
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
        plain('Minutes', minutes('r.minutes')),
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
        plain('Overdue', `case when not s.in_scope then null when s.overdue then 'yes' else 'no' end`),
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
        plain('Minutes', minutes('d.minutes')),
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
  return all.map((s) => ({ ...s, columns: [...s.columns, plain('As of', `'${x.asOf}'`), label] }));
}
