/** `node src/authoring/report/review.ts`: the page for the owner of the policy, dist/review/index.html, and the page for its readers beside it (OUT_DIR changes dist). Never published. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from '../checks/check.ts';
import type { Content } from '../read/content.ts';
import { contentDir, readFolder } from '../read/files.ts';
import { formatProblem, type Problem } from '../read/problem.ts';
import { contentRules } from '../rules/index.ts';
import { keyingPage } from './keying/page.ts';
import { reviewPage } from './review/page.ts';

/** Writes `index.html` for the owner of the policy and `keying.html` for readers into a folder, which is made where it is missing. */
export function writeReview(folder: string, content: Content, problems: readonly Problem[]): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), reviewPage(content, problems, version));
  writeFileSync(join(folder, 'keying.html'), keyingPage(content, version));
}

if (import.meta.main) {
  const dir = contentDir();
  const { content, problems } = checkContent(dir, readFolder(dir), contentRules);
  if (!content) {
    for (const p of problems) console.error(formatProblem(p));
    process.exitCode = 1;
  } else {
    const { OUT_DIR = 'dist' } = process.env;
    writeReview(join(OUT_DIR, 'review'), content, problems);
    console.log(`index.html and keying.html are written to ${join(OUT_DIR, 'review')}.`);
  }
}
