import { PAPER_KINDS } from '../../src/course/record/grammar.ts';
import type { Item } from '../../src/quiz/model.ts';

/** One way to answer an item. */
export interface ItemOption {
  /** The letter in the record; of a wording its place and its letter, `a.b`. */
  readonly id: string;
  readonly text: string;
  /** For choices and wordings: right. For items to sort: the letter of the right bin. For steps: null. */
  readonly key: boolean | string | null;
  /** The belief that makes a wrong choice tempting; only decisions have one. */
  readonly misconception: string | null;
}

/** A question of the bank or a decision of a scenario, as the record names it. */
export interface ItemInfo {
  readonly id: string;
  readonly kind: 'question' | 'decision';
  readonly type: 'single' | 'multiple' | 'classify' | 'order' | 'spot' | 'write';
  readonly section: string;
  /** The main one first. */
  readonly clauses: readonly string[];
  readonly stem: string;
  readonly options: readonly ItemOption[];
  /**
   * The right answer as the record writes it: `a,c`, `a.b,c.a`, `c,a,b`. Where there are several, one after another as
   * Moodle's report shows them: `a.b,b.a,c.a,a.b,b.a,c.b`.
   */
  readonly pattern: string;
  /** Title of the scenario of a decision. */
  readonly scenario: string | null;
  /** How the module judges an answer to it; left out of decisions, which are not judged by side. */
  readonly judged?: Item;
}

/** A part of the module and the lesson that teaches it. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly lesson: string;
}

/** A way through the module: a package, and an activity of the LMS, of its own. */
export interface RouteInfo {
  readonly id: string;
  readonly name: string;
  /** The papers it finishes with; null: it asks without assessing, and is no completion of the training. */
  readonly papers: 'paper' | 'diagnostic' | null;
}

/** What the report needs to know of the module. */
export interface ModuleContent {
  readonly title: string;
  readonly policy: string;
  readonly organisation: string;
  readonly edition: string;
  readonly textHash: string;
  /** Whether answers are kept to evaluate the training; left out or empty: not decided, and a preview keeps them. */
  readonly evaluation?: 'on' | 'off' | '';
  /** In the policy's order. */
  readonly parts: readonly Part[];
  readonly clauses: ReadonlyMap<string, { readonly section: string; readonly title: string }>;
  readonly items: ReadonlyMap<string, ItemInfo>;
  /** Two-character code of a question (papers name questions by code) to its id. */
  readonly codes: ReadonlyMap<string, string>;
  readonly mustPass: readonly string[];
  /** In the order in which they are offered. */
  readonly routes: readonly RouteInfo[];
}

/** The title of a route's SCO, as `scorm/manifest.ts` writes it: in Moodle's SCORM reports it heads the column of scores. */
export const scoTitle = (module: Pick<ModuleContent, 'title'>, route: Pick<RouteInfo, 'name'>) =>
  `${module.title}: ${route.name}`;

/** The note of a follow-up, `followup_1`, and its route. */
export const FOLLOW_UP = 'followup';

/** Interactions that are not items. */
export const noteIds = new RegExp(`^(role|declaration|(${[...PAPER_KINDS, FOLLOW_UP].join('|')})(_[a-z0-9_]+)?)$`);
