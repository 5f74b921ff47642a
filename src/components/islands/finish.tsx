import { useState } from 'react';
import { partsLeft } from '../../course/next.ts';
import { receiptCode } from '../../course/record/receipt.ts';
import type { WordKey } from '../../course/word-keys.ts';
import type { SaveState } from '../../tracking/port/port.ts';
import { JudgementPicture } from './check/picture.tsx';
import { useApp, useCourse, useSaveState, useSay } from './context.tsx';

/** Key of the words on where the result is. Recorded is said only of what the learning system holds. */
export function resultWords(save: SaveState): WordKey {
  if (save.kind === 'local' || save.kind === 'notStarted') return 'finish.notRecorded';
  if (save.kind === 'saving' || save.kind === 'connecting') return 'finish.saving';
  const held = save.kind === 'saved' || save.kind === 'review' || (save.kind === 'ended' && save.saved);
  return held ? 'finish.recorded' : 'finish.unsaved';
}

/** The end: what is left, or the result with a receipt. */
export function Finish() {
  const { course } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const save = useSaveState();
  if (!progress.passed) {
    return (
      <>
        <h2>{say('finish.title.open')}</h2>
        <ul className="open">
          {partsLeft(course, progress).map((p) => (
            <li key={p.id}>
              <a href={`#${p.id}`}>{p.title}</a>
            </li>
          ))}
          {progress.assessed ? null : (
            <li>
              <a href="#check">{say('finish.open.check')}</a>
            </li>
          )}
          {progress.declared ? null : (
            <li>
              <a href="#declare">{say('finish.open.declare')}</a>
            </li>
          )}
        </ul>
      </>
    );
  }
  const words = resultWords(save);
  return (
    <>
      <h2>{say('finish.title.passed')}</h2>
      <p className="why" data-tone={words === 'finish.unsaved' ? 'care' : 'good'}>
        {say(words)}
      </p>
      <p>{say('finish.stay')}</p>
      <p>{say('finish.exit')}</p>
      <Receipt />
      <JudgementPicture asked={progress.paper} />
    </>
  );
}

type ReceiptRow = 'learner' | 'module' | 'edition' | 'date' | 'score' | 'minutes' | 'code';

/** A receipt to print: a name only on request. Its code finds copying mistakes and proves nothing. */
function Receipt() {
  const { course, launch } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const [named, setNamed] = useState(false);
  const date = progress.declared ? new Date(progress.declared.at * 1000) : null;
  const rows: [ReceiptRow, string][] = [
    ['module', `${document.body.dataset['title'] ?? ''} (${course.version})`],
    ['edition', course.edition],
    ['date', date ? date.toLocaleString(document.documentElement.lang) : ''],
    ['score', progress.best === null ? '' : `${Math.round(progress.best)} / 100`],
    ['minutes', String(Math.round(progress.seconds / 60))],
    ['code', receiptCode(course, progress)],
  ];
  if (named) rows.unshift(['learner', `${launch.learner.name} (${launch.learner.id})`]);
  return (
    <section className="receipt" aria-labelledby="receipt-title">
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
