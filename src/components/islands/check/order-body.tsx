import { useRef, useState } from 'react';
import { shuffled } from '../../../quiz/hash.ts';
import { keyOf } from '../../../quiz/marking.ts';
import type { OrderItem } from '../../../quiz/model.ts';
import { useSay } from '../context.tsx';
import type { BodyProps } from './body.tsx';

/** The steps as first shown: shuffled, and never already right. */
export function firstOrder(item: OrderItem, seed: string): string {
  const order = shuffled(item.steps, `${seed}/${item.id}`, (s) => s.id).map((s) => s.id);
  if (order.join('') === keyOf(item)) order.push(order.shift() ?? '');
  return order.join('');
}

/** Steps with buttons to move them up and down; each move is announced.
 * Heard: a list; each step by its number and words, then its two buttons named with the step. A move is told as a
 * status with its new place, while the focus stays on the button. */
export function OrderBody(props: BodyProps<OrderItem>) {
  const { item, seed, answer, marked, onChange } = props;
  const say = useSay();
  const [moved, setMoved] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const order = answer || firstOrder(item, seed);
  const key = keyOf(item);
  const move = (from: number, to: number) => {
    const letters = [...order];
    const [taken] = letters.splice(from, 1);
    const step = item.steps.find((s) => s.id === taken);
    if (!taken || !step) return;
    letters.splice(to, 0, taken);
    onChange(letters.join(''));
    setMoved(say('check.moved', { text: step.text, n: to + 1, of: letters.length }));
  };
  return (
    <>
      <ol className="steps" ref={list}>
        {[...order].map((id, i) => {
          const step = item.steps.find((s) => s.id === id);
          if (!step) return null;
          const right = marked?.parts.find((p) => p.id === id)?.right;
          return (
            <li key={id} data-tone={marked ? (right ? 'good' : 'stop') : undefined}>
              <span className="step-text">
                {step.text}
                {marked ? (
                  <strong className="verdict">
                    {say(right ? 'check.step' : 'check.step.should', { n: key.indexOf(id) + 1 })}
                  </strong>
                ) : null}
              </span>
              {marked ? null : (
                <span className="moves">
                  <button
                    type="button"
                    aria-label={`${say('check.up')}: ${step.text}`}
                    aria-disabled={i === 0}
                    onClick={() => i > 0 && move(i, i - 1)}
                  >
                    {say('check.up')}
                  </button>
                  <button
                    type="button"
                    aria-label={`${say('check.down')}: ${step.text}`}
                    aria-disabled={i === order.length - 1}
                    onClick={() => i < order.length - 1 && move(i, i + 1)}
                  >
                    {say('check.down')}
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p className="sr" role="status">
        {marked ? '' : moved}
      </p>
    </>
  );
}
