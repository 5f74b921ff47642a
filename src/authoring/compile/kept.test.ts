import { expect, test } from 'vitest';
import { loadContent } from '../read/load.ts';
import type { ModuleFile } from '../schema/module.ts';
import { keptSentences } from './kept.ts';

const { content } = loadContent('src/content');
if (!content) throw new Error('src/content/module.yaml cannot be used: run "npm run check".');
const { data: module } = content.module;
const { strings } = content;

/** What learners are told with other settings. */
function told(changes: Partial<ModuleFile['settings']>, fair: 'yes' | '' = ''): string {
  const evaluationTerms = { ...module.settings.evaluationTerms, notForDiscipline: fair };
  return keptSentences({ settings: { ...module.settings, evaluationTerms, ...changes } }, strings).join(' ');
}

const PROOF = 'Moodle keeps proof of training: declaration, completion, score, papers, role and minutes.';
const ANSWERS =
  'It also keeps your first decisions, answers and whether you felt sure, with your name, to evaluate the training. HR’s report shows them only for groups.';
const FAIR = 'They are not used to discipline or appraise you.';

test('on: proof and answers, with the name; that they are not used against anybody only where that is confirmed', () => {
  expect(told({ evaluation: 'on' }, 'yes')).toBe(`${PROOF} ${ANSWERS} ${FAIR}`);
  expect(told({ evaluation: 'on' })).toBe(`${PROOF} ${ANSWERS}`);
});

test('off: proof alone, whatever the terms say', () => {
  const alone =
    'Moodle keeps proof of training alone: declaration, completion, score, papers, role and minutes, with your name. To bring you back to your place it holds your latest answers.';
  expect(told({ evaluation: 'off' })).toBe(alone);
  expect(told({ evaluation: 'off' }, 'yes')).toBe(alone);
});

test('not decided: as on, and said to be a preview', () => {
  const preview = 'Preview: HR has yet to decide on keeping answers.';
  expect(told({ evaluation: '' })).toBe(`${PROOF} ${ANSWERS} ${preview}`);
  expect(module.settings.evaluation).toBe('');
});

test('a learning system without a name is called so', () => {
  expect(told({ evaluation: 'off', learningSystem: undefined })).toMatch(/^The learning system keeps proof/);
});
