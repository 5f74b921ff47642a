/** `npm run codes`: gives every part, scenario, decision and question without one a permanent code, at the end of codes.yaml. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { crossChecks } from '../src/authoring/checks/index.ts';
import { nextCode, wantedCodes } from '../src/authoring/read/code.ts';
import { contentDir } from '../src/authoring/read/files.ts';
import { loadContent } from '../src/authoring/read/load.ts';
import { formatProblem, sortProblems } from '../src/authoring/read/problem.ts';

const head = `# Permanent short codes, used in the resume state and in the record of papers.
# "npm run codes" adds what is missing at the end. Never change, reuse or remove a line, not even when its item is gone.
`;

const dir = contentDir();
const { content, problems } = loadContent(dir);
const form = problems.filter((p) => !(p.file.endsWith('/codes.yaml') && p.message.startsWith('is missing')));
// A code is for good: none is given to a name that may be a slip of the pen.
const faults = form.length > 0 || !content ? form : crossChecks.flatMap((rule) => rule(content));
if (!content || faults.length > 0) {
  for (const p of sortProblems(faults)) console.error(formatProblem(p));
  console.error('\nNo code was given: this comes first.');
  process.exitCode = 1;
} else {
  const path = `${dir}/codes.yaml`;
  const before = existsSync(path) ? readFileSync(path, 'utf8') : head;
  const taken = new Map(Object.entries(content.codes.data));
  const added = wantedCodes(content).filter((key) => !taken.has(key));
  for (const key of added) taken.set(key, nextCode(key, taken));
  const lines = added.map((key) => `${key}: ${taken.get(key)}\n`).join('');
  if (lines) writeFileSync(path, `${before}${before.endsWith('\n') ? '' : '\n'}${lines}`);
  console.log(`${path}: ${added.length} added, ${taken.size} in all.`);
}
