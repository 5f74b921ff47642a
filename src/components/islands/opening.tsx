import { useState } from 'react';
import { itemOf } from '../../course/assessment/asked.ts';
import { Question } from './check/question.tsx';
import { useApp, useCourse, useSay } from './context.tsx';
import { useIsStill, useStill } from './use-still.ts';

/** The question that a lesson opens with: tried by everyone, explained at once, recorded nowhere. */
export function Opening({ name }: { readonly name: string }) {
  const { course } = useApp();
  const say = useSay();
  const { read } = useCourse().context.progress;
  const chosen = useStill();
  const [answer, setAnswer] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  // Who has read the lesson comes back to read it again; what is on screen already stays.
  const isStill = useIsStill();
  const [known] = useState(() => read.includes(name) && !isStill);
  const item = itemOf(course, course.parts.find((p) => p.id === name)?.opens ?? '');
  if (!item || known) return <p hidden />;
  return (
    <div className="opening">
      <Question
        key={round}
        still={round === 0}
        item={item}
        seed={name}
        draft={round === 0 && chosen.some(Boolean) ? chosen.map((value) => value || '-').join('') : ''}
        kicker={say('opening.kicker')}
        answer={answer}
        onAnswer={setAnswer}
        goOn={say('opening.again')}
        onGoOn={() => {
          setAnswer(null);
          setRound(round + 1);
        }}
      />
    </div>
  );
}
