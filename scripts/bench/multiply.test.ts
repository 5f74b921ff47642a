import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { multiply } from './multiply.ts';

test('our content can be multiplied by twenty: there are codes for all of it, those of retired questions kept', () => {
  const to = mkdtempSync(join(tmpdir(), 'multiplied-'));
  try {
    const made = multiply('src/content', to, 20);
    expect(made.lessons).toBe(180);
    expect(made.questions).toBeGreaterThan(1500);
  } finally {
    rmSync(to, { recursive: true, force: true });
  }
}, 120_000);
