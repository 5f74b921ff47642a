import { useMemo, useState } from 'react';
import { bankFor } from '../../../course/assessment/asked.ts';
import { shuffled } from '../../../quiz/hash.ts';
import { useApp, useCourse, useSay } from '../context.tsx';
import { Question } from './question.tsx';

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
        onAnswer={setAnswer}
        goOn={say('check.practise.next')}
        onGoOn={() => {
          setAnswer(null);
          setAt(at + 1);
        }}
      />
    </>
  );
}
