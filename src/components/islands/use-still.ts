import { createContext, useContext, useEffect, useState } from 'react';

/** What was done with an island that was drawn when the module was built (`Still`) before its script came. */
interface Before {
  /** The value of each group of controls, empty where there is none yet; or, without groups, all values. */
  readonly chosen: readonly string[];
  /** Places of the control with the focus and of the button that was pressed, among all controls; -1: none. */
  readonly focused: number;
  readonly pressed: number;
}

/** An island's place as its script found it. */
export interface Found {
  readonly place: HTMLElement;
  /** It was drawn already, and on show: what is there stays, so that nothing moves. */
  readonly isStill: boolean;
  /** Taken over once. */
  before: Before | null;
}

const controlsIn = (place: HTMLElement) => [...place.querySelectorAll<HTMLElement>('input, button')];

/** Reads a place before its island is drawn over it. */
export function findPlace(place: HTMLElement): Found {
  const controls = controlsIn(place);
  const groups = place.querySelectorAll('fieldset fieldset');
  const valuesIn = (group: ParentNode) =>
    [...group.querySelectorAll<HTMLInputElement>('input:checked')].map((box) => box.value);
  return {
    place,
    isStill: place.closest('.screen[data-shown]') !== null && place.firstElementChild !== null,
    before: {
      chosen: groups.length > 0 ? [...groups].map((group) => valuesIn(group).join('')) : valuesIn(place),
      focused: controls.indexOf(place.ownerDocument.activeElement as HTMLElement),
      pressed: controls.findIndex((c) => c.matches('button[data-early]')),
    },
  };
}

const FoundContext = createContext<Found | null>(null);
export const FoundProvider = FoundContext.Provider;

/** Whether this island was on show already when its script came. */
export const useIsStill = (): boolean => useContext(FoundContext)?.isStill ?? false;

/** Takes over what was done before: the focus stays where it was, and a button that was pressed is pressed now. Gives what was chosen. */
export function useStill(): readonly string[] {
  const found = useContext(FoundContext);
  const [before] = useState(() => {
    const taken = found?.before;
    if (found) found.before = null;
    return taken;
  });
  useEffect(() => {
    if (!found || !before) return;
    const controls = controlsIn(found.place);
    controls[before.focused]?.focus({ preventScroll: true });
    controls[before.pressed]?.click();
  }, [found, before]);
  return before?.chosen ?? [];
}
