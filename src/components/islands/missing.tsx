import { type RefObject, useEffect, useRef, useState } from 'react';

/** A message for a submit with something missing: shown with the group, focus goes to the group's first control. */
export function useMissing(group: RefObject<HTMLElement | null>): [string, (message: string) => void] {
  const [state, set] = useState({ message: '', tries: 0 });
  const tries = useRef(0);
  useEffect(() => {
    if (!state.message) return;
    group.current?.querySelector<HTMLElement>('input, button')?.focus();
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
