import type { Answer } from '../quiz/model.ts';
import type { Timing } from './record/interactions.ts';

/** When something was done, and the active seconds since the event before it. */
interface When extends Timing {
  readonly spent: number;
}

/** Everything a learner can do. */
export type CourseEvent = When &
  (
    | { readonly type: 'GO'; readonly to: string }
    | { readonly type: 'ROLES'; readonly roles: readonly string[] }
    | { readonly type: 'READ'; readonly part: string }
    | { readonly type: 'CHOOSE'; readonly scenario: string; readonly choice: string }
    | { readonly type: 'REWIND'; readonly scenario: string; readonly step: number }
    /** Passes over a story that may be passed over: done, without a decision. */
    | { readonly type: 'SKIP'; readonly scenario: string }
    /** Draws what is next: a paper, a rule asked again, the diagnostic, a re-check (of a group: its first section). */
    | { readonly type: 'START'; readonly group?: string }
    /** Refresher: "Show me the lesson instead"; `group` is the id of its first section. */
    | { readonly type: 'SHOW_LESSON'; readonly group: string }
    /** `sure`: how the learner felt about it, where it was asked. */
    | { readonly type: 'ANSWER'; readonly answer: Answer; readonly sure?: boolean }
    /** Answers the question that a dealt section opens with. */
    | { readonly type: 'COLD'; readonly section: string; readonly answer: Answer }
    | { readonly type: 'NEXT' }
    | { readonly type: 'DECLARE' }
    /** Leaving: keeps the active time. */
    | { readonly type: 'REST' }
  );
