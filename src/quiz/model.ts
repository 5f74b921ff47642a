/**
 * The shapes that answers are judged on. Plain data: what an author wrote, checked by `src/authoring/schema`.
 * No policy word, no LMS word, no DOM.
 */

/** A clause id of the policy register, for example `WRK-4`. */
export type ClauseId = string;

/** One thing a learner may pick. Ids are `a`, `b`, `c` … in authored order and never reused. */
export interface Option {
  readonly id: string;
  readonly text: string;
  /** Why this option is right or wrong; at most 60 words. */
  readonly because: string;
  /** On a wrong option that is too strict: who loses what by it. Said after the reason. */
  readonly cost?: string | undefined;
}

interface ItemBase {
  /** Permanent: `q_<section>_<number>`. */
  readonly id: string;
  /** Id of the policy section the item belongs to; the blueprint draws by it. */
  readonly section: string;
  readonly clauses: readonly ClauseId[];
  /** Ids of the routes that may draw it. */
  readonly routes: readonly string[];
  /** Only asked of learners who chose one of these roles; left out: of everyone. */
  readonly for?: readonly string[] | undefined;
  readonly level: 'applied' | 'recall';
  /** The must-pass clause whose fixed slot this item may fill. */
  readonly mustPass?: ClauseId | undefined;
  readonly stem: string;
}

/** One key among three or four options. */
export interface SingleItem extends ItemBase {
  readonly type: 'single';
  readonly options: readonly (Option & { readonly key?: boolean | undefined })[];
}

/** Several keys; the stem's control says how many. */
export interface MultipleItem extends ItemBase {
  readonly type: 'multiple';
  readonly choose: number;
  readonly options: readonly (Option & { readonly key?: boolean | undefined })[];
}

/** Each item goes into one bin. */
export interface ClassifyItem extends ItemBase {
  readonly type: 'classify';
  readonly bins: readonly { readonly id: string; readonly text: string }[];
  readonly items: readonly (Option & { readonly bin: string })[];
}

/** Steps, authored in the right order. */
export interface OrderItem extends ItemBase {
  readonly type: 'order';
  readonly steps: readonly Option[];
}

/** Parts of a mock post, some of which break a rule. */
export interface SpotItem extends ItemBase {
  readonly type: 'spot';
  readonly stage: StageKind;
  readonly parts: readonly (Option & { readonly breach?: boolean | undefined })[];
}

/** A question of the bank. */
export type Item = SingleItem | MultipleItem | ClassifyItem | OrderItem | SpotItem;

/** What the stage looks like: where in life the situation plays. */
export type StageKind = 'feed' | 'thread' | 'messages' | 'inbox' | 'profile' | 'wiki' | 'comments';

/** Something that appears on the stage. */
export interface Arrival {
  /** The clock on the stage, `HH:MM` or a day word. */
  readonly at?: string | undefined;
  readonly kind: 'post' | 'message' | 'comment' | 'email' | 'page' | 'profile' | 'notice' | 'event';
  /** Id of a person of the scenario; a notice or an event has none. */
  readonly from?: string | undefined;
  readonly text: string;
  /** Id of a drawn picture; needs `alt`. */
  readonly picture?: string | undefined;
  readonly alt?: string | undefined;
}

export interface Choice {
  readonly id: string;
  readonly text: string;
  /** Exactly one choice of a decision is the best. */
  readonly best?: boolean | undefined;
  readonly consequence: readonly Arrival[];
  /** The rule and its reason, at most 60 words. */
  readonly because: string;
  readonly clauses: readonly ClauseId[];
  /** The next situation's id, or an ending's. */
  readonly goto: string;
}

export interface Situation {
  readonly at?: string | undefined;
  readonly arrives: readonly Arrival[];
  readonly ask: string;
  readonly choices: readonly Choice[];
}

export type EndingId = 'good' | 'mended' | 'poor';

export interface Ending {
  readonly arrives?: readonly Arrival[] | undefined;
  readonly text: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** How the person appears on the stage, for example a handle. */
  readonly handle?: string | undefined;
  readonly role: string;
  /** The learner plays this person. */
  readonly you?: boolean | undefined;
}

/** A story whose turns the learner decides. */
export interface Scenario {
  readonly id: string;
  /** Policy section; interaction ids start with it. */
  readonly section: string;
  readonly title: string;
  readonly stage: StageKind;
  readonly place?: string | undefined;
  readonly people: readonly Person[];
  readonly start: string;
  readonly situations: Readonly<Record<string, Situation>>;
  readonly endings: Readonly<Record<EndingId, Ending>>;
  /** Choice ids of a person who follows the policy; leads to `good`. */
  readonly exemplar: readonly string[];
}

/** An answer in the decision helper. */
export interface HelperAnswer {
  /** a, b, c … in authored order. */
  readonly id: string;
  readonly text: string;
  /** The next question's id, or an outcome's. */
  readonly goto: string;
}

export interface HelperQuestion {
  readonly ask: string;
  readonly help?: string | undefined;
  readonly answers: readonly HelperAnswer[];
}

/** Advice: go ahead, change this first, ask someone first; or something to be done, where there is no post to judge. */
export interface HelperOutcome {
  readonly verdict: 'go' | 'change' | 'ask' | 'do';
  readonly title: string;
  readonly text: string;
  /** Whom to ask; on "ask", perhaps on "do". */
  readonly who?: string | undefined;
  readonly clauses: readonly ClauseId[];
  /** A checklist that helps with it. */
  readonly checklist?: { readonly id: string; readonly title: string } | undefined;
}

/** A few questions that lead to advice. Nothing in it is recorded. */
export interface Helper {
  readonly title: string;
  readonly intro: string;
  readonly start: string;
  readonly questions: Readonly<Record<string, HelperQuestion>>;
  readonly outcomes: Readonly<Record<string, HelperOutcome>>;
}

/**
 * A learner's answer, compact and permanent: option ids run together.
 * single `b` · multiple and spot `ac` (sorted) · order `cabd` · classify one bin letter an item, in
 * authored item order (`a` = first bin).
 */
export type Answer = string;
