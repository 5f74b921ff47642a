import type { Progress } from '../../src/course/model.ts';
import { peek } from '../../src/course/resume/header.ts';
import { trimmed } from '../../src/tracking/lms/differences.ts';
import type { Server } from './fake-lms.ts';

/** Whether the LMS has a pass. */
export const isPassed = ({ stored }: Server) =>
  stored['cmi.core.lesson_status'] === 'passed' || stored['cmi.success_status'] === 'passed';

/** The stored score, −1 where there is none. */
export const scoreOf = ({ stored }: Server) => Number(stored['cmi.core.score.raw'] ?? stored['cmi.score.raw'] ?? -1);

/** What the LMS lacks of a progress that the learner was told is saved. */
export function missing(server: Server, progress: Progress): string[] {
  const { stored } = server;
  const found = peek(trimmed(stored['cmi.suspend_data'] ?? ''))?.revision ?? -1;
  const lacks: string[] = [];
  if (found < progress.revision) lacks.push(`revision ${progress.revision} (found ${found})`);
  if (progress.passed && !isPassed(server)) lacks.push('the pass');
  if (progress.best !== null && scoreOf(server) < progress.best - 0.02) lacks.push(`score ${progress.best}`);
  // An interaction may stand at another index than its slot, where an earlier one was lost.
  const indices = Object.keys(stored).flatMap((key) => /^cmi\.interactions\.(\d+)\.id$/.exec(key)?.[1] ?? []);
  for (const it of Object.values(progress.log)) {
    const results = it.result === 'wrong' ? ['wrong', 'incorrect'] : [it.result];
    const isThere = (i: string) =>
      stored[`cmi.interactions.${i}.id`] === it.id && results.includes(stored[`cmi.interactions.${i}.result`] ?? '');
    if (!indices.some(isThere)) lacks.push(`interaction ${it.id}`);
  }
  return lacks;
}
