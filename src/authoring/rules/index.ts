import type { Rule } from '../read/rule.ts';
import { absolutes } from './absolutes.ts';
import { actionsPractised } from './actions-practised.ts';
import { askFirstShare } from './ask-first-share.ts';
import { becauseLength } from './because-length.ts';
import { coverageDecisions } from './coverage-decisions.ts';
import { coverageLessons } from './coverage-lessons.ts';
import { coverageQuestions } from './coverage-questions.ts';
import { decisionClauses } from './decision-clauses.ts';
import { decisionShare } from './decision-share.ts';
import { emptyPhrases } from './empty-phrases.ts';
import { exclamation } from './exclamation.ts';
import { glossaryUsed } from './glossary-used.ts';
import { keyPosition } from './key-position.ts';
import { lessonClauses } from './lesson-clauses.ts';
import { levelShare } from './level-share.ts';
import { longestKey } from './longest-key.ts';
import { misconception } from './misconception.ts';
import { negativeStem } from './negative-stem.ts';
import { noCombinedOptions } from './no-combined-options.ts';
import { optionLength } from './option-length.ts';
import { pictureText } from './picture-text.ts';
import { policyWording } from './policy-wording.ts';
import { readingGrade } from './reading-grade.ts';
import { readingTime } from './reading-time.ts';
import { recovery } from './recovery.ts';
import { refresherShare } from './refresher-share.ts';
import { scenarioLength } from './scenario-length.ts';
import { sentenceLength } from './sentence-length.ts';
import { stemEcho } from './stem-echo.ts';
import { wholeQuestion } from './whole-question.ts';

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
  glossaryUsed,
  readingTime,
  pictureText,
];
