import { useFocusOn } from '../focus.ts';

/** A heading that takes the focus when a new state of the screen appears. */
export function StateHeading({ children }: { readonly children: string }) {
  const heading = useFocusOn<HTMLHeadingElement>(children, true);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
