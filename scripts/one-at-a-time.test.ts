import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
const lock = join(folder, 'inner', 'build.lock');
afterAll(() => rmSync(folder, { recursive: true }));

test('work is done one after the other, also after work that failed', async () => {
  let [running, most] = [0, 0];
  const work = async (n: number) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((done) => setImmediate(done));
    running -= 1;
    if (n === 1) throw new Error('it failed');
    return n;
  };
  const done = await Promise.allSettled([0, 1, 2].map((n) => oneAtATime(lock, () => work(n))));
  expect(done.map((d) => d.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(most).toBe(1);
  expect(existsSync(lock)).toBe(false);
});

test('a lock that a dead process left behind does not stop anybody', async () => {
  writeFileSync(lock, '999999999');
  expect(await oneAtATime(lock, async () => 'done')).toBe('done');
});
