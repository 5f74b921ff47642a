/**
 * `node scripts/shingles.ts <policy text file>`: stores hashes of every run of twelve words of the policy in the content
 * folder, sorted, so that the check for own words runs anywhere without a copy of the policy in the repository.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { contentDir } from '../src/authoring/read/files.ts';
import { RUN, SHINGLES, shingles } from '../src/authoring/rules/shingles.ts';

const [source] = process.argv.slice(2);
if (!source) {
  console.error('Name the file with the policy text: node scripts/shingles.ts <file>.');
  process.exitCode = 1;
} else {
  const hashes = [...new Set(shingles(readFileSync(source, 'utf8')).map((s) => s.hash))].sort();
  const explained = `SHA-256 (first 10 digits) of every run of ${RUN} words of the policy, sorted; written by scripts/shingles.ts, read by src/authoring/rules/wording.ts`;
  const path = `${contentDir()}/${SHINGLES}`;
  writeFileSync(path, `${JSON.stringify({ explained, hashes }, null, 1)}\n`);
  console.log(`${path}: ${hashes.length} runs.`);
}
