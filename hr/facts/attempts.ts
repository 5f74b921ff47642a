import type { Context } from '../load/context.ts';
import { many } from '../quality.ts';

/**
 * Makes `attempt` (aid, pid, file, attempt, started, …): one row a person and attempt, however many files show it. The
 * same attempt is the same person, number, start and route; the file that says most about answers wins, then the latest
 * access. Makes `completion`: a row a person, activity and day of completion, so that a report from before a reset keeps
 * its round; without one, a row that says not done. Makes `grade`.
 */
export async function joinAttempts(x: Context) {
  const day = `timestamp '${x.asOf}' + interval 1 day`;
  await nobody(x);
  const late = await x.db.one<{ a: number; c: number; p: number }>(`select
    (select count(*)::int from attempt_raw where started >= ${day}) a, (select count(*)::int from completion_raw where finished >= ${day}) c,
    (select count(*)::int from attempt_raw where finished >= ${day} and started < ${day}) p`);
  await x.db.run(`insert into quality_rows select 'duplicate_attempt', null, coalesce(staff_id, username, email, name), 'attempt ' || attempt || ': ' || count(*) || ' rows in one file'
    from attempt_raw r join who using (file, ident) join person using (pid) group by r.file, pid, attempt, started, sco, route, staff_id, username, email, name having count(*) > 1 order by pid, attempt;
    insert into quality_rows select distinct 'after_as_of', null, coalesce(staff_id, username, email, name), 'a record is dated after ${x.asOf}'
    from (select file, ident from attempt_raw where started >= ${day} or finished >= ${day} union all select file, ident from completion_raw where finished >= ${day})
    join who using (file, ident) join person using (pid) order by 3`);
  const { twice } = await x.db.one<{ twice: number }>(
    `select count(*)::int twice from quality_rows where code = 'duplicate_attempt'`,
  );
  x.quality.add(
    'after_as_of',
    'note',
    'the exports',
    `${many(late.a, 'attempt', 'attempts')}, ${many(late.p, 'pass', 'passes')} and ${many(late.c, 'completion', 'completions')} are dated after ${x.asOf} and left out`,
    'Give a later --as-of to count them',
    late.a + late.c + late.p,
  );
  x.quality.add(
    'duplicate_attempt',
    'check',
    'the exports',
    `${many(twice, 'attempt stands', 'attempts stand')} in one file more than once; counted once`,
    'Do not paste exports together: name each file',
    twice,
  );
  const best = 'worth, last, -file, score';
  // Where no start can be read, the first attempts at two activities would look like one: the file keeps them apart.
  const alone = 'case when started is null and route is null then file end';
  await x.db.run(`
    create table attempt as select (row_number() over (order by pid, started nulls first, attempt, route nulls first, sco nulls first, file))::int aid, * from (
      select pid, attempt, started, arg_max(file, (${best})) file, arg_max(ident, (${best})) ident,
        sco, max(last) as last, arg_max(score, (${best})) score, bool_or(worth > 1) answers, route, max(edition) edition,
        bool_or(passed and (finished is null or finished < ${day})) passed, max(finished) filter (where finished < ${day}) finished,
        min(score) low, max(score) high, count(distinct last) lasts
      from (select *, worth < 0 and bool_or(worth >= 0) over (partition by pid, attempt, sco, route) known from attempt_raw join who using (file, ident) where pid is not null)
      where not known and (started is null or started < ${day}) group by pid, attempt, started, sco, route, ${alone});
    create table completion_said as select pid, activity, route, edition, finished, coalesce(state like 'Completed%' and state not ilike '%did not achieve%'
        and finished < ${day}, false) as done from completion_raw join who using (file, ident) where pid is not null;
    create table completion as select pid, activity, any_value(route) route, any_value(edition) edition, true done, min(finished) finished
        from completion_said where done group by pid, activity, finished::date
      union all select pid, activity, any_value(route), any_value(edition), false, null from completion_said group by pid, activity having not bool_or(done);
    create table grade as select pid, route, max(grade) grade from grade_raw join who using (file, ident) where pid is not null group by pid, route;
    insert into quality_rows select 'scores_differ', null, coalesce(staff_id, username, email, name), 'attempt ' || attempt || ': ' || low || ' and ' || high
      from attempt join person using (pid) where low <> high and lasts = 1 order by pid, attempt;
    insert into quality_rows select 'completion_differs', null, coalesce(staff_id, username, email, name), activity
      from (select pid, activity from completion_said group by all having count(distinct done) > 1) join person using (pid) order by pid, activity`);
  const n = await x.db.one<{ s: number; c: number }>(`select count(*) filter (where code = 'scores_differ')::int s,
    count(*) filter (where code = 'completion_differs')::int c from quality_rows`);
  x.quality.add(
    'scores_differ',
    'check',
    'the exports',
    `${many(n.s, 'attempt has', 'attempts have')} different scores in different files; the file with answers was used`,
    'Download both reports on the same day',
    n.s,
  );
  x.quality.add(
    'completion_differs',
    'check',
    'the exports',
    `${many(n.c, 'completion is', 'completions are')} done in one completion report and not in another; counted as done`,
    'Give only the latest completion report',
    n.c,
  );
}

/** Rows that name nobody: no name, id, username or email. */
async function nobody(x: Context) {
  const from = `(select file, ident from attempt_raw union all select file, ident from completion_raw) r join who w using (file, ident) where w.pid is null`;
  const { n } = await x.db.one<{ n: number }>(`select count(*)::int n from ${from}`);
  x.quality.add(
    'nobody',
    'check',
    'the exports',
    `${many(n, 'row names', 'rows name')} nobody (no name, id, username or email); left out`,
    'Ask the learning technologist whose accounts these are',
    n,
  );
}
