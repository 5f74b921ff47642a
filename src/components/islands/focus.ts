import { type RefObject, useEffect, useRef } from 'react';

/**
 * Focus goes to a new piece of the screen (a question, feedback, what happened) when its key changes; not when the
 * island is first drawn, since the screen's own heading has the focus then.
 */
export function useFocusOn<T extends HTMLElement>(key: string, onFirst = false): RefObject<T | null> {
  const target = useRef<T>(null);
  const last = useRef<string | null>(onFirst ? '' : null);
  useEffect(() => {
    const first = last.current === null;
    const same = last.current === key;
    last.current = key;
    if (first || same || !target.current) return;
    target.current.focus({ preventScroll: true });
    target.current.scrollIntoView({ block: 'start' });
  }, [key]);
  return target;
}
