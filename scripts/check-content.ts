/** `npm run check:content`: problems, the coverage matrix, computed minutes, bounds and counts. Ends with 1 when anything is an error or a bound is broken that is not accepted. */

import { checkContent, moreToCome } from '../src/authoring/checks/check.ts';
import { contentDir, readFolder } from '../src/authoring/read/files.ts';
import { formatProblem } from '../src/authoring/read/problem.ts';
import { measureBank } from '../src/authoring/report/bounds.ts';
import { report } from '../src/authoring/report/report.ts';
import { contentRules } from '../src/authoring/rules/index.ts';

const dir = contentDir();
const checked = checkContent(dir, readFolder(dir), contentRules);
const { content, problems } = checked;
const measured = content && checked.reached === 'all' ? measureBank(content) : null;
const broken = measured?.unmet.filter((u) => !u.accepted) ?? [];
const errors = problems.filter((p) => !p.note).length + broken.length;
for (const p of problems) console.log(formatProblem(p));
if (content && measured) console.log(`\n${report(content, measured)}`);
if (moreToCome(checked)) console.log(`\n${moreToCome(checked)}`);
console.log(errors ? `\n${errors} to put right in ${dir}.` : `\nContent is in order: ${dir}.`);
process.exitCode = errors ? 1 : 0;
