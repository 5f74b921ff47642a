import type { z } from 'zod';
import type { Checklist } from '../schema/checklist.ts';
import type { Request, Term } from '../schema/glossary.ts';
import type { Helper } from '../schema/helper.ts';
import type { Lesson } from '../schema/lesson.ts';
import type { ModuleFile } from '../schema/module.ts';
import type { Change, Clause } from '../schema/policy.ts';
import type { questionSchema } from '../schema/question.ts';
import type { RetiredStory, ScenarioFile } from '../schema/scenario.ts';
import type { Entry } from './entry.ts';
import type { Files } from './files.ts';
import type { LessonText } from './mdx.ts';
import type { Problem } from './problem.ts';

/** A question as its author wrote it; `compileItem` (src/authoring/compile/item.ts) makes the engine's of it. */
export type Question = z.infer<typeof questionSchema>;

/** A lesson's front matter and its text. */
export interface LessonEntry extends Entry<Lesson>, Pick<LessonText, 'nodes' | 'uses'> {
  /** Line of the file on which the body starts. */
  readonly bodyLine: number;
}

/** What an id may name. */
export type IdKind = 'clause' | 'lesson' | 'scenario' | 'question' | 'term' | 'checklist' | 'request';

/** Everything that is taught, in the order of the files' names. */
export interface Content {
  /** The folder it came from, as problems show it. */
  readonly dir: string;
  readonly files: Files;
  readonly module: Entry<ModuleFile>;
  readonly clauses: readonly Entry<Clause>[];
  readonly changes: readonly Entry<Change>[];
  readonly lessons: readonly LessonEntry[];
  readonly scenarios: readonly Entry<ScenarioFile>[];
  readonly questions: readonly Entry<Question>[];
  /** Questions that are asked no more, as they were: records name them still. Never packaged. */
  readonly retired: readonly Entry<Question>[];
  /** Stories that are told no more, as far as records name them. Never packaged. */
  readonly retiredStories: readonly Entry<RetiredStory>[];
  readonly glossary: readonly Entry<Term>[];
  readonly helper: Entry<Helper> | null;
  readonly checklists: readonly Entry<Checklist>[];
  /** What people ask, with its answers. */
  readonly asked: readonly Entry<Request>[];
  /** Author id (`question.q_per_014`) to permanent code. */
  readonly codes: Entry<Readonly<Record<string, string>>>;
  /** The files of engine words, for checks. */
  readonly stringFiles: readonly Entry<Readonly<Record<string, string>>>[];
  /** Words of the engine by key; empty where the content brings none. */
  readonly strings: Readonly<Record<string, string>>;
  /** Ids in use, those of faulty entries included, so that one fault is not reported at every place that names it. */
  readonly known: Readonly<Record<IdKind, ReadonlySet<string>>>;
}

/** One thing that content must hold to: takes what was loaded, says what is wrong. Pure. */
export type Rule = (content: Content) => Problem[];
