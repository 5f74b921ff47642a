import { partState, stateWords } from '../../app/part-state.ts';
import { resultOf } from '../../course/assessment/paper.ts';
import { requiredParts, stepsDone } from '../../course/completion.ts';
import { partsLeft } from '../../course/next.ts';
import { screenOf } from '../../course/way.ts';
import type { NoticeKey } from '../../course/words.ts';
import type { SaveState } from '../../tracking/port/port.ts';
import { JudgementPicture } from './check/picture.tsx';
import { useApp, useCourse, useSaveState, useSay } from './context.tsx';
import { Earned, ToDo } from './finish/afterwards.tsx';
import { Receipt } from './finish/keep.tsx';
import { Reminders } from './finish/reminders.tsx';
import { Notice } from './notice.tsx';
import { NextButton } from './refresher/results.tsx';

/** Key of the words on where the result is. Recorded is said only of what the learning system holds. */
export function resultWords(save: SaveState): NoticeKey {
  if (save.kind === 'local' || save.kind === 'notStarted') return 'finish.notRecorded';
  if (save.kind === 'saving' || save.kind === 'connecting') return 'finish.saving';
  const held = save.kind === 'saved' || save.kind === 'review' || (save.kind === 'ended' && save.saved);
  return held ? 'finish.recorded' : 'finish.unsaved';
}

const tones: Readonly<Record<string, 'calm' | 'good' | 'care'>> = {
  'finish.recorded': 'good',
  'finish.saving': 'calm',
};

/** The end: what is left, or what was earned. */
export function Finish() {
  const { course } = useApp();
  if (!useCourse().context.progress.passed) return <Left />;
  return course.cases ? <FollowedUp /> : <Passed />;
}

/** A few cases answered: where the result is, which way the answers went, and the lessons where they went wrong. */
function FollowedUp() {
  const { course } = useApp();
  const say = useSay();
  const { paper } = useCourse().context.progress;
  const words = resultWords(useSaveState());
  const { weak } = resultOf(course, paper);
  return (
    <>
      <h2 className="end-title">{say('finish.title.passed')}</h2>
      <Notice name={words} tone={tones[words] ?? 'care'}>
        <p>{say('finish.stay')}</p>
      </Notice>
      <JudgementPicture asked={paper} level={2} />
      {weak.length > 0 ? (
        <section>
          <h2>{say('check.weak')}</h2>
          <ul className="weak">
            {course.parts
              .filter((p) => weak.includes(p.id))
              .map((p) => (
                <li key={p.id}>
                  <a href={`#${p.id}`}>{say('diagnostic.read', { title: p.title })}</a>
                </li>
              ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** A pass: the closed thread, where the result is, what it brings, what to keep, and how the answers went. */
function Passed() {
  const say = useSay();
  const { progress } = useCourse().context;
  const words = resultWords(useSaveState());
  return (
    <>
      <ClosedThread />
      <h2 className="end-title">{say('finish.title.passed')}</h2>
      <p className="lead">{say('finish.closed')}</p>
      <Notice name={words} tone={tones[words] ?? 'care'}>
        {words === 'finish.unsaved' ? (
          <a href="#receipt-title">{say('finish.receipt')}</a>
        ) : (
          <p>{say('finish.stay')}</p>
        )}
      </Notice>
      <Earned />
      <ToDo />
      <Reminders />
      <Receipt />
      <JudgementPicture asked={progress.paper} level={2} />
    </>
  );
}

/** The learner's own thread, closed by its ring. The heading and the sentence below it say the same. */
function ClosedThread() {
  const { course } = useApp();
  const { progress } = useCourse().context;
  const parts = requiredParts(course, progress);
  const end = parts.length * 40 + 12;
  return (
    <svg className="closed" viewBox={`0 0 ${end + 14} 28`} aria-hidden="true" focusable="false">
      <path d={`M8 14H${end - 12}`} />
      {parts.map((part, n) =>
        partState(course, part, progress) === 'known' ? (
          <path key={part.id} className="dot" d={`M${n * 40} 14l8-8 8 8-8 8z`} />
        ) : (
          <circle key={part.id} className="dot" cx={n * 40 + 8} cy="14" r="6.5" />
        ),
      )}
      <path className="half" d={`M${end + 1} 2.5h-1a11.5 11.5 0 0 0 0 23h1z`} />
      <path className="half" d={`M${end} 2.5a11.5 11.5 0 0 1 0 23`} />
      <path d={`M${end - 5} 14l3.5 3.5 6.5-7`} />
    </svg>
  );
}

/** What is left, with one button to the next of it. */
function Left() {
  const { course } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const steps = [
    { id: 'check', done: progress.assessed },
    { id: 'declare', done: progress.declared !== null },
  ] as const;
  return (
    <>
      <h2 className="end-title">{say('finish.title.open')}</h2>
      <p className="lead">{say('progress.done', stepsDone(course, progress))}</p>
      <ol className="outline open">
        {partsLeft(course, progress).map((p) => (
          <li key={p.id} data-state={partState(course, p, progress)}>
            <a href={`#${p.id}`}>{p.title}</a>
            <span className="note">{say(stateWords(course, p, progress))}</span>
          </li>
        ))}
        {steps
          .filter((s) => !s.done && screenOf(course, s.id))
          .map((s) => (
            <li key={s.id} data-state="open">
              <a href={`#${s.id}`}>{say(`finish.open.${s.id}`)}</a>
            </li>
          ))}
      </ol>
      <p className="buttons">
        <NextButton />
      </p>
    </>
  );
}
