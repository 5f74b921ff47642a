import { createActor } from 'xstate';
import type { App } from '../../app/app.ts';
import { courseMachine } from '../../course/machine.ts';
import { type Course, newProgress } from '../../course/model.ts';
import { AppProvider } from './context.tsx';
import { Opening } from './opening.tsx';
import { Roles } from './roles.tsx';

/**
 * An island of the first scene as it is before its script has come, drawn when the module is built: the same words and
 * controls in the same room, so that nothing moves when it comes to life, and `useStill` (use-still.ts) takes over what was chosen.
 */
export function Still({ course, island, name }: Record<'island' | 'name', string> & { readonly course: Course }) {
  const actor = createActor(courseMachine, { input: { course, progress: newProgress('') } });
  const Island = island === 'roles' ? Roles : Opening;
  return (
    <AppProvider value={{ course, actor } as unknown as App}>
      <Island name={name} />
    </AppProvider>
  );
}
