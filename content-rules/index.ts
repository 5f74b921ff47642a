import type { Rule } from '../src/load/rule.ts';

/** Every rule of good content, in the order of the content standard. */
export const contentRules: readonly Rule[] = [];
