import type { ReactNode } from 'react';
import type { NoticeKey } from '../../course/words.ts';
import { useSay } from './context.tsx';

/**
 * How a state is told, wherever it is told: a word, a sentence, what to do about it. Its tone shows in the bar beside it
 * and is never told by colour alone: the word says it.
 * @param props.name key of the sentence; `.word` after it is the key of the word
 */
export function Notice(props: {
  readonly name: NoticeKey;
  readonly tone: 'calm' | 'good' | 'care' | 'stop';
  readonly children: ReactNode;
}) {
  const { name, tone, children } = props;
  const say = useSay();
  return (
    <div className="tell" data-tone={tone}>
      <b>{say(`${name}.word`)}</b> <p>{say(name)}</p> {children}
    </div>
  );
}
