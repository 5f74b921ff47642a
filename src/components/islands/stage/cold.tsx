import type { Item } from '../../../quiz/model.ts';
import { Question } from '../check/question.tsx';
import { useApp, useCourse, useSay } from '../context.tsx';

/** The question that a dealt section opens with: tried before anything is taught, explained, counted nowhere. */
export function Cold(props: {
  readonly part: string;
  readonly item: Item;
  readonly onAnswered: (item: Item) => void;
  readonly onGoOn: () => void;
}) {
  const { part, item, onAnswered, onGoOn } = props;
  const { send } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const answer = progress.cold.find((q) => q.id === item.id)?.answer ?? null;
  return (
    <div className="cold">
      <p className="note">{say('cold.note')}</p>
      <Question
        key={item.id}
        item={item}
        seed={progress.attempt}
        still
        kicker={say('cold.kicker')}
        answer={answer}
        onAnswer={(given, shownAt) => {
          onAnswered(item);
          send({ type: 'COLD', section: part, answer: given }, shownAt);
        }}
        goOn={say('cold.goOn')}
        onGoOn={onGoOn}
      />
    </div>
  );
}
