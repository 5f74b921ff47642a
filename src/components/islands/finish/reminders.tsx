import { useState } from 'react';
import { comeBackOn, monthsOn } from '../../../course/afterwards.ts';
import { calendar } from '../../../course/record/calendar.ts';
import { ChoiceRow } from '../choice-row.tsx';
import { useApp, useCourse, useOwnId, useSay } from '../context.tsx';
import { lang } from './keep.tsx';

const long = (day: Date) => day.toLocaleDateString(lang(), { dateStyle: 'long' });

/** Hands the browser a file made here, as a link to it would. */
function hand(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Safari reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Days to come back on and the day on which the training is due again, as a file for the learner's own calendar, with a
 * plan of their own in it if they choose one. Nothing of it is recorded, and no host but this page has a part in it.
 */
export function Reminders() {
  const { course } = useApp();
  const say = useSay();
  const { declared, attempt } = useCourse().context.progress;
  const id = useOwnId();
  const [plan, setPlan] = useState('');
  const renew = course.afterwards?.renew;
  const plans = course.afterwards?.recall?.plans ?? [];
  const back = declared ? comeBackOn(course, declared.at) : [];
  if (!declared || (!renew && back.length === 0)) return null;
  const again = renew ? monthsOn(declared.at, renew.months) : null;
  const save = () => {
    const own = plan ? `\n${say('finish.recall.plan', { plan })}` : '';
    const uid = (what: string) => `${course.module}-${course.route}-${what}-${attempt}`;
    const days = back.map((d, n) => ({ uid: uid(`back${n + 1}`), day: d.day, title: d.title, text: d.text + own }));
    const due = again && {
      uid: uid('again'),
      day: again,
      title: say('finish.again.title', { route: renew?.route ?? '', title: renew?.title ?? '' }),
      text: say('finish.again.note', {
        date: long(new Date(declared.at * 1000)),
        edition: declared.edition,
        route: renew?.route ?? '',
      }),
    };
    hand(`${course.module}-reminder.ics`, 'text/calendar', calendar(due ? [...days, due] : days, Date.now()));
  };
  const n = back.length + (again ? 1 : 0);
  return (
    <section className="again-on">
      {back.length > 0 ? (
        <>
          <h2>{say('finish.recall')}</h2>
          <p>{say('finish.recall.why')}</p>
          <ul>
            {back.map((d) => (
              <li key={d.title}>{say('finish.recall.on', { date: long(d.day), title: d.title })}</li>
            ))}
          </ul>
        </>
      ) : null}
      {again ? <h2>{say('finish.again', { date: long(again) })}</h2> : null}
      <p>{say('finish.again.text', { n })}</p>
      {plans.length > 0 ? (
        <fieldset>
          <legend>{say('finish.recall.ask')}</legend>
          {plans.map((text) => (
            <ChoiceRow
              key={text}
              type="radio"
              name={id}
              value={text}
              checked={plan === text}
              onChange={() => setPlan(text)}
            >
              {text}
            </ChoiceRow>
          ))}
        </fieldset>
      ) : null}
      <p className="buttons">
        <button type="button" className="button second" onClick={save}>
          {say('finish.again.save', { n })}
        </button>
      </p>
    </section>
  );
}
