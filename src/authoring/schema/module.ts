import { z } from 'zod';
import { afterwards } from './afterwards.ts';
import { clauseId, id, text } from './common.ts';

/** A well-formed language tag (BCP 47). */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** A value that HR or IT must supply. Empty: shown as a named blank in a preview, refused by a release build. */
const setting = z.string().trim();

const part = z.strictObject({
  /** Permanent; the section id in every interaction id and address. */
  id,
  /** Name in the outline. */
  title: text,
  /** Id of the lesson. */
  lesson: id,
  /** Only part of the completion of learners who chose this role. */
  role: id.optional(),
});

/** A paper: the same number of questions from each section every time, drawn anew for each try. */
const paper = z.strictObject({
  /** How many of the paper's questions must be right. For HR to confirm. */
  pass: z.int().min(1),
  /** Questions a paper, by section. */
  blueprint: z.record(id, z.int().min(0)),
});

/** Questions first: only the sections that they show not to be known are taught, and asked again. */
const diagnostic = z.strictObject({
  /** What changed since this edition is shown first. */
  since: text,
  /** Sections asked together, and how many questions. */
  groups: z.array(
    z.strictObject({
      /** Sections of the group; known or weak together. */
      sections: z.array(id).min(1),
      /** Questions drawn; all right = known. */
      questions: z.int().min(1),
    }),
  ),
});

/** A few questions, each explained at once, and no pass mark: what is still known some weeks later. */
const cases = z.strictObject({
  /** How many are asked, each of another group of sections. */
  questions: z.int().min(1),
  /** How many of them another route shares with this one, so that answers can be compared. */
  anchors: z.int().min(0).default(0),
  /** Groups of sections; a group gives one question at most. */
  groups: z.array(z.array(id).min(1)).min(1),
});

/** A way through the module: a document and packages of its own. */
const route = z
  .strictObject({
    /** Permanent; in the names of packages and documents, and before words that are said differently there. */
    id,
    /** Its name, for the LMS and the web site. */
    name: text,
    /** Longest time, computed minutes: all of it with a paper; with a diagnostic for one who knows it all. */
    minutes: z.number().positive().optional(),
    /** Parts on it, in the order of `parts`; left out: all. */
    parts: z.array(id).min(1).optional(),
    /** It ends with a paper … */
    paper: paper.optional(),
    /** … or begins with a diagnostic … */
    diagnostic: diagnostic.optional(),
    /** … or asks a few cases and assesses nothing: one of the three. */
    cases: cases.optional(),
  })
  .refine(
    (r) => [r.paper, r.diagnostic, r.cases].filter((kind) => kind !== undefined).length === 1,
    'give it a paper, a diagnostic or cases: one of them',
  );

/** On what terms answers are kept to evaluate the training. A release with `evaluation: on` needs every one. */
const evaluationTerms = z.strictObject({
  /** What the answers are used for: "to find rules that are badly taught". */
  purpose: setting.default(''),
  /** Lawful basis under data protection law, as the data protection officer gives it. */
  lawfulBasis: setting.default(''),
  /** Who sees the answers with a name on them. */
  seenBy: setting.default(''),
  /** How long they are kept, and who deletes them. */
  retention: setting.default(''),
  /** Reference of the data protection impact assessment, or of the decision that none is needed. */
  dpia: setting.default(''),
  /** Reference of the equality assessment. */
  equality: setting.default(''),
  /** Which staff representatives were consulted, and when. */
  consultation: setting.default(''),
  /** yes: the answers are not used in discipline or appraisal. Learners are promised it before they begin. */
  notForDiscipline: z.enum(['yes', '']).default(''),
});

/** What no test knows of accessibility: for the statement that learners are owed by law. */
const accessibility = z.strictObject({
  /** Working days within which `accessibilityContact` answers. Required for a release. */
  responseDays: z.int().min(1).max(90).optional(),
  /** When the statement was prepared, YYYY-MM-DD. Required for a release. */
  prepared: z.union([z.iso.date(), z.literal('')]).default(''),
  /** When it was last reviewed, YYYY-MM-DD; at least once a year. Empty: when it was prepared. */
  reviewed: z.union([z.iso.date(), z.literal('')]).default(''),
  /** When people last tested the module against WCAG 2.2 AA, YYYY-MM-DD. Empty: only machines have. */
  tested: z.union([z.iso.date(), z.literal('')]).default(''),
  /** Who did: "the disability service, with four members of staff". */
  testedBy: setting.default(''),
  /** What is known not to be accessible, most serious first. */
  problems: z
    .array(
      z.strictObject({
        /** What does not work, for whom, and what to do instead: one or two sentences. */
        what: text,
        /** noncompliance; burden: claimed as a disproportionate burden, assessed in writing; scope: the regulations exempt it. */
        kind: z.enum(['noncompliance', 'burden', 'scope']).default('noncompliance'),
        /** Success criteria of WCAG 2.2 that fail: ["1.3.1"]. */
        criteria: z
          .array(z.string().regex(/^[1-4]\.\d\.\d{1,2}$/, 'write a criterion of WCAG 2.2 like 1.3.1'))
          .default([]),
        /** When and how it will be mended, or why not: a sentence. */
        fix: text.optional(),
      }),
    )
    .default([]),
});

/** `module.yaml`: everything about the module that is not a lesson, a scenario or a question. */
export const moduleSchema = z.strictObject({
  /** Permanent, short: names the module in resume states and file names of packages. */
  id,
  /** The name of the packages: <package>-induction-<version>-scorm12.zip. */
  package: z.string().regex(/^[a-z][a-z0-9-]*$/, 'use small letters, digits and hyphens'),
  /** The language of its words, as a tag: en-GB. */
  lang: z.string().refine(isLanguage, 'write a language tag like en-GB'),
  /** Short name in the header. */
  name: text,
  /** Full title in the LMS and on the first screen. */
  title: text,
  /** Whose policy it is. */
  organisation: text,
  /** Name of the policy. */
  policy: text,
  /** The policy's edition label, at most 12 letters, digits or dots. */
  edition: z.string().regex(/^[A-Za-z0-9.]{1,12}$/, 'use at most 12 letters, digits or dots'),
  /** When the policy text was captured, YYYY-MM-DD. */
  captured: z.iso.date(),
  /** First 8 hexadecimal digits of the SHA-256 of the captured policy text. */
  textHash: z.string().regex(/^[0-9a-f]{8}$/, 'use the first 8 hexadecimal digits of its SHA-256'),
  /** The one goal of the module, in a sentence. */
  goal: text,
  /** At most 12 things a learner can be seen to do afterwards. */
  actions: z
    .array(
      z.strictObject({
        /** Named by lessons. */
        id,
        /** "make clear whose view it is". */
        text,
      }),
    )
    .min(1)
    .max(12),
  ...afterwards,
  /** The parts of the module in order: one a policy section, then the optional ones. */
  parts: z.array(part).min(1),
  /** The role question on the start screen. */
  roles: z.array(
    z.strictObject({
      /** Named by parts and by examples in lessons. */
      id,
      /** "I hold a key to the kitchen". */
      text,
      /** What choosing it changes, said beside it. */
      effect: text.optional(),
      /** Above a lesson's note for this role: "If you hold a key". Left out: the text. */
      note: text.optional(),
    }),
  ),
  /** The routes, in the order in which they are offered. */
  routes: z.array(route).min(1),
  /** What every assessment asks for, whatever its route. */
  assessment: z.strictObject({
    /** Always asked, and nothing may be let through. For HR to confirm. */
    mustPass: z.array(clauseId),
    /** Why this list and these pass marks, in writing. */
    why: text,
  }),
  /** What the learner declares. */
  declaration: z.strictObject({
    /** The sentence declared; {edition} is filled in. */
    text,
    /** Words on its button. */
    button: text,
  }),
  /**
   * Who sees the record, and what else learners should know of it: one sentence each, the first always in view. What is
   * kept is said before them, by the setting `evaluation`.
   */
  recorded: z.array(text).min(1),
  /** Figures the content checks hold this module to, where they differ from ours (src/authoring/measure/standards.ts). */
  standards: z
    .strictObject({
      /** Bank questions a tested clause needs. */
      questionsPerClause: z.int().min(1).optional(),
      /** Bank questions a must-pass clause needs. */
      questionsPerMustPass: z.int().min(1).optional(),
      /** Questions of its own that a route with a diagnostic needs. */
      ownQuestions: z.int().min(0).optional(),
    })
    .optional(),
  /** Links and contacts from HR. */
  settings: z.strictObject({
    /** Web address of the policy itself. Required for a release. */
    policyLink: setting,
    /** Who answers questions about the policy. Required for a release. */
    policyContact: setting,
    /** Who helps with the module itself. Required for a release. */
    helpContact: setting,
    /** Who answers accessibility questions and sends other formats. Required for a release. */
    accessibilityContact: setting,
    /** The rest of the accessibility statement. */
    accessibility: accessibility.prefault({}),
    /** Who answers on personal data. */
    dataProtectionContact: setting,
    /** Who helps when a journalist asks. */
    pressContact: setting,
    /** Who helps somebody who is attacked online. Required for a release. */
    supportContact: setting,
    /** What learners call the system that keeps their record; left out: "the learning system". */
    learningSystem: text.optional(),
    /** Months from the declaration until the training is due again; left out: no reminder is offered. For HR to confirm. */
    renewMonths: z.int().min(1).max(120).optional(),
    /**
     * on: first decisions, first answers and certainty are recorded too, to evaluate the training. off: proof of
     * training alone. Empty: not decided yet, which a preview takes for on and says so. Required for a release.
     */
    evaluation: z.enum(['on', 'off', '']).default(''),
    /** The terms of `evaluation: on`. */
    evaluationTerms: evaluationTerms.prefault({}),
    /** Other documents, shown as "ask HR for the current document" until set. */
    documents: z.array(
      z.strictObject({
        /** Named by lessons. */
        id,
        /** Its title. */
        title: text,
        /** Web address, or empty. */
        link: setting,
      }),
    ),
  }),
});

/** The module's own file. */
export type ModuleFile = z.infer<typeof moduleSchema>;

/** Where a contact leads: its web address, a mailto address for an e-mail address, null for plain words. */
export const contactHref = (value: string): string | null =>
  /^https?:\/\//.test(value) ? value : /^[^\s@]+@[^\s@]+$/.test(value) ? `mailto:${value}` : null;

/** A route of the module. */
export type Route = ModuleFile['routes'][number];
