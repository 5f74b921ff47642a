import { partsLeft } from '../../course/next.ts';
import type { SaveState } from '../../tracking/port/port.ts';
import { useApp, useCourse, useSaveState, useSay } from './context.tsx';
import { Receipt } from './receipt.tsx';

/** Key of the words on where the result is. Recorded is said only of what the learning system holds. */
export function resultWords(save: SaveState): string {
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
    </>
  );
}
