import { useState } from 'react';
import { consult } from '../../../quiz/helper.ts';
import { useApp } from '../context.tsx';
import { Advice } from './advice.tsx';
import { Question } from './question.tsx';

/**
 * The decision helper: one question at a time, back one step, start again, then advice. The answers live in this
 * component alone; nothing of them is recorded.
 */
export function Helper() {
  const { helper } = useApp().course;
  const [path, setPath] = useState('');
  // The first question does not take the focus from the screen's heading, unless one came back to it.
  const [moved, setMoved] = useState(false);
  if (!helper) return null;
  const { given, question, outcome } = consult(helper, path);
  const go = (to: string) => {
    setMoved(true);
    setPath(to);
  };
  const back = { back: () => go(path.slice(0, -1)), again: () => go('') };
  if (outcome) return <Advice outcome={outcome} given={given} onRewind={(n) => go(path.slice(0, n))} {...back} />;
  if (!question) return null;
  return (
    <Question
      key={path}
      question={question}
      number={given.length + 1}
      focus={moved}
      onAnswer={(letter) => go(path + letter)}
      {...back}
    />
  );
}
