import type { Context } from '../load/context.ts';
import { many } from '../quality.ts';

/**
 * Makes `attempt` (aid, pid, file, attempt, started, …): one row a person and attempt, however many files show it. The
 * same attempt is the same person, number and start; the file with answers and the latest access wins. Makes
 * `completion` (pid, activity, …) and `grade` in the same way.
 */
export async function joinAttempts(x: Context) {
  const day = `timestamp '${x.asOf}' + interval 1 day`;
  const late = await x.db.one<{ a: number; c: number; twice: number }>(`select
    (select count(*)::int from attempt_raw where started >= ${day}) a, (select count(*)::int from completion_raw where finished >= ${day}) c,
    (select count(*)::int from (select 1 from attempt_raw r join who using (file, ident) group by r.file, pid, attempt having count(*) > 1)) twice`);
  x.quality.add(
    'after_as_of',
    'note',
    'the exports',
    `${many(late.a, 'attempt', 'attempts')} and ${many(late.c, 'completion', 'completions')} are dated after ${x.asOf} and left out`,
    'Give a later --as-of to count them',
    late.a + late.c,
  );
  x.quality.add(
    'duplicate_attempt',
    'check',
    'the exports',
    `${many(late.twice, 'attempt stands', 'attempts stand')} in one file more than once; counted once`,
    'Do not paste exports together: name each file',
    late.twice,
  );
  await x.db.run(`
    create table attempt as select row_number() over (order by pid, started nulls first, attempt)::int aid, * from (
      select pid, attempt, started, arg_max(file, (answers, last, -file, score)) file, arg_max(ident, (answers, last, -file, score)) ident,
        sco, max(last) as last, arg_max(score, (answers, last, -file, score)) score, bool_or(answers) answers, max(route) route, max(edition) edition,
        bool_or(passed) passed, max(finished) finished, min(score) low, max(score) high, count(distinct last) lasts
      from attempt_raw join who using (file, ident) where started is null or started < ${day} group by pid, attempt, started, sco);
    create table completion as select pid, activity, any_value(route) route, any_value(edition) edition,
        bool_or(done) done, min(finished) filter (where done) finished, count(distinct done) > 1 as torn from (
      select pid, activity, route, edition, coalesce(state like 'Completed%' and state not ilike '%did not achieve%'
        and finished < ${day}, false) as done, finished from completion_raw join who using (file, ident)) group by pid, activity;
    create table grade as select pid, route, max(grade) grade from grade_raw join who using (file, ident) group by pid, route;
    insert into quality_rows select 'scores_differ', null, coalesce(staff_id, username, email, name), 'attempt ' || attempt || ': ' || low || ' and ' || high
      from attempt join person using (pid) where low <> high and lasts = 1 order by pid, attempt;
    insert into quality_rows select 'completion_differs', null, coalesce(staff_id, username, email, name), activity
      from completion join person using (pid) where torn order by pid, activity`);
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
