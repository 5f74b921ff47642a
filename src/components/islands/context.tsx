import { createContext, useContext, useId, useRef, useSyncExternalStore } from 'react';
import { type App, type Say, type Snapshot, sayIn } from '../../app/app.ts';
import type { SaveState } from '../../tracking/port/port.ts';

const AppContext = createContext<App | null>(null);
export const AppProvider = AppContext.Provider;

const PlaceContext = createContext('');
export const PlaceProvider = PlaceContext.Provider;

/** An id that no other island on the page has: Preact, unlike React, counts anew in each place that it draws into. */
export const useOwnId = (): string => useContext(PlaceContext) + useId();

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
