import { type Entry, problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';
import type { ModuleFile } from '../schema/module.ts';

/** Settings that no release goes without, and what to write there. */
const REQUIRED = {
  policyLink: 'Write the web address of the policy.',
  policyContact: 'Write who answers questions about the policy.',
  helpContact: 'Write who helps with the module.',
  accessibilityContact: 'Write who answers on accessibility and sends other formats.',
  supportContact: 'Write who helps somebody who is attacked online.',
  evaluation: 'Write on to keep answers with names on the terms below it, or off to keep proof of training alone.',
} as const;

/** What the accessibility statement must say by law, besides its contact, and what to write there. */
const STATEMENT = {
  responseDays: 'Write within how many working days the accessibility contact answers.',
  prepared: 'Write the date on which the accessibility statement was prepared, as 2027-01-31.',
} as const;

/** The terms on which answers may be kept with a name, and what to write there. */
const TERMS = {
  purpose: 'Write what the answers are used for',
  lawfulBasis: 'Write the lawful basis that the data protection officer gives',
  seenBy: 'Write who sees the answers with a name on them',
  retention: 'Write how long they are kept, and who deletes them',
  dpia: 'Write the reference of the data protection impact assessment',
  equality: 'Write the reference of the equality assessment',
  consultation: 'Write which staff representatives were consulted, and when',
  notForDiscipline: 'Write yes once it is decided that answers are not used in discipline or appraisal',
} as const;

/** Why a release is refused: a required setting that is blank, or answers kept without a term of it. */
export function releaseProblems(module: Entry<ModuleFile>): Problem[] {
  const { settings } = module.data;
  const { evaluation, evaluationTerms: terms } = settings;
  const keys = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[];
  return [
    ...keys(REQUIRED)
      .filter((name) => !settings[name])
      .map((name) => problemAt(module, ['settings', name], 'is blank', REQUIRED[name])),
    ...keys(STATEMENT)
      .filter((name) => !settings.accessibility[name])
      .map((name) => problemAt(module, ['settings', 'accessibility', name], 'is blank', STATEMENT[name])),
    ...keys(TERMS)
      .filter((name) => evaluation === 'on' && !terms[name])
      .map((name) => {
        const path = ['settings', 'evaluationTerms', name];
        return problemAt(module, path, 'is blank while evaluation is on', `${TERMS[name]}, or set evaluation to off.`);
      }),
  ];
}
