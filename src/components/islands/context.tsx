import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type App, type Say, type Snapshot, sayIn } from '../../app/app.ts';
import type { SaveState } from '../../tracking/port/port.ts';

const AppContext = createContext<App | null>(null);
export const AppProvider = AppContext.Provider;

/** The running module. Throws when used outside an island. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp: this component is not inside an island');
  return app;
}

/** The course actor's snapshot; the island is drawn again when it changes. */
export function useCourse(): Snapshot {
  const { actor } = useApp();
  const snapshot = () => actor.getSnapshot();
  return useSyncExternalStore(
    (changed) => {
      const subscription = actor.subscribe(changed);
      return () => subscription.unsubscribe();
    },
    snapshot,
    snapshot,
  );
}

/** The tracker's state in the learner's terms. */
export function useSaveState(): SaveState {
  const { tracker } = useApp();
  return useSyncExternalStore(
    (changed) => tracker.subscribe(changed),
    () => tracker.state(),
  );
}

/** The engine's words. */
export const useSay = (): Say => sayIn(useApp().course);

/** When the thing with this key was first shown, for the latency of its answer. `performance.now()` */
export function useShownAt(key: string): number {
  const shown = useRef({ key: '', at: 0 });
  if (shown.current.key !== key) shown.current = { key, at: performance.now() };
  return shown.current.at;
}

/** Where an island of the first scene stands. */
const placeOf = (island: string, name: string) =>
  typeof document === 'undefined' ? null : document.querySelector(`[data-island="${island}"][data-name="${name}"]`);

/** Whether an island as drawn at the build is on show: what is there stays, so that nothing moves. */
export const isStill = (island: string, name: string): boolean =>
  placeOf(island, name)?.closest('.screen[data-shown]') != null && placeOf(island, name)?.firstElementChild != null;

/**
 * What was done with an island that was drawn when the module was built (`Still`) before its script came. The focus
 * stays where it was, and a button that was pressed is pressed now. Gives what was chosen: the value of each group of
 * controls, empty where there is none yet; or, without groups, all values.
 */
export function useStill(island: string, name: string): readonly string[] {
  const [still] = useState(() => {
    const place = placeOf(island, name);
    const controls = () => [...(place?.querySelectorAll<HTMLElement>('input, button') ?? [])];
    const groups = place?.querySelectorAll('fieldset fieldset') ?? [];
    const valuesIn = (group: ParentNode | null) =>
      [...(group?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])].map((box) => box.value);
    return {
      controls,
      chosen: groups.length > 0 ? [...groups].map((group) => valuesIn(group).join('')) : valuesIn(place),
      focused: controls().indexOf(place?.ownerDocument.activeElement as HTMLElement),
      pressed: controls().findIndex((c) => c.matches('button[data-early]')),
    };
  });
  useEffect(() => {
    const now = still.controls();
    now[still.focused]?.focus({ preventScroll: true });
    now[still.pressed]?.click();
  }, [still]);
  return still.chosen;
}
