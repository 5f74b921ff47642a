import type { Context } from '../load/context.ts';

/** How many first answers are in no figure of parts 6 and 7. */
export interface LeftOut {
  /** To questions met before the section that teaches them was read. */
  readonly cold: number;
  /** Given in a follow-up, to questions that the person had never met. */
  readonly later: number;
}

/**
 * Takes out of `first_answer` what was not answered as everybody else answered it: cold, or weeks after the training in
 * a follow-up, where nothing is passed. Who met a question there has no first answer to it any more, since a later one
 * is a second. Wants `cold` and `attempt_more`.
 */
export async function leaveOut(x: Context): Promise<LeftOut> {
  const count = async () => (await x.db.one<{ n: number }>('select count(*)::int n from first_answer')).n;
  /** @param places of answers, as a query */
  const without = async (places: string): Promise<number> => {
    const { n } = await x.db.one<{ n: number }>(`select count(*)::int n from (${places})`);
    if (n === 0) return 0;
    const before = await count();
    await x.db.run(`insert into left_out ${places};
      create or replace view first_answer as
      select pid, mid from answer where pid not in (from several) and rowid not in (from left_out)
      union all select pid, mid from repeated where place not in (from left_out)`);
    return before - (await count());
  };
  await x.db.run('create table left_out (place bigint)');
  return {
    cold: await without('from cold'),
    later: await without(`select a.rowid from answer a where aid in
      (select aid from attempt_more join route on route.id = way where route.papers is null)`),
  };
}

/** One bit an answer, by its row in `answer`: which of them were left out; null where that changes nothing. */
export async function placesOf({ db }: Context, { cold, later }: LeftOut): Promise<Uint8Array | null> {
  if (cold + later === 0) return null;
  const { all } = await db.one<{ all: number }>('select count(*)::int as all from answer');
  const bits = new Uint8Array((all >> 3) + 1);
  await db.each<number>('select place::integer from left_out', ([place = 0]) => {
    bits[place >> 3] = (bits[place >> 3] as number) | (1 << (place & 7));
  });
  return bits;
}
