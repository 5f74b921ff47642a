/**
 * The shapes that answers are judged on. Plain data: what an author wrote, checked by `src/authoring/schema`.
 * No policy word, no LMS word, no DOM.
 */

/** A clause id of the policy register, for example `WRK-4`. */
export type ClauseId = string;

/** What doing it does with a post, from the freest to the strictest. Only the order counts. */
export type Stance = 'go' | 'change' | 'ask' | 'stop';

/** One thing a learner may pick. Ids are `a`, `b`, `c` … in authored order and never reused. */
export interface Option {
  readonly id: string;
  readonly text: string;
  /** Why this option is right or wrong; at most 60 words. */
  readonly because: string;
  /** On a wrong option that is too strict: who loses what by it. Said after the reason. */
  readonly cost?: string | undefined;
  /** On a key that is freer than the strictest option: what it rests on. */
  readonly ground?: 'allowed' | 'met' | 'outside' | undefined;
  /** What picking it does with a post; none where it is not about that. */
  readonly stance?: Stance | undefined;
}

/** An option that may be right. */
type Keyed = Option & { readonly key?: boolean | undefined };

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
  /** false: it is about what the policy reaches, or says how many are to be found: no error of it has a direction. */
  readonly rates?: boolean | undefined;
  /** The must-pass clause whose fixed slot this item may fill. */
  readonly mustPass?: ClauseId | undefined;
  readonly stem: string;
}

/** One key among three or four options. */
export interface SingleItem extends ItemBase {
  readonly type: 'single';
  readonly options: readonly Keyed[];
}

/** Several keys; the stem's control says how many. */
export interface MultipleItem extends ItemBase {
  readonly type: 'multiple';
  readonly choose: number;
  readonly options: readonly Keyed[];
}

/** Each item goes into one bin. */
export interface ClassifyItem extends ItemBase {
  readonly type: 'classify';
  readonly bins: readonly { readonly id: string; readonly text: string; readonly stance?: Stance | undefined }[];
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

/** One gap of a post that is written by choosing. */
export interface Place {
  /** Stands in the post as `{id}`. */
  readonly id: string;
  /** What is chosen there: "The chart". */
  readonly ask: string;
  /** In authored order, `a`, `b`, `c`; one or two of them are right. */
  readonly wordings: readonly Keyed[];
}

/** A post, reply or profile with places to fill, each independent of the others. */
export interface WriteItem extends ItemBase {
  readonly type: 'write';
  readonly stage: StageKind;
  readonly from: { readonly name: string; readonly handle?: string | undefined };
  /** With a `{id}` for each place, in their order. */
  readonly post: string;
  readonly places: readonly Place[];
}

/** A question of the bank. */
export type Item = SingleItem | MultipleItem | ClassifyItem | OrderItem | SpotItem | WriteItem;

/** What the stage looks like: where in life the situation plays. */
export type StageKind = 'feed' | 'thread' | 'messages' | 'group' | 'inbox' | 'profile' | 'wiki' | 'comments';

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
  /** How the sender looks: what happens goes against them. The words say so as well. */
  readonly mood?: 'troubled' | undefined;
  /** Id of a fact: shown only once it is true. */
  readonly when?: string | undefined;
  /** Id of a fact: shown only while it is false. */
  readonly unless?: string | undefined;
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
  /** Who loses what by a choice that is too strict. Said after the reason. */
  readonly cost?: string | undefined;
  /** Ids of facts that are true from now on. */
  readonly sets?: readonly string[] | undefined;
  /** The next situation's id; `end`: the first ending whose facts are true; or an ending's id. */
  readonly goto: string;
}

export interface Situation {
  readonly at?: string | undefined;
  readonly arrives: readonly Arrival[];
  readonly ask: string;
  /** What is best here is good sense and no rule: no choice of it is right or wrong in the record. */
  readonly goodSense?: boolean | undefined;
  readonly choices: readonly Choice[];
}

export type EndingId = 'good' | 'mended' | 'poor';

/** Where a choice leads to whichever ending fits. */
export const END = 'end';

export interface Ending {
  readonly id: EndingId;
  /** Ids of facts that must all be true; none: it fits always. */
  readonly when?: readonly string[] | undefined;
  readonly arrives?: readonly Arrival[] | undefined;
  /** What stands now, and the decision behind it. */
  readonly text: string;
  /** More of it, on request. */
  readonly more?: string | undefined;
}

/** What a person looks like, drawn from a few shapes: as the content says, never from a name. */
export interface Face {
  /** 1 light to 6 deep. */
  readonly skin: number;
  readonly hair: 'bald' | 'receding' | 'crop' | 'short' | 'curls' | 'bob' | 'long' | 'bun' | 'tail' | 'scarf';
  /** Of the hair, or of the scarf. */
  readonly colour: 'black' | 'brown' | 'auburn' | 'fair' | 'grey' | 'white' | 'plum' | 'sand';
  readonly clothes: 'teal' | 'plum' | 'navy' | 'rust' | 'moss' | 'ochre' | 'slate';
  readonly wears?: readonly ('glasses' | 'beard')[] | undefined;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** How the person appears on the stage, for example a handle. */
  readonly handle?: string | undefined;
  readonly role: string;
  /** The learner plays this person. */
  readonly you?: boolean | undefined;
  readonly face: Face;
}

/** A story whose turns the learner decides. */
export interface Scenario {
  readonly id: string;
  /** Id of the story whose place it takes: who had done that one has done this one. */
  readonly replaces?: string | undefined;
  /** Policy section; interaction ids start with it. */
  readonly section: string;
  readonly title: string;
  readonly stage: StageKind;
  readonly place?: string | undefined;
  /** What may be hard to read in it, said before it. */
  readonly note?: string | undefined;
  /** It may be passed over without a decision. */
  readonly skippable?: boolean | undefined;
  /** Advice that is ours and no rule, shown at its end. */
  readonly goodSense?: readonly string[] | undefined;
  /** What the story remembers, by id: false at the start. */
  readonly facts?: Readonly<Record<string, { readonly title: string }>> | undefined;
  readonly people: readonly Person[];
  readonly start: string;
  readonly situations: Readonly<Record<string, Situation>>;
  /** The first one that fits is told. */
  readonly endings: readonly Ending[];
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
 * authored item order (`a` = first bin) · write one wording letter a place, in authored order.
 */
export type Answer = string;
