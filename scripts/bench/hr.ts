import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Runs the bench of the HR report, which prints its own table. Its libraries are a package of their own, installed first.
 * @throws Error of one sentence when it fails
 */
export function benchHr(): void {
  if (!existsSync('hr/bench.ts')) throw new Error('hr/bench.ts is missing: the HR report has no bench to run.');
  for (const args of [['scripts/setup.mjs', '--hr'], ['hr/bench.ts']]) {
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) throw new Error(`${args.join(' ')} failed.`);
  }
}
