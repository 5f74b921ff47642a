import type { LearningRecord, Peek } from '../../src/tracking/index.ts';
import type { Server } from './fake-lms.ts';

/** Whether the LMS has a pass; or completion alone, of a module without assessment. */
export const isPassed = ({ stored }: Pick<Server, 'stored'>, end: LearningRecord['status'] = 'passed') =>
  end === 'completed'
    ? stored['cmi.core.lesson_status'] === end ||
      (stored['cmi.completion_status'] === end && stored['cmi.success_status'] !== 'passed')
    : stored['cmi.core.lesson_status'] === 'passed' || stored['cmi.success_status'] === 'passed';

/** The stored score, −1 where there is none. */
export const scoreOf = ({ stored }: Pick<Server, 'stored'>) =>
  Number(stored['cmi.core.score.raw'] ?? stored['cmi.score.raw'] ?? -1);

/** Whether the LMS has a resume state that can be read. */
export const isClaimed = ({ stored }: Pick<Server, 'stored'>, peek: Peek) =>
  peek(stored['cmi.suspend_data'] ?? '') !== null;

/** What the LMS lacks of a record that the learner was told is saved. @param peek reads a stored resume state */
export function missing(server: Server, record: LearningRecord, peek: Peek): string[] {
  const { stored } = server;
  const found = peek(stored['cmi.suspend_data'] ?? '')?.revision ?? -1;
  const revision = peek(record.suspend)?.revision ?? -1;
  const lacks: string[] = [];
  if (found < revision) lacks.push(`revision ${revision} (found ${found})`);
  if (record.status !== 'incomplete' && !isPassed(server, record.status)) lacks.push('the pass');
  if (record.score !== null && scoreOf(server) < record.score - 0.02) lacks.push(`score ${record.score}`);
  // An interaction may stand at another index than its slot, where an earlier one was lost.
  const indices = Object.keys(stored).flatMap((key) => /^cmi\.interactions\.(\d+)\.id$/.exec(key)?.[1] ?? []);
  for (const it of record.interactions) {
    if (!it) continue;
    const results = it.result === 'wrong' ? ['wrong', 'incorrect'] : [it.result];
    const isThere = (i: string) =>
      stored[`cmi.interactions.${i}.id`] === it.id && results.includes(stored[`cmi.interactions.${i}.result`] ?? '');
    if (!indices.some(isThere)) lacks.push(`interaction ${it.id}`);
  }
  return lacks;
}
