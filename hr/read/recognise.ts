import { many } from '../quality.ts';
import type { ActivityColumn, AttemptColumns, InteractionColumns, Kind, Who } from './kinds.ts';
import { bare, columnOf } from './names.ts';

/** The heading by which a file about people says so, also after it has been copied. */
export const PERSONAL = 'Personal data: keep private';

/** Who a row is about, from the columns before `end`. */
function whoOf(header: readonly string[], end = header.length): Who {
  const h = header.slice(0, end);
  const name = columnOf(h, 'name');
  const names = [columnOf(h, 'firstName'), columnOf(h, 'lastName')].filter((c) => c !== null);
  return {
    name: name !== null ? [name] : names.length > 0 ? names : h[0] === '' ? [0] : [],
    staffId: columnOf(h, 'staffId'),
    username: columnOf(h, 'username'),
    email: columnOf(h, 'email'),
    department: columnOf(h, 'department'),
    staffType: columnOf(h, 'staffType'),
  };
}

const isIdentity = (who: Who, column: number) =>
  who.name.includes(column) ||
  [who.staffId, who.username, who.email, who.department, who.staffType].includes(column) ||
  false;

/** Identity fields a site may show besides those we use. */
const otherIdentity = new Set([
  'institution',
  'phone',
  'phone1',
  'phone2',
  'mobilephone',
  'country',
  'city',
  'citytown',
  'address',
]);

/** Activity completion: identity fields, then for every activity a state and a date whose header is empty or names it. */
function completion(header: readonly string[]): Kind | null {
  const who = whoOf(header);
  let at = 0;
  while (at < header.length && (isIdentity(who, at) || otherIdentity.has(bare(header[at] ?? '')))) at++;
  if (at === 0 || who.name.length === 0) return null;
  const activities: (ActivityColumn & { date: number })[] = [];
  for (; at < header.length; at += 2) {
    const [name = '', date] = [header[at], header[at + 1]];
    if (name === '' || date === undefined || (date !== '' && !date.startsWith(name))) return null;
    activities.push({ name, column: at, date: at + 1 });
  }
  return activities.length > 0 ? { kind: 'completion', who, activities } : null;
}

const titles = { question: 'Question', response: 'Response', right: 'Right answer', result: 'Result' } as const;

function interactionsOf(header: readonly string[]): InteractionColumns[] {
  const at = (title: string, n: number) => {
    const i = header.indexOf(`${title} ${n}`);
    return i < 0 ? null : i;
  };
  const found: InteractionColumns[] = [];
  for (let n = 0; ; n++) {
    const [question, response, right, result] = Object.values(titles).map((t) => at(t, n)) as (number | null)[];
    const one = {
      question: question ?? null,
      response: response ?? null,
      right: right ?? null,
      result: result ?? null,
    };
    if (Object.values(one).every((c) => c === null)) return found;
    found.push(one);
  }
}

/** The SCORM reports share their first columns; what follows tells them apart. */
function scorm(header: readonly string[]): Kind | null {
  const names = header.map(bare);
  const [attempt, started, last, score] = ['attempt', 'startedon', 'lastaccessedon', 'score'].map((n) =>
    names.indexOf(n),
  );
  if (attempt === undefined || started === undefined || last === undefined || score === undefined) return null;
  if (attempt < 0 || started < 0 || last < 0 || score < 0) return null;
  const who = whoOf(header, attempt);
  const interactions = interactionsOf(header);
  const after = header.slice(score + 1);
  const title = after[0];
  const columns: AttemptColumns = {
    attempt,
    started,
    last,
    score,
    sco:
      title === undefined || /^(Question|Response|Right answer|Result) \d+$/.test(title)
        ? null
        : { name: title, column: score + 1 },
  };
  if (interactions.length > 0) return { kind: 'interactions', who, columns, interactions };
  return { kind: after.length > 1 ? 'objectives' : 'basic', who, columns };
}

function gradebook(header: readonly string[]): Kind | null {
  if (
    bare(header.at(-1) ?? '') !== 'lastdownloadedfromthiscourse' &&
    !header.some((h) => /\((Real|Percentage)\)$/.test(h))
  )
    return null;
  const grades = header.flatMap((h, column) => {
    const m = /^(?:[^:]+: )?(.+?)(?: \((Real)\))$/.exec(h);
    return m?.[1] && !/^Course total/.test(m[1]) ? [{ name: m[1], column }] : [];
  });
  return { kind: 'gradebook', who: whoOf(header), grades };
}

/** The embedded LMS writes one row an attempt, and in a second file one row an interaction. */
function trialLms(header: readonly string[]): Kind | null {
  const columns = Object.fromEntries(header.map((h, i) => [bare(h), i]));
  const has = (...names: string[]) => names.every((n) => n in columns);
  if (!has('username', 'route', 'attempt')) return null;
  const who = whoOf(header, Math.min(columns['route'] ?? 0, columns['standard'] ?? header.length));
  if (has('response', 'result')) return { kind: 'lms-interactions', who, columns };
  if (has('status', 'standard')) return { kind: 'lms', who, columns };
  return null;
}

function people(header: readonly string[]): Kind | null {
  const known = (['staffId', 'email', 'start', 'leave', 'department'] as const).filter(
    (m) => columnOf(header, m) !== null,
  );
  return known.length >= 3 ? { kind: 'people' } : null;
}

/** What a file is, by its header row; null: nothing this tool knows. */
export function recognise(header: readonly string[]): Kind | null {
  if (header.length < 2) return null;
  return scorm(header) ?? trialLms(header) ?? gradebook(header) ?? completion(header) ?? people(header);
}

/** Columns of the list of participants that are about nobody's identity. */
const ofParticipants = new Set(['groups', 'roles', 'lastaccess', 'lastaccesstocourse', 'status']);
const needed = 'Give the activity completion report, the SCORM interactions or basic report, or the gradebook export';

/** A header that is of no kind: what the file may be, and what to do, each a sentence without its full stop. */
export function looksLike(header: readonly string[]): readonly [says: string, remedy: string] {
  const who = whoOf(header);
  const plain = header.map(bare);
  if (plain.includes(bare(PERSONAL)) || plain.includes('asof'))
    return ['It is a file that an earlier report has written; not used', 'Give what Moodle lets you download'];
  const known = (n: string, i: number) => isIdentity(who, i) || otherIdentity.has(n) || ofParticipants.has(n);
  if (who.name.length > 0 && header.length > 1 && plain.every(known))
    return ['It says who is in the course and nothing about who has done the training; not used', needed];
  const numbered = header.filter((h) => /^\D+ \d+$/.test(h));
  if (numbered.length >= 1 && header.length >= 6)
    return [
      'Its columns are not those of an English Moodle report; not used',
      'Set your Moodle language to English and download it again',
    ];
  return [
    `It is none of the files this tool knows (its first row has ${many(header.length, 'cell', 'cells')}); not used`,
    needed,
  ];
}
