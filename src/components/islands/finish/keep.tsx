import { useState } from 'react';
import { receiptCode } from '../../../course/record/receipt.ts';
import { useApp, useCourse, useSay } from '../context.tsx';

/** What the document says of itself. */
export const lang = () => document.documentElement.lang;
const moduleTitle = () => document.body.dataset['title'] ?? '';

type ReceiptRow = 'learner' | 'module' | 'edition' | 'date' | 'score' | 'minutes' | 'code';

/** A receipt to print: a name only on request. Its code finds copying mistakes and proves nothing. */
export function Receipt() {
  const { course, launch } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const [named, setNamed] = useState(false);
  const date = progress.declared ? new Date(progress.declared.at * 1000) : null;
  const minutes = progress.seconds / 60;
  const rows: [ReceiptRow, string][] = [
    ['module', `${moduleTitle()} (${course.version})`],
    ['edition', course.edition],
    ['date', date ? date.toLocaleString(lang(), { dateStyle: 'long', timeStyle: 'short' }) : ''],
    ['score', progress.best === null ? '' : `${Math.round(progress.best)} / 100`],
    ['minutes', minutes < 1 ? say('finish.receipt.short') : String(Math.round(minutes))],
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
