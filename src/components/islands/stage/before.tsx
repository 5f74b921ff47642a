import { afterStory } from '../../../course/next.ts';
import { storyOf } from '../../../course/story.ts';
import type { Scenario } from '../../../quiz/model.ts';
import { useApp, useSay } from '../context.tsx';

/**
 * What is said before a story: that it begins anew, what may be hard to read in it, and that it may be passed over,
 * which leads on.
 */
export function Before({ scenario, begun }: { readonly scenario: Scenario; readonly begun: boolean }) {
  const { course, progress, send } = useApp();
  const say = useSay();
  const story = storyOf(progress(), scenario.id);
  const skip = () => {
    send({ type: 'SKIP', scenario: scenario.id });
    send({ type: 'GO', to: afterStory(course, progress(), scenario.id).to });
  };
  return (
    <>
      {story.anew ? <p className="note before">{say('scenario.anew')}</p> : null}
      {scenario.note && !begun ? (
        <p className="before">
          <b>{say('scenario.note')}</b> {scenario.note}
        </p>
      ) : null}
      {scenario.skippable && !story.done ? (
        <p className="before">
          <button type="button" className="button second" onClick={skip}>
            {say('scenario.skip')}
          </button>
          <span className="note">{say('scenario.skip.means')}</span>
        </p>
      ) : null}
    </>
  );
}
