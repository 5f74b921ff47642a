import { z } from 'zod';
import { checklistSchema } from '../schema/checklist.ts';
import { requestSchema, termSchema } from '../schema/glossary.ts';
import { helperSchema } from '../schema/helper.ts';
import { moduleSchema } from '../schema/module.ts';
import { changeSchema, clauseSchema } from '../schema/policy.ts';
import { questionSchema } from '../schema/question.ts';
import { retiredStorySchema, scenarioSchema } from '../schema/scenario.ts';
import type { Content } from './content.ts';
import type { Entry } from './entry.ts';
import { checkNames, type Files, readFolder } from './files.ts';
import { acceptLesson, type RawLesson, rawLesson } from './lesson.ts';
import { type Problem, sortProblems } from './problem.ts';
import { accept, fileProblem, idOf, inFolder, type Reader, rawList, rawYaml, readOne, uniqueIds } from './read.ts';

const texts = z.record(z.string(), z.string('is not text'));
const changesFile = 'policy/changes.yaml';
const storiesFile = 'retired/stories.yaml';
const yaml = /\.ya?ml$/;
const there = <T>(list: readonly (T | null)[]): T[] => list.filter((x) => x !== null);

/** What a folder of content holds, and what is wrong with it. */
export interface Loaded {
  /** null only when `module.yaml` cannot be used. Entries that do not fit their schema are left out. */
  readonly content: Content | null;
  readonly problems: readonly Problem[];
}

function needFolder(r: Reader, folder: string, paths: readonly string[], what: string): readonly string[] {
  if (paths.length === 0) fileProblem(r, folder, 'holds nothing', `Put ${what} there.`);
  return paths;
}

/** Ids of the stories that are told. No story has the id of one that is told no more. */
function storiesTold(
  r: Reader,
  paths: readonly string[],
  told: readonly Entry<unknown>[],
  retired: readonly Entry<unknown>[],
): Set<string> {
  const all = uniqueIds(r, paths, [...told, ...retired]);
  const own = new Set(told.map((e) => idOf(e.data)));
  for (const { data } of retired) {
    const id = idOf(data);
    if (id !== undefined && !own.has(id)) all.delete(id);
  }
  return all;
}

/** Reads content from texts in memory. Never throws: what cannot be read is a problem. */
export function parseContent(dir: string, files: Files): Loaded {
  const r: Reader = { dir, files, problems: checkNames(dir, files) };
  const wholeFiles = (folder: string) => there(inFolder(r, folder, yaml).map((p) => rawYaml(r, p, files.get(p) ?? '')));
  const acceptAll = <T>(schema: z.ZodType<T>, raws: readonly Entry<unknown>[]) =>
    there(raws.map((e) => accept(r, schema, e)));

  const module = readOne(r, 'module.yaml', moduleSchema, 'Add it: it names the module, its parts and its settings.');

  const need = (folder: string, ending: RegExp, what: string) =>
    needFolder(r, folder, inFolder(r, folder, ending), what);
  const paths = {
    clauses: need('policy', yaml, 'one file of clauses for each section').filter((p) => p !== changesFile),
    lessons: need('lessons', /\.mdx$/, 'one .mdx file for each part'),
    scenarios: need('scenarios', yaml, 'one file for each scenario'),
    questions: need('questions', yaml, 'one file of questions for each section'),
    retired: inFolder(r, 'retired', yaml).filter((p) => p !== storiesFile),
    terms: files.has('glossary.yaml') ? ['glossary.yaml'] : [],
    checklists: inFolder(r, 'checklists', yaml),
    asked: files.has('asked.yaml') ? ['asked.yaml'] : [],
  };
  const rawClauses = paths.clauses.flatMap((p) => rawList(r, p));
  const rawChanges = files.has(changesFile) ? rawList(r, changesFile) : [];
  const lessons = there<RawLesson>(paths.lessons.map((p) => rawLesson(r, p)));
  const rawScenarios = wholeFiles('scenarios');
  const rawQuestions = paths.questions.flatMap((p) => rawList(r, p));
  const rawRetired = paths.retired.flatMap((p) => rawList(r, p));
  const rawRetiredStories = files.has(storiesFile) ? rawList(r, storiesFile) : [];
  const rawTerms = paths.terms.flatMap((p) => rawList(r, p));
  const rawChecklists = wholeFiles('checklists');
  const rawAsked = paths.asked.flatMap((p) => rawList(r, p));

  const known = {
    clause: uniqueIds(r, paths.clauses, rawClauses),
    lesson: uniqueIds(
      r,
      paths.lessons,
      lessons.map((l) => l.front),
    ),
    scenario: storiesTold(r, paths.scenarios, rawScenarios, rawRetiredStories),
    question: uniqueIds(r, [...paths.questions, ...paths.retired], [...rawQuestions, ...rawRetired]),
    term: uniqueIds(r, paths.terms, rawTerms),
    checklist: uniqueIds(r, paths.checklists, rawChecklists),
    request: uniqueIds(r, paths.asked, rawAsked),
  };
  const stringFiles = acceptAll(texts, wholeFiles('strings'));
  const parts = {
    clauses: acceptAll(clauseSchema, rawClauses),
    changes: acceptAll(changeSchema, rawChanges),
    lessons: there(lessons.map((l) => acceptLesson(r, l))),
    scenarios: acceptAll(scenarioSchema, rawScenarios),
    questions: acceptAll(questionSchema, rawQuestions),
    retired: acceptAll(questionSchema, rawRetired),
    retiredStories: acceptAll(retiredStorySchema, rawRetiredStories),
    glossary: acceptAll(termSchema, rawTerms),
    helper: readOne(r, 'helper.yaml', helperSchema, null),
    checklists: acceptAll(checklistSchema, rawChecklists),
    asked: acceptAll(requestSchema, rawAsked),
    stringFiles,
    strings: Object.assign({}, ...stringFiles.map((e) => e.data)),
  };
  const none: Entry<Record<string, string>> = { file: `${dir}/codes.yaml`, data: {}, line: () => 1, label: '' };
  const codes = readOne(r, 'codes.yaml', texts, 'Run "npm run codes": it writes the permanent short codes.') ?? none;
  const content = module && { dir, files, module, ...parts, codes, known };
  return { content, problems: sortProblems(r.problems) };
}

/** Reads the content of a folder. Never throws: what is missing or cannot be read is a problem. */
export function loadContent(dir: string): Loaded {
  return parseContent(dir.replaceAll('\\', '/').replace(/\/+$/, ''), readFolder(dir));
}
