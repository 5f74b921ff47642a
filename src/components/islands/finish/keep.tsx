import { useState } from 'react';
import { monthsOn } from '../../../course/afterwards.ts';
import { calendar } from '../../../course/record/calendar.ts';
import { receiptCode } from '../../../course/record/receipt.ts';
import { useApp, useCourse, useSay } from '../context.tsx';

const lang = () => document.documentElement.lang;
const moduleTitle = () => document.body.dataset['title'] ?? '';

/** Hands the browser a file made here, as a link to it would. */
function hand(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Safari reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The day on which the training is due again, as a file for the learner's own calendar. */
export function Reminders() {
  const { course } = useApp();
  const say = useSay();
  const { declared, attempt } = useCourse().context.progress;
  const months = course.afterwards?.renewMonths;
  if (!declared || !months) return null;
  const day = monthsOn(declared.at, months);
  const long = (d: Date) => d.toLocaleDateString(lang(), { dateStyle: 'long' });
  const save = () => {
    const done = new Date(declared.at * 1000);
    const due = {
      uid: `${course.module}-${course.route}-again-${attempt}`,
      day,
      title: say('finish.again.title', { title: moduleTitle() }),
      text: say('finish.again.note', { date: long(done), edition: declared.edition }),
    };
    hand(`${course.module}-reminder.ics`, 'text/calendar', calendar([due], Date.now()));
  };
  return (
    <section className="again-on">
      <h2>{say('finish.again', { date: long(day) })}</h2>
      <p>{say('finish.again.text')}</p>
      <p className="buttons">
        <button type="button" className="button second" onClick={save}>
          {say('finish.again.save')}
        </button>
      </p>
    </section>
  );
}

type ReceiptRow = 'learner' | 'module' | 'edition' | 'date' | 'score' | 'minutes' | 'code';

/** A receipt to print: a name only on request. Its code finds copying mistakes and proves nothing. */
export function Receipt() {
  const { course, launch } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const [named, setNamed] = useState(false);
  const date = progress.declared ? new Date(progress.declared.at * 1000) : null;
  const rows: [ReceiptRow, string][] = [
    ['module', `${moduleTitle()} (${course.version})`],
    ['edition', course.edition],
    ['date', date ? date.toLocaleString(lang(), { dateStyle: 'long', timeStyle: 'short' }) : ''],
    ['score', progress.best === null ? '' : `${Math.round(progress.best)} / 100`],
    ['minutes', String(Math.round(progress.seconds / 60))],
    ['code', receiptCode(course, progress)],
  ];
  if (named) rows.unshift(['learner', `${launch.learner.name} (${launch.learner.id})`]);
  return (
    <section className="receipt" aria-labelledby="receipt-title">
      <div className="slip">
        <h2 id="receipt-title">{say('finish.receipt')}</h2>
        <dl>
          {rows
            .filter(([, value]) => value)
            .map(([key, value]) => (
              <div key={key}>
                <dt>{say(`finish.receipt.${key}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        <p className="note">{say('finish.receipt.note')}</p>
      </div>
      <p className="buttons no-print">
        {launch.learner.name ? (
          <label className="tick">
            <input type="checkbox" checked={named} onChange={(e) => setNamed(e.target.checked)} />
            <span>{say('finish.receipt.name')}</span>
          </label>
        ) : null}
        <button
          type="button"
          className="button second"
          onClick={() => {
            document.body.dataset['print'] = 'receipt';
            window.print();
            delete document.body.dataset['print'];
          }}
        >
          {say('finish.print')}
        </button>
      </p>
    </section>
  );
}
