import type { Rule } from '../read/content.ts';
import { blueprint } from './blueprint.ts';
import { asked, checklists } from './checklists.ts';

import { codes } from './codes.ts';

import { helper } from './helper.ts';
import { lessonNames } from './lesson-names.ts';
import { moduleNames, policyNames } from './module-names.ts';
import { moduleUnique } from './module-unique.ts';
import { PICTURES, pictureFiles } from './picture-files.ts';
import { questionShape } from './question-shape.ts';
import { reservedIds } from './reserved-ids.ts';
import { scenarioNames } from './scenario-names.ts';
import { scenarioPaths } from './scenario-paths.ts';
import { scenarioPlaced } from './scenario-placed.ts';
import { scenarioShape } from './scenario-shape.ts';

/** Checks across files: without them the module would not run right. Style and substance: `src/authoring/rules/`. */
export const crossChecks: readonly Rule[] = [
  moduleUnique,
  moduleNames,
  reservedIds,
  policyNames,
  lessonNames,
  scenarioPlaced,
  scenarioNames,
  scenarioShape,
  scenarioPaths,
  pictureFiles(PICTURES),
  questionShape,
  blueprint,
  helper,
  checklists,
  asked,
  codes,
];
