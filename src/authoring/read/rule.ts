import type { Content } from './content.ts';
import type { Problem } from './problem.ts';

/** One thing that content must hold to: takes what was loaded, says what is wrong. Pure. */
export type Rule = (content: Content) => Problem[];
