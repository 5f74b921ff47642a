import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { source } from './source.ts';

const dir = mkdtempSync(join(tmpdir(), 'source-'));

beforeAll(() => {
  cpSync('src/content', dir, { recursive: true });
  vi.stubEnv('CONTENT_DIR', dir);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

it('shows an author’s edit on the next draw, however soon, on both routes, and reads nothing twice before', () => {
  const first = source('induction');
  expect(source('induction')).toBe(first);
  expect(source('refresher').content).toBe(first.content);

  const file = join(dir, 'glossary.yaml');
  const text = readFileSync(file, 'utf8');
  const [, term = ''] = /term: (.+)/.exec(text) ?? [];
  writeFileSync(file, text.replace(`term: ${term}`, `term: ${term} edited`));
  // Two edits may fall into one tick of the file system's clock; here they must not.
  utimesSync(file, new Date(), new Date(Date.now() + 2000));
  for (const route of ['induction', 'refresher'] as const) {
    expect(source(route).content.glossary.map((t) => t.data.term)).toContain(`${term} edited`);
  }
});
