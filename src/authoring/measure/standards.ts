import type { ModuleFile } from '../schema/module.ts';

/** Figures the content is held to; `module.yaml` may set its own under `standards`. */
export interface Standards {
  /** Bank questions a tested clause needs. */
  readonly questionsPerClause: number;
  /** Bank questions a must-pass clause needs. */
  readonly questionsPerMustPass: number;
  /** Questions of its own that a route with a diagnostic needs. */
  readonly ownQuestions: number;
}

const defaults: Standards = {
  questionsPerClause: 2,
  questionsPerMustPass: 5,
  ownQuestions: 18,
};

/** The figures for a module: its own, else ours. */
export const standardsOf = (m: ModuleFile): Standards => ({
  ...defaults,
  ...Object.fromEntries(Object.entries(m.standards ?? {}).filter(([, v]) => v !== undefined)),
});
