import { say, type Words } from '../../course/words.ts';
import type { ModuleFile } from '../schema/module.ts';

/**
 * What is kept of a learner, a sentence each, by the setting `evaluation`: said before anyone begins. That answers are
 * not used against anybody is promised only where the University has confirmed it.
 */
export function keptSentences({ settings }: Pick<ModuleFile, 'settings'>, words: Words): string[] {
  const { evaluation, evaluationTerms, learningSystem } = settings;
  const system = learningSystem ?? say(words, 'start.kept.system');
  if (evaluation === 'off') return [say(words, 'start.kept.alone', { system })];
  return [
    say(words, 'start.kept.proof', { system }),
    say(words, 'start.kept.answers'),
    say(words, 'start.kept.groups'),
    ...(evaluationTerms.notForDiscipline === 'yes' ? [say(words, 'start.kept.fair')] : []),
    ...(evaluation === '' ? [say(words, 'start.kept.undecided')] : []),
  ];
}
