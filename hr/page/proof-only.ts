import { type Markup, markup } from '../../src/markup/markup.ts';
import type { Settings } from '../config/settings.ts';
import type { Clauses } from '../parts/clauses.ts';
import { mustPass } from './clauses.ts';
import { empty } from './table.ts';

/** For the thread, where no first answers are kept. */
export const PROOF_ONLY = 'proof of training only';

const why =
  'The University records proof of training only: papers are in the files, and no first decisions or answers.';

/** In place of part 6. */
export const noItems = (): Markup =>
  empty(
    'Not kept',
    markup`${why} So nothing can be said about questions and decisions. Whether answers are kept is the setting <code>evaluation</code> of the module.`,
  );

/** In place of part 7. */
export const noClauses = (c: Clauses, s: Settings): Markup =>
  markup`${empty('Not kept', `${why} So no lesson, section or clause can be named. Papers say which must-pass rule they missed.`)}
${mustPass(c, s)}`;
