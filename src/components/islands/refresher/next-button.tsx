import type { Course } from '../../../course/model.ts';
import { nextThing } from '../../../course/next.ts';
import { useApp, useCourse, useSay } from '../context.tsx';

/** Titles of what a screen of the course shows: a part, or a scenario. */
const titleOf = (course: Course, screen: string) =>
  course.parts.find((p) => p.id === screen)?.title ?? course.scenarios[screen]?.title ?? '';

/** The one thing to do next, named. */
export function NextButton() {
  const { course, send } = useApp();
  const say = useSay();
  const next = nextThing(course, useCourse().context.progress);
  const go = () =>
    next.kind === 'recheck' ? send({ type: 'START', group: next.group }) : send({ type: 'GO', to: next.screen });
  const words = () => {
    if (next.kind === 'declare') return say('check.toDeclare');
    if (next.kind === 'recheck') return say('diagnostic.recheck.start', { title: titleOf(course, next.group) });
    if (next.kind === 'finish') return say('start.result');
    if (next.kind !== 'lesson' && next.kind !== 'part') return say('next');
    const decide = next.screen in course.scenarios;
    return say(decide ? 'diagnostic.decide' : 'diagnostic.read', { title: titleOf(course, next.screen) });
  };
  return (
    <button type="button" className="button" onClick={go}>
      {words()}
    </button>
  );
}
