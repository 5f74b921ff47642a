import { useMemo, useState } from 'react';
import { bankFor } from '../../../course/assessment/asked.ts';
import type { Asked } from '../../../course/model.ts';
import { shuffled } from '../../../quiz/hash.ts';
import { useApp, useCourse, useSay } from '../context.tsx';
import { JudgementPicture } from './picture.tsx';
import { Question } from './question.tsx';

/** The picture shows the answers given last. */
const SHOWN = 12;

/** Questions of the whole bank, one after another, recorded nowhere. */
export function Practice({ onStop }: { readonly onStop?: () => void }) {
  const { course } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const seed = useMemo(() => String(Math.random()), []);
  const order = useMemo(
    () => shuffled(bankFor(course, { roles: progress.roles, cold: progress.cold }), seed, (i) => i.id),
    [course, progress.roles, progress.cold, seed],
  );
  const [at, setAt] = useState(0);
  const [answer, setAnswer] = useState<string | null>(null);
  const [given, setGiven] = useState<readonly Asked[]>([]);
  const item = order[at % order.length];
  if (!item) return null;
  return (
    <>
      <p className="note">
        {say('check.practise.note')}{' '}
        {onStop ? (
          <button type="button" className="link" onClick={onStop}>
            {say('check.practise.stop')}
          </button>
        ) : null}
      </p>
      <Question
        key={`${at}/${item.id}`}
        item={item}
        seed={seed}
        kicker={say('check.practise')}
        answer={answer}
        onAnswer={(chosen) => {
          setAnswer(chosen);
          setGiven([...given, { id: item.id, answer: chosen }].slice(-SHOWN));
        }}
        goOn={say('check.practise.next')}
        onGoOn={() => {
          setAnswer(null);
          setAt(at + 1);
        }}
      />
      {given.length > 1 ? (
        <details className="fold">
          <summary>{say('picture.practice', { n: given.length })}</summary>
          <JudgementPicture asked={given} />
        </details>
      ) : null}
    </>
  );
}
