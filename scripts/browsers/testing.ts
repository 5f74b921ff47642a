import type { Use } from './data.ts';
import { known } from './known.ts';
import { policy } from './policy.ts';
import { refuse } from './refuse.ts';

/** What is refused of some uses, as `line feature`, with the entries that the sources have. */
export const refused = (uses: readonly Use[]): string[] =>
  refuse(uses, policy(), known).map((r) => `${r.line} ${r.feature}`);
