import type { ModuleFile } from '../schema/module.ts';

/** Figures the content is held to; `module.yaml` may set its own under `standards`. */
export interface Standards {
  /** Longest induction for one without a role, computed minutes. */
  readonly inductionMinutes: number;
  /** Longest refresher for one who knows it all, computed minutes. */
  readonly refresherMinutes: number;
  /** Bank questions a tested clause needs. */
  readonly questionsPerClause: number;
  /** Bank questions a must-pass clause needs. */
  readonly questionsPerMustPass: number;
  /** Questions that only the refresher uses. */
  readonly refresherOnly: number;
}

const defaults: Standards = {
  inductionMinutes: 25,
  refresherMinutes: 8,
  questionsPerClause: 2,
  questionsPerMustPass: 5,
  refresherOnly: 18,
};

/** The figures for a module: its own, else ours. */
export const standardsOf = (m: ModuleFile): Standards => ({
  ...defaults,
  ...Object.fromEntries(Object.entries(m.standards ?? {}).filter(([, v]) => v !== undefined)),
});
