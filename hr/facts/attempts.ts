import { sqlFile } from '../db/sql.ts';
import type { Context } from '../load/context.ts';
import { many } from '../quality.ts';

const sql = sqlFile(new URL('attempts.sql', import.meta.url));

/**
 * Makes `attempt` (aid, pid, file, attempt, started, …): one row a person and attempt, however many files show it. The
 * same attempt is the same person, number, start and route; the file that says most about answers wins, then the latest
 * access.
 */
export const joinAttempts = (x: Context): Promise<void> => x.db.run(sql('attempts'), { day: x.asOf });

/**
 * Makes `completion`: a row a person, activity and day of completion, so that a report from before a reset keeps its
 * round; without one, a row that says not done. Makes `grade`. Says what is odd in these and in the attempts.
 */
export async function joinCompletions(x: Context) {
  await sayNobody(x);
  await sayLate(x);
  await sayDuplicates(x);
  await x.db.run(sql('completions'), { day: x.asOf });
  await x.db.run(sql('grades'));
  await sayDifferences(x);
}

const listed = async (x: Context, code: string) => (await x.db.one<{ n: number }>(sql('listed'), { code })).n;

async function sayNobody(x: Context) {
  const { n } = await x.db.one<{ n: number }>(sql('nobody'));
  x.quality.add(
    'nobody',
    'check',
    'the exports',
    `${many(n, 'row names', 'rows name')} nobody (no name, id, username or email); left out`,
    'Ask the learning technologist whose accounts these are',
    n,
  );
}

/** Records from after the day of the report are left out of every figure. */
async function sayLate(x: Context) {
  const day = { day: x.asOf };
  const n = await x.db.one<Record<'attempts' | 'passes' | 'completions', number>>(sql('late'), day);
  await x.db.run(sql('list_late'), day);
  x.quality.add(
    'after_as_of',
    'note',
    'the exports',
    `${many(n.attempts, 'attempt', 'attempts')}, ${many(n.passes, 'pass', 'passes')} and ${many(n.completions, 'completion', 'completions')} are dated after ${x.asOf} and left out`,
    'Give a later --as-of to count them',
    n.attempts + n.passes + n.completions,
  );
}

async function sayDuplicates(x: Context) {
  await x.db.run(sql('list_duplicates'));
  const n = await listed(x, 'duplicate_attempt');
  x.quality.add(
    'duplicate_attempt',
    'check',
    'the exports',
    `${many(n, 'attempt stands', 'attempts stand')} in one file more than once; counted once`,
    'Do not paste exports together: name each file',
    n,
  );
}

/** Where two files say different things about one attempt or one completion. */
async function sayDifferences(x: Context) {
  await x.db.run(sql('list_differences'));
  const [scores, completions] = [await listed(x, 'scores_differ'), await listed(x, 'completion_differs')];
  x.quality.add(
    'scores_differ',
    'check',
    'the exports',
    `${many(scores, 'attempt has', 'attempts have')} different scores in different files; the file with answers was used`,
    'Download both reports on the same day',
    scores,
  );
  x.quality.add(
    'completion_differs',
    'check',
    'the exports',
    `${many(completions, 'completion is', 'completions are')} done in one completion report and not in another; counted as done`,
    'Give only the latest completion report',
    completions,
  );
}
