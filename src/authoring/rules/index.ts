import type { Rule } from '../read/content.ts';
import { actionsPractised, coverageDecisions, coverageLessons, coverageQuestions, lessonClauses } from './coverage.ts';
import { glossaryUsed, pictureText } from './explained.ts';
import { faultNotAuthority, faultShared, peopleTagged } from './fairness.ts';
import { absolutes, keyPosition, longestKey, stemEcho } from './giveaways.ts';
import { memoryLimits, memoryOpen, memoryUsed, storiesRemember } from './memory.ts';
import { negativeStem, noCombinedOptions, optionLength, wholeQuestion } from './questions.ts';
import { becauseLength, readingGrade, readingTime, sentenceLength } from './reading.ts';
import { askFirstShare, decisionShare, levelShare, refresherShare } from './shares.ts';
import { mustPassMixed, stancesWhole } from './stances.ts';
import { decisionClauses, goodEarned, misconception, recoveriesDiffer, recovery, scenarioLength } from './stories.ts';
import { apostrophe, emptyPhrases, exclamation, policyWording } from './wording.ts';

/** Every rule of good content, in the order of docs/standards/content.md. */
export const contentRules: readonly Rule[] = [
  actionsPractised,
  coverageLessons,
  coverageDecisions,
  coverageQuestions,
  lessonClauses,
  policyWording,
  decisionShare,
  scenarioLength,
  misconception,
  recovery,
  askFirstShare,
  decisionClauses,
  levelShare,
  wholeQuestion,
  negativeStem,
  noCombinedOptions,
  optionLength,
  longestKey,
  keyPosition,
  absolutes,
  stemEcho,
  becauseLength,
  exclamation,
  refresherShare,
  sentenceLength,
  readingGrade,
  emptyPhrases,
  apostrophe,
  glossaryUsed,
  readingTime,
  pictureText,
  stancesWhole,
  mustPassMixed,
  storiesRemember,
  memoryLimits,
  memoryUsed,
  memoryOpen,
  goodEarned,
  recoveriesDiffer,
  faultShared,
  peopleTagged,
  faultNotAuthority,
];
