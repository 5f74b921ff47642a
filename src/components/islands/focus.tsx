import { type RefObject, useEffect, useRef } from 'react';

/** Scrolls to a heading with what stands around it: the number above a question, the edge of a note. */
const scrollTo = (heading: HTMLElement) =>
  (heading.closest('legend, .why') ?? heading).scrollIntoView({ block: 'start' });

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
    scrollTo(target.current);
  }, [key]);
  return target;
}

/** A heading that takes the focus when a new state of the screen appears. */
export function StateHeading({ children }: { readonly children: string }) {
  const heading = useFocusOn<HTMLHeadingElement>(children, true);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
