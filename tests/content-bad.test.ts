import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../src/authoring/checks/check.ts';
import { readFolder } from '../src/authoring/read/files.ts';
import { formatProblem } from '../src/authoring/read/problem.ts';
import { contentRules } from '../src/authoring/rules/index.ts';

const run = promisify(execFile);
const sets = ['broken-files', 'broken-names', 'poor-writing'];
const expectedOf = (set: string) =>
  readFileSync(`tests/fixtures/content-bad/${set}.expected.txt`, 'utf8').trim().split(/\r?\n/);

function check(dir: string): string[] {
  return checkContent(dir, readFolder(dir), contentRules)
    .problems.filter((p) => !p.note)
    .map(formatProblem);
}

describe('bad content is reported line by line', () => {
  test.each(sets)('%s: exactly the expected lines', (set) => {
    expect(check(`tests/fixtures/content-bad/${set}`)).toEqual(expectedOf(set));
  });

  test('the command prints them, ends with 1 and shows no stack trace', async () => {
    const env = { ...process.env, CONTENT_DIR: 'tests/fixtures/content-bad/broken-files' };
    const ended = await run('node', ['scripts/check-content.ts'], { env }).catch((e: unknown) => e);
    const { code, stdout, stderr } = ended as { code: number; stdout: string; stderr: string };
    expect(code).toBe(1);
    for (const line of expectedOf('broken-files')) expect(stdout).toContain(line);
    expect(stdout + stderr).not.toMatch(/^\s+at /m);
  });
});

describe('another policy', () => {
  test('loads by a setting alone, with no errors', async () => {
    const env = { ...process.env, CONTENT_DIR: 'tests/fixtures/other-policy' };
    const { stdout } = await run('node', ['scripts/check-content.ts'], { env });
    expect(stdout).toContain('Content is in order: tests/fixtures/other-policy.');
    expect(stdout).toContain('chip_pan.d2 chip_pan.d3');
  });

  test('a folder that is not there is said, not thrown', () => {
    const [first] = check('tests/no-such-folder');
    expect(first).toBe(
      'tests/no-such-folder/codes.yaml:1: is missing. Run "npm run codes": it writes the permanent short codes.',
    );
    expect(check('tests/no-such-folder')).toHaveLength(6);
  });
});
