import { earnedBy, thingsToDo } from '../../../course/afterwards.ts';
import type { Today } from '../../../course/model.ts';
import { ClauseLinks } from '../clause-links.tsx';
import { useApp, useCourse, useOwnId, useSay } from '../context.tsx';
import { Copy } from '../copy.tsx';

/** What the learner can now do, under the headings that the content gives. */
export function Earned() {
  const { course } = useApp();
  const say = useSay();
  const earned = earnedBy(course, useCourse().context.progress);
  if (earned.length === 0) return null;
  return (
    <section className="earned">
      <h2>{say('finish.can')}</h2>
      <div className="earned-groups">
        {earned.map((e) => (
          <div key={e.title}>
            <h3>{e.title}</h3>
            <ul>
              {e.can.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

/** The few things to do on the day of a pass, with words to copy. */
export function ToDo() {
  const { course } = useApp();
  const say = useSay();
  const things = thingsToDo(course, useCourse().context.progress);
  if (things.length === 0) return null;
  return (
    <section className="today">
      <h2>{say(`finish.today.${things.length as 1 | 2 | 3}`)}</h2>
      <ol>
        {things.map((thing) => (
          <Thing key={thing.id} thing={thing} />
        ))}
      </ol>
    </section>
  );
}

function Thing({ thing }: { readonly thing: Today }) {
  const say = useSay();
  const id = useOwnId();
  return (
    <li>
      <h3>{thing.title}</h3>
      <p>{thing.text}</p>
      {thing.copy ? (
        <figure className="copy">
          <figcaption className="sr" id={`${id}-label`}>
            {say('finish.copy', { title: thing.title })}
          </figcaption>
          <blockquote id={id}>{thing.copy}</blockquote>
          <Copy name={id} />
        </figure>
      ) : null}
      {thing.talk ? (
        <p>
          <a href="#talk">{say('talk.link')}</a>
        </p>
      ) : null}
      <ClauseLinks clauses={thing.clauses} />
    </li>
  );
}
