import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoTitle } from '../content/module.ts';
import { type Attempt, dayMs, type Staff, type Years } from './generator.ts';

const two = (n: number) => String(n).padStart(2, '0');
/** `2026-11-22`. */
export const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** `2026-11-22 08:54:46`, as in the completion report. */
const isoTime = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
/** `Sunday, 22 November 2026, 8:54 AM`, as in the SCORM reports. */
export function inWords(ms: number): string {
  const d = new Date(ms);
  const name = (o: Intl.DateTimeFormatOptions) => d.toLocaleDateString('en-GB', { ...o, timeZone: 'UTC' });
  const h = d.getUTCHours();
  return `${name({ weekday: 'long' })}, ${d.getUTCDate()} ${name({ month: 'long' })} ${d.getUTCFullYear()}, ${h % 12 || 12}:${two(d.getUTCMinutes())} ${h < 12 ? 'AM' : 'PM'}`;
}

/** Moodle escapes text and quotes a cell only where it must. */
const escaped = (t: string) =>
  t
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#039;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
const tab = (cells: readonly string[]) =>
  cells.map((c) => (/[\s"]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join('\t');
const csv = (cells: readonly string[]) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(',');
const name = (s: Staff) => `${s.first} ${s.last}`;
const end = (y: Years) => Date.parse(`${y.asOf}T00:00:00Z`) + dayMs;

/** The activity completion report as CSV in UTF-8. */
export function completionCsv(y: Years): string {
  const head = ['', 'ID number', 'Email address', ...y.activities.flatMap((a) => [a.name, '']), 'Fire safety', ''];
  const rows = y.staff
    .filter((s) => s.enrolled)
    .map((s) => [
      name(s),
      s.id,
      s.email,
      ...y.activities.flatMap((_, i) => {
        const done = s.doings.find((d) => d.activity === i)?.done ?? null;
        return done === null ? ['Not completed', ''] : ['Completed', isoTime(done)];
      }),
      'Not completed',
      '',
    ]);
  return `${[head, ...rows].map(csv).join('\n')}\n`;
}

const first = (s: Staff, a: Attempt) => [
  name(s),
  s.email,
  String(a.n),
  inWords(a.started),
  inWords(a.last),
  String(a.score ?? 0),
];

/** The interactions report of one activity with the boxes given ticked. Also shows a teacher without an attempt. */
export function interactionsText(
  y: Years,
  activity: number,
  boxes = ['Question', 'Response', 'Right answer', 'Result'],
): string {
  const done = y.staff
    .filter((s) => s.enrolled)
    .flatMap((s) => s.doings.filter((d) => d.activity === activity).flatMap((d) => d.attempts.map((a) => ({ s, a }))));
  const widest = Math.max(0, ...done.map(({ a }) => a.answers.length));
  const places = Array.from({ length: widest }, (_, i) => i);
  const head = [
    'Name',
    'Email address',
    'Attempt',
    'Started on',
    'Last accessed on',
    'Score',
    scoTitle(y.module, y.module.routes.find((r) => r.id === y.activities[activity]?.route) ?? { name: '' }),
    ...places.flatMap((i) => boxes.map((b) => `${b} ${i}`)),
  ];
  const cellOf = { Question: 'id', Response: 'response', 'Right answer': 'pattern', Result: 'result' } as const;
  const lines = [
    tab(head),
    tab([
      'Tessa Teacher',
      'teacher1@example.ac.uk',
      '-',
      '-',
      '-',
      '-',
      'Not attempted',
      ...places.flatMap(() => boxes.map(() => '')),
    ]),
  ];
  for (const { s, a } of done)
    lines.push(
      tab([
        ...first(s, a),
        a.score === null ? 'Incomplete' : String(a.score),
        ...places.flatMap((i) => boxes.map((b) => escaped(a.answers[i]?.[cellOf[b as keyof typeof cellOf]] ?? ''))),
      ]),
    );
  return `${lines.join('\n')}\n`;
}

/** The staff list. */
export function peopleCsv(y: Years): string {
  const head = [
    'Staff ID',
    'Name',
    'Email',
    'Department',
    'Staff type',
    'Start date',
    'Leave date',
    'Exempt or paused',
    'From',
    'To',
  ];
  const rows = y.staff.map((s) => [
    s.id,
    name(s),
    s.email,
    s.department,
    s.staffType,
    isoDay(s.starts),
    s.leaves ? isoDay(s.leaves) : '',
    s.standing?.kind ?? '',
    s.standing ? isoDay(s.standing.from) : '',
    s.standing ? isoDay(s.standing.to) : '',
  ]);
  return `${[head, ...rows].map(csv).join('\n')}\n`;
}

/** The list of people who did it on paper. */
export function manualCsv(y: Years): string {
  const rows = y.staff.flatMap((s) =>
    s.manual && s.manual.date < end(y)
      ? [[s.id, '2028.1', 'induction', s.manual.method, 'H. Officer', isoDay(s.manual.date)]]
      : [],
  );
  return `${[['Person', 'Edition', 'Route', 'Method', 'Verified by', 'Date'], ...rows].map(csv).join('\n')}\n`;
}

/** The settings that go with these years. */
export const settingsYaml = (y: Years) =>
  JSON.stringify({ activities: y.activities, editions: y.editions, requiredFrom: '2026-11-22' });

/** Writes all files of the years into a folder and returns their paths. */
export function writeYears(y: Years, folder: string) {
  mkdirSync(folder, { recursive: true });
  const put = (file: string, text: string) => {
    writeFileSync(join(folder, file), text);
    return join(folder, file);
  };
  return {
    completion: put('completion.csv', completionCsv(y)),
    interactions: y.activities.map((_, i) => put(`interactions-${i + 1}.txt`, interactionsText(y, i))),
    people: put('people.csv', peopleCsv(y)),
    manual: put('manual.csv', manualCsv(y)),
    config: put('hr.yaml', settingsYaml(y)),
  };
}
