import type { GroupResult } from '../../../course/assessment/refresher-view.ts';
import { Answered } from '../check/question.tsx';
import { useApp, useCourse, useSay } from '../context.tsx';

/** What is said of a group, by where it stands. */
const words = {
  known: 'known',
  rechecked: 'rechecked',
  lesson: 'lesson',
  recheck: 'recheck.ready',
  asking: 'lesson',
} as const;

/** One group of sections: how it came out, its lesson and scenario, and the answers given with their reasons. */
export function GroupOutcome({ result }: { readonly result: GroupResult }) {
  const { course, send } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const { group, parts, state, asked, shown, unsure } = result;
  const settled = state === 'known' || state === 'rechecked';
  const title = parts.map((p) => p.title).join(', ');
  return (
    <li data-group={group} data-state={state}>
      <h3>{title}</h3>
      <p className="verdict" data-tone={settled ? 'good' : 'care'}>
        {say(`diagnostic.${shown && state === 'lesson' ? 'shown' : words[state]}`)}
        {state === 'known' && unsure ? ` ${say('diagnostic.known.unsure')}` : ''}
      </p>
      <ul className="way">
        {parts.flatMap((p) => [
          <li key={p.id}>
            <a href={`#${p.id}`}>{say('diagnostic.read', { title: p.title })}</a>{' '}
            {!settled && progress.read.includes(p.id) ? <span className="note">{say('state.done')}</span> : null}
          </li>,
          ...p.scenarios.map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{say('diagnostic.decide', { title: course.scenarios[id]?.title ?? id })}</a>{' '}
              {!settled && progress.stories[id]?.done ? <span className="note">{say('state.done')}</span> : null}
            </li>
          )),
        ])}
        {state === 'recheck' ? (
          <li>
            <button type="button" className="link" onClick={() => send({ type: 'START', group })}>
              {say('diagnostic.recheck.start', { title })}
            </button>
          </li>
        ) : null}
      </ul>
      {asked.length > 0 ? (
        <details>
          <summary>
            {say('diagnostic.answers', { right: asked.filter((a) => a.right).length, of: asked.length })}
            <span className="sr">: {title}</span>
          </summary>
          {asked.map((a) => (
            <Answered key={a.item.id} item={a.item} answer={a.answer} sure={a.sure} />
          ))}
        </details>
      ) : null}
    </li>
  );
}
