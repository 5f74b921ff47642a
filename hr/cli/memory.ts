import { isOutOfMemory } from '../db/open.ts';

/**
 * What the database may take, step by step. The first is enough for 100,000 people with 60 interactions each; memory
 * then stays about the same however large the files are, since what does not fit goes to disk.
 */
export const memorySteps = ['160MB', '512MB', '2GB'] as const;

/**
 * Does a job with as little memory as will do: where the database runs out, the job starts again with the next step.
 * @param asked the one size that may be used, or null for all steps
 * @param again called before each new start
 * @throws what the job throws; out of memory only from the last step
 */
export async function withMemory<T>(
  asked: string | null,
  job: (memory: string) => Promise<T>,
  again: (memory: string) => void,
): Promise<T> {
  const [first, ...more] = asked === null ? memorySteps : [asked];
  let memory: string = first ?? memorySteps[0];
  for (const next of more) {
    try {
      return await job(memory);
    } catch (error) {
      if (!isOutOfMemory(error)) throw error;
      again(next);
      memory = next;
    }
  }
  return await job(memory);
}
