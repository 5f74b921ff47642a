import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * Brings a group into view: from its question to its first control where all of it has room below the header, else
 * from the message on. What is in view already stays where it is.
 */
function bringIntoView(group: HTMLElement, control: HTMLElement): void {
  const top = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const start = group.getBoundingClientRect().top;
  const end = (control.closest('label, li') ?? control).getBoundingClientRect().bottom;
  if (start >= top && end <= innerHeight) return;
  const whole = end - start <= innerHeight - top;
  const first = whole ? group : (group.querySelector('.missing') ?? control);
  first.scrollIntoView({ block: 'start' });
}

/** A message for a submit with something missing: shown with the group, focus goes to the group's first control. */
export function useMissing(group: RefObject<HTMLElement | null>): [string, (message: string) => void] {
  const [state, set] = useState({ message: '', tries: 0 });
  const tries = useRef(0);
  useEffect(() => {
    const control = state.message ? group.current?.querySelector<HTMLElement>('input, button') : null;
    if (!group.current || !control) return;
    control.focus({ preventScroll: true });
    bringIntoView(group.current, control);
  }, [state, group]);
  return [
    state.message,
    (message) => {
      tries.current += 1;
      set({ message, tries: tries.current });
    },
  ];
}

/** The message itself; `id` ties it to its group by aria-describedby. */
export function Missing({ id, message }: { readonly id: string; readonly message: string }) {
  return (
    <p id={id} className="missing" role="alert">
      {message}
    </p>
  );
}
