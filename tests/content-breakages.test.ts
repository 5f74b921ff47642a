import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { breakages, contentToBreak } from './support/breakages.ts';

const dir = mkdtempSync(join(tmpdir(), 'content-'));
const content = contentToBreak(dir);
// Every start after the first finds the code compiled.
const cache = mkdtempSync(join(tmpdir(), 'compiled-'));
afterAll(() => {
  for (const folder of [dir, cache]) rmSync(folder, { recursive: true, force: true });
});

/** What a command prints and how it ends, on the broken content. */
function run(script: string): { readonly code: number; readonly text: string } {
  try {
    const env = { ...process.env, CONTENT_DIR: dir, OUT_DIR: join(dir, 'out'), NODE_COMPILE_CACHE: cache };
    return { code: 0, text: execFileSync('node', [script], { env, encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, text: stdout + stderr };
  }
}

test('the content is in order before it is broken', () => {
  expect(run('scripts/check-content.ts')).toMatchObject({ code: 0 });
});

describe.each(breakages)('$name', (slip) => {
  test.each(['scripts/check-content.ts', 'scripts/build.ts'])('%s ends with 1 and says it first', (script) => {
    const mend = content.make(slip);
    try {
      const { code, text } = run(script);
      const found = text.split('\n').filter((line) => line.startsWith(dir));
      expect(code).toBe(1);
      expect(found[0]).toContain(`${dir}/${slip.file}:${slip.says}`);
      expect(found.filter((line) => !line.includes(`${slip.file}:`))).toEqual([]);
      expect(text).not.toMatch(/^\s+at /m);
    } finally {
      mend();
    }
  });
});
