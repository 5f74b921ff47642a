import type { Blueprint } from '../quiz/draw.ts';
import type { Cases } from '../quiz/draw-cases.ts';
import type { ClauseId, Helper, Item, Scenario } from '../quiz/model.ts';
import type { Interaction } from '../tracking/port/port.ts';

/** A part of the course: one lesson and the scenarios that follow it. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly scenarios: readonly string[];
  /** Only part of the completion of learners who chose this role. */
  readonly role?: string | undefined;
  /** Id of a question that its lesson opens with: practice for everyone, in no paper. */
  readonly opens?: string | undefined;
}

/** A clause as the learner sees it: a name, and where it is taught. */
export interface ClauseNote {
  readonly title: string;
  /** Part whose lesson teaches it first. */
  readonly part: string;
}

/** Sections asked together in the diagnostic; known or weak together. */
export interface Group {
  readonly sections: readonly string[];
  /** Questions asked; all right = known. */
  readonly questions: number;
}

/** What an edition of the policy changed for the learner. */
export interface ChangeNote {
  readonly edition: string;
  readonly clauses: readonly ClauseId[];
  readonly text: string;
}

/** What a learner can do after a pass, under a heading that goes on from "You can now". */
export interface Earned {
  readonly title: string;
  readonly can: readonly string[];
  /** Only for learners who chose this role. */
  readonly role?: string | undefined;
}

/** A thing to do on the day of a pass. */
export interface Today {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Words to copy. */
  readonly copy?: string | undefined;
  readonly clauses: readonly ClauseId[];
  /** Only for learners who chose this role; theirs come first. */
  readonly role?: string | undefined;
  /** Leads to the talk to hold with a team. */
  readonly talk?: boolean | undefined;
}

/** Days to come back on, weeks or months from the declaration, and plans of which one may be taken along. */
export interface Recall {
  readonly days: readonly {
    readonly weeks?: number | undefined;
    readonly months?: number | undefined;
    readonly title: string;
    readonly text: string;
  }[];
  readonly plans: readonly string[];
}

/** Everything the engine needs to know of a module, compiled from its content. Plain data. */
export interface Course {
  readonly module: string;
  /** Id of the route. */
  readonly route: string;
  /** The language of every word in it (BCP 47). */
  readonly lang: string;
  readonly version: string;
  readonly edition: string;
  readonly textHash: string;
  /** First 8 hexadecimal digits of the SHA-256 of the content. */
  readonly fingerprint: string;
  readonly parts: readonly Part[];
  readonly roles: readonly { readonly id: string; readonly text: string; readonly effect?: string | undefined }[];
  readonly scenarios: Readonly<Record<string, Scenario>>;
  readonly bank: readonly Item[];
  readonly blueprint: Blueprint;
  /**
   * Whether first decisions, first answers, certainty and what was met cold are recorded as well. Without them the
   * record is proof of training alone: completion, score, papers, declaration.
   */
  readonly evaluation: boolean;
  /** Right answers needed in a paper. */
  readonly pass: number;
  /** The refresher's diagnostic; where there is one it takes the place of papers. Changes since the edition come first. */
  readonly diagnostic?: { readonly since: string; readonly groups: readonly Group[] } | undefined;
  /** What changed after `diagnostic.since`, newest first; only on the route with the diagnostic. */
  readonly changes?: readonly ChangeNote[] | undefined;
  /** A few cases in place of any assessment: answered, the route is completed; nothing is passed and nothing declared. */
  readonly cases?: Cases | undefined;
  readonly clauses: Readonly<Record<ClauseId, ClauseNote>>;
  /** Permanent two-character codes: `part.wrk`, `role.…`, `scenario.…`, `decision.<scenario>.<situation>`, `question.…`. */
  readonly codes: Readonly<Record<string, string>>;
  readonly declaration: { readonly text: string; readonly button: string };
  /** Questions that lead to advice; absent where the content has none. */
  readonly helper?: Helper | undefined;
  /** What a pass brings; absent where the content has nothing to give. */
  readonly afterwards?:
    | {
        readonly earned: readonly Earned[];
        readonly today: readonly Today[];
        readonly recall?: Recall | undefined;
        /** What is due, by the names of its route and of the module, and after how many months; absent: no reminder. */
        readonly renew?: { readonly months: number; readonly route: string; readonly title: string } | undefined;
      }
    | undefined;
  /** Whom to ask for support, where HR has supplied it. `href`: where it leads, null for plain words. */
  readonly support?: { readonly value: string; readonly href: string | null } | undefined;
  /** Every word the engine itself says. */
  readonly strings: Readonly<Record<string, string>>;
}

/** Stands for an answer where the learner asked for the lesson instead. */
export const PASSED_OVER = '-';

/** A question asked, and the learner's answer once given. */
export interface Asked {
  readonly id: string;
  readonly answer: string | null;
  /** Whether the learner felt sure; left out: unknown. */
  readonly sure?: boolean | undefined;
}

/** How far a scenario has come. */
export interface Story {
  /** Choice letters of the current telling. */
  readonly path: string;
  /** An ending was reached at least once, or the story was passed over. */
  readonly done: boolean;
  /** It was half told when another took its place (`replaces`), and has not been begun anew. */
  readonly anew?: true | undefined;
}

/** The declaration made. */
export interface Declared {
  /** Seconds since 1970. */
  readonly at: number;
  readonly edition: string;
}

/**
 * Everything known of one learner's way through one attempt: a plain, serialisable value from which all that is
 * shown or recorded can be computed again.
 */
export interface Progress {
  /** Random token of the attempt, 8 letters and digits. */
  readonly attempt: string;
  /** Counts up with every change. */
  readonly revision: number;
  /** Id of the screen the learner is on. */
  readonly place: string;
  /** Roles chosen; null before the question was answered. */
  readonly roles: readonly string[] | null;
  /** Parts whose lesson was read to its end. */
  readonly read: readonly string[];
  /** Parts shown to be known by the diagnostic. */
  readonly known: readonly string[];
  /** Groups of the diagnostic that were weak and then answered right, by the id of their first section. */
  readonly rechecked: readonly string[];
  readonly stories: Readonly<Record<string, Story>>;
  /**
   * Sections dealt to this learner by chance, which open with a question met cold; null: the attempt began before
   * sections were dealt.
   */
  readonly dealt: readonly string[] | null;
  /** Those questions, one a dealt section, kept out of this learner's papers. */
  readonly cold: readonly Asked[];
  /** Papers started so far (the diagnostic and each re-check count as one); the current or last one is `paper`. */
  readonly papers: number;
  /** Refresher: the diagnostic's slots, each with its latest question; a finished re-check takes the place of its group's. */
  readonly paper: readonly Asked[];
  /**
   * Must-pass questions asked again after a paper that passed otherwise: the right ones, then the latest.
   * Refresher: the questions of the open or last re-check.
   */
  readonly reasks: readonly Asked[];
  /** Questions drawn in this attempt, so that the next paper draws others. */
  readonly seen: readonly string[];
  /** Best finished paper, 0–100 in hundredths; null before the first. */
  readonly best: number | null;
  /** The assessment was passed once, or the few cases were all answered; stays. */
  readonly assessed: boolean;
  readonly declared: Declared | null;
  /** Active seconds so far. */
  readonly seconds: number;
  /** The completion rule was met once; stays. */
  readonly passed: boolean;
  /** Interaction codes by slot, in order of first use. Unknown ones of another edition keep their slot. */
  readonly slots: readonly string[];
  /** Details of the interactions answered since launch, by slot; older ones are in the LMS already. */
  readonly log: Readonly<Record<number, Interaction>>;
}

/** A new attempt. @param attempt 8 random letters and digits */
export function newProgress(attempt: string): Progress {
  return {
    attempt,
    revision: 0,
    place: 'start',
    roles: null,
    read: [],
    known: [],
    rechecked: [],
    stories: {},
    dealt: null,
    cold: [],
    papers: 0,
    paper: [],
    reasks: [],
    seen: [],
    best: null,
    assessed: false,
    declared: null,
    seconds: 0,
    passed: false,
    slots: [],
    log: {},
  };
}
