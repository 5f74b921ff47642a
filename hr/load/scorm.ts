import { lit } from '../db/open.ts';
import { many } from '../quality.ts';
import type { Kind } from '../read/kinds.ts';
import type { Table } from '../read/table.ts';
import type { Context } from './context.ts';
import { called, cell, ident } from './who.ts';

type Scorm = Extract<Kind, { kind: 'basic' | 'objectives' | 'interactions' }>;

/**
 * Reads the attempts of a SCORM basic, objectives or interactions report, while others go on with its people. A row of "-"
 * is a person without one.
 * @returns says what was found; to be called once the report's people are known
 */
export function loadAttempts(x: Context, t: Table, k: Scorm, file: number): () => Promise<void> {
  const c = k.columns;
  const sco = c.sco ? cell(c.sco.column) : 'null::varchar';
  const loading = x.db.beside(({ run }) =>
    run(`insert into attempt_raw select ${file}, ${ident(k.who)}, try_cast(${cell(c.attempt)} as integer),
    when_said(t${c.started}), when_said(t${c.last}), try_cast(${cell(c.score)} as double), null, null, null,
    case when lower(${sco}) in ('passed', 'completed') then true end, null, ${worthOf(k)}
    from ${t.relation} where ${cell(c.attempt)} is not null`),
  );
  return async () => {
    await loading;
    await sayAttempts(x, t, k, file);
  };
}

async function sayAttempts(x: Context, t: Table, k: Scorm, file: number) {
  const c = k.columns;
  const { unread, rows } = await x.db.one<{ unread: number; rows: number }>(`select count(*)::int as rows,
    count(*) filter (where started is null or attempt is null)::int as unread from attempt_raw where file = ${file}`);
  // Each date is read again only where there is something to list.
  if (unread > 0)
    await x.db.run(`insert into quality_rows select 'unread_date', ${lit(t.file)}, ${called(k.who.staffId, k.who.username, k.who.email, cell(k.who.name[0]))},
      'attempt ' || ${cell(c.attempt)} || ', started ' || coalesce(${cell(c.started)}, 'blank') from ${t.relation}
      where ${cell(c.attempt)} is not null and (when_said(t${c.started}) is null or try_cast(${cell(c.attempt)} as integer) is null)`);
  x.quality.add(
    'unread_date',
    'check',
    t.file,
    `${many(unread, 'attempt has', 'attempts have')} a start date or number that cannot be read; ${unread === rows ? 'none of its dates is in English' : 'kept without it'}`,
    'Download the report with your Moodle language set to English',
    unread,
  );
  if (k.kind === 'objectives')
    x.quality.add(
      'objectives',
      'note',
      t.file,
      'Moodle leaves the objective columns of this report empty; only its attempts and scores are used',
      'Use the Interactions report with all four boxes ticked instead',
    );
  if (k.kind === 'interactions') boxes(x, t, k);
  else if (!c.sco)
    x.quality.add(
      'unnamed_report',
      'check',
      t.file,
      'Nothing in it says which training it is of; its attempts are taken as ones of this training',
      'Make sure that it is, or give the Interactions report, which can be checked',
    );
}

/** How many of the columns about answers an interactions report has; 0 for a report without. */
function worthOf(k: Scorm): number {
  if (k.kind !== 'interactions') return 0;
  const has = (key: 'question' | 'response' | 'right' | 'result') => k.interactions.some((i) => i[key] !== null);
  return has('question') ? (['question', 'response', 'right', 'result'] as const).filter(has).length : 0;
}

/** The interactions report shows only "Response" unless the other boxes are ticked. */
function boxes(x: Context, t: Table, k: Extract<Kind, { kind: 'interactions' }>) {
  const titles = { question: 'Question', response: 'Response', right: 'Right answer', result: 'Result' } as const;
  const missing = Object.entries(titles).flatMap(([key, title]) =>
    k.interactions.every((i) => i[key as keyof typeof titles] === null) ? [title] : [],
  );
  const lost = missing.includes('Question')
    ? 'without the question’s id no answer, paper or declaration can be used'
    : missing.includes('Response')
      ? 'without responses no option, paper or declaration can be read'
      : 'what is missing is worked out from the module’s own answer keys';
  x.quality.add(
    'boxes',
    missing.includes('Question') || missing.includes('Response') ? 'stop' : 'check',
    t.file,
    `The ${missing.length === 1 ? 'box' : 'boxes'} ${missing.map((m) => `“${m}”`).join(', ')} ${missing.length === 1 ? 'was' : 'were'} not ticked: ${lost}`,
    'Tick all four boxes above the Interactions report and download it again',
    missing.length,
  );
}
