import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Whether the process that holds a lock still runs; a lock that cannot be read is being written. */
function isHeld(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (!pid) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not allowed to ask means that it runs. No file: it was just given back, so the next try decides.
    return ['EPERM', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

function take(file: string): boolean {
  mkdirSync(dirname(file), { recursive: true });
  try {
    const lock = openSync(file, 'wx');
    writeSync(lock, String(process.pid));
    closeSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!isHeld(file)) rmSync(file, { force: true });
    return false;
  }
}

/**
 * Runs work that only one process may do at a time; others wait. A lock left behind by a process that has died is
 * taken over.
 * @param file the lock: holds the process id
 * @throws Error naming the lock when it is not free after ten minutes
 */
export async function oneAtATime<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (let waited = 0; !take(file); waited += 200) {
    if (waited > 600_000)
      throw new Error(`Another build has been running for ten minutes. If there is none, remove ${file}.`);
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
