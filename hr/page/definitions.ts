import { type Markup, markup } from '../../src/markup/markup.ts';
import type { Headline } from '../parts/headline.ts';
import type { Facts } from '../run.ts';
import { day } from './words.ts';

/** The rules behind the figures, in words. They say what `facts/standing.ts` computes. */
export function definitions(x: Facts, h: Headline): Markup {
  const s = x.settings;
  const term = (name: string, text: Markup | string) => markup`<div><dt>${name}</dt><dd>${text}</dd></div>`;
  return markup`<dl class="terms">
${term('In scope', x.matching ? `In the people file, at work on ${day(x.asOf)} (started, and before the leave date, which is the first day no longer at work) and not marked exempt on that day.` : 'Everyone in the exports: no people file was given.')}
${term('Done', markup`A completion on or before ${day(x.asOf)} that is still current: not older than ${s.renewMonths} months, and on an edition that need not be retaken. The activity completion report decides; where it has no line, the declaration in the SCORM record does. Manual evidence counts when it is dated and somebody verified it.`)}
${term('In progress', 'Not done, and the training has been opened since the last completion.')}
${term('Not started', 'Not done, and not opened since the last completion.')}
${term('Due', markup`The first time: ${s.days} days after starting work or after ${day(h.requiredFrom)}${s.requiredFrom ? '' : ' (the day of the first record: the settings name none)'}, whichever is later${x.matching ? '' : ' (not known without a people file)'}. Again: ${s.renewMonths} months after the latest completion, or ${s.days} days after a new edition that must be retaken. A due date that falls into long leave moves to ${s.days} days after it ends.`)}
${term('Overdue', 'Not done, the due date has passed, and not on long leave now.')}
${term('New starters', markup`By month of starting: the last twelve whole months in which everyone has had ${s.days} days. People who left before their days were over, and people exempt or on long leave, are not counted.`)}
${term('Departments and staff types', 'Names that differ only in case, or in blanks before or after, are one group. “n/a”, “#N/A”, “none”, “-” and nothing are “not given”.')}
${term('Share right (facility)', 'The share of people whose first answer to the item was right.')}
${term('Discrimination', 'Point-biserial correlation between being right on this question and the share of the person’s other first answers to questions that are right. From −1 to 1.')}
${term('Difference (part 10)', 'Each question is compared with itself and weighs the same on both sides, by how many answered it. The 95% interval takes a person’s answers together; where it holds 0, chance alone could make the difference.')}
${term('Hidden', markup`Groups of fewer than ${s.smallGroup} people are not shown, and one more where the first could be found by subtraction. Items with answers from fewer than ${s.fewAnswers} people carry no verdict, and no share wrong is given for a section or clause that fewer answered; in part 10 one more section is hidden where the first could be found by subtraction.`)}
${term('For HR to confirm', markup`${s.days} days, ${s.renewMonths} months, the target of ${s.target}% and the size of small groups are settings, not policy.`)}
</dl>`;
}
