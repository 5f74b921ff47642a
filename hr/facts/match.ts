import type { Context } from '../load/context.ts';
import { many } from '../quality.ts';

/** How the people of the exports were found in the staff list. */
export interface Matching {
  readonly byStaffId: number;
  readonly byUsername: number;
  readonly byEmail: number;
  readonly unmatched: number;
}

/**
 * Makes `who` (file, ident → pid): staff id, then username, then email; an export that shows only an email borrows the
 * staff id from one that shows both. People of the exports who are not in the list join `person` with listed = false.
 */
export async function matchPeople(x: Context, withList: boolean): Promise<Matching> {
  // An address or name that stands for two people matches nobody.
  await x.db.run(`
    create temp table by_id as select lower(staff_id) k, min(pid) pid from person where staff_id is not null group by 1 having count(*) = 1;
    create temp table by_bare_id as select ltrim(lower(staff_id), '0') k, min(pid) pid from person where staff_id is not null group by 1 having count(*) = 1;
    create temp table by_user as select lower(username) k, min(pid) pid from person where username is not null group by 1 having count(*) = 1;
    create temp table by_email as select email k, min(pid) pid from person where email is not null group by 1 having count(*) = 1;
    create temp table bridge as select email k, min(lower(staff_id)) staff_id from seen
      where email is not null and staff_id is not null group by 1 having count(distinct lower(staff_id)) = 1;
    create temp table user_bridge as select lower(username) k, min(lower(staff_id)) staff_id from seen
      where username is not null and staff_id is not null group by 1 having count(distinct lower(staff_id)) = 1;
    create temp table found as select s.*, coalesce(lower(s.staff_id), ub.staff_id, b.staff_id) as any_id,
      coalesce(i.pid, i2.pid) p_id, z.pid p_zero, coalesce(u.pid, u2.pid) p_user, e.pid p_email from seen s
      left join bridge b on b.k = s.email left join user_bridge ub on ub.k = lower(s.username)
      left join by_id i on i.k = lower(s.staff_id) left join by_id i2 on i2.k = coalesce(ub.staff_id, b.staff_id)
      left join by_user u on u.k = lower(s.username) left join by_id u2 on u2.k = lower(s.username)
      left join by_email e on e.k = s.email
      left join by_bare_id z on z.k = ltrim(coalesce(lower(s.staff_id), ub.staff_id, b.staff_id), '0') and z.k <> '';
    create temp table stranger as select coalesce('id ' || any_id, 'user ' || lower(username), 'mail ' || email, 'name ' || file || lower(name)) k,
      min(staff_id) staff_id, min(username) username, min(name) as name, min(email) email, min(department) department, min(staff_type) staff_type
      from found where coalesce(p_id, p_user, p_email, p_zero) is null and coalesce(any_id, username, email, name) is not null group by 1;
    create temp table stranger_pid as select k, ((select coalesce(max(pid), 0) from person) + row_number() over (order by k))::int pid from stranger;
    insert into person select pid, staff_id, username, name, email, department, staff_type, null, null, null, null, null, ${!withList}, 'exports'
      from stranger join stranger_pid using (k) order by pid;
    create table who as select file, ident, coalesce(p_id, p_user, p_email, p_zero, sp.pid) pid,
      case when p_id is not null then 'staff id' when p_user is not null then 'username' when p_email is not null then 'email' when p_zero is not null then 'zeros' end matched_by,
      (p_id <> p_user or p_id <> p_email or p_user <> p_email) is true as torn from found
      left join stranger_pid sp on sp.k = coalesce('id ' || any_id, 'user ' || lower(username), 'mail ' || email, 'name ' || file || lower(name));
    insert into quality_rows select 'torn_identity', null, coalesce(p.staff_id, p.username, p.email), 'id, username and email name different people; the first was used'
      from (select distinct pid from who where torn) join person p using (pid) order by 3;`);
  const n = await x.db.one<Record<'i' | 'u' | 'e' | 'z' | 'missing' | 'torn', number>>(`with best as (select pid,
      min(case matched_by when 'staff id' then 1 when 'username' then 2 when 'email' then 3 when 'zeros' then 4 end) m from who group by pid)
    select count(*) filter (where m = 1)::int i, count(*) filter (where m = 2)::int u, count(*) filter (where m = 3)::int e, count(*) filter (where m = 4)::int z,
      count(*) filter (where m is null and pid is not null)::int as missing, (select count(distinct pid)::int from who where torn) torn from best`);
  x.quality.add(
    'torn_identity',
    'check',
    'the exports',
    `For ${many(n.torn, 'person', 'people')} staff id, username and email name different people; the first of these was used`,
    'Correct the account or the list',
    n.torn,
  );
  await x.db.run(`insert into quality_rows select 'lost_zeros', null, p.staff_id, 'the exports say ' || min(f.staff_id) from who w join person p using (pid)
    join found f using (file, ident) where w.matched_by = 'zeros' group by p.staff_id order by 3`);
  x.quality.add(
    'lost_zeros',
    'check',
    'the people file',
    `The staff ids of ${many(n.z, 'person', 'people')} are the same as in the exports only without leading zeros, which a spreadsheet has dropped from one of them; matched so`,
    'Save the people file with its staff ids as text',
    n.z,
  );
  return { byStaffId: n.i + n.z, byUsername: n.u, byEmail: n.e, unmatched: n.missing };
}

/** Says who is in the exports but not in the staff list. Run when `attempt` and `completion` are there. */
export async function sayUnmatched(x: Context) {
  await x.db.run(`insert into quality_rows select case when origin = 'manual evidence' then 'manual_unmatched' when a.pid is null and c.pid is null then 'unmatched_idle' else 'unmatched' end, null,
      coalesce(p.staff_id, p.username, p.email, p.name), case when origin = 'manual evidence' then 'in the manual evidence' else 'in the exports' end || ', not in the people file' from person p
      left join (select distinct pid from attempt) a using (pid) left join (select distinct pid from completion) c using (pid)
      where not p.listed order by p.pid`);
  const n = await x.db.one<Record<'active' | 'idle' | 'manual' | 'matched', number>>(`select
    count(*) filter (where code = 'unmatched')::int active, count(*) filter (where code = 'unmatched_idle')::int idle,
    count(*) filter (where code = 'manual_unmatched')::int manual,
    (select count(*)::int from person where listed and (pid in (select pid from attempt) or pid in (select pid from completion))) "matched" from quality_rows`);
  x.quality.add(
    'many_unmatched',
    'check',
    'the people file',
    `Of ${many(n.active + n.matched, 'person', 'people')} with a record only ${n.matched.toLocaleString('en-GB')} are in it: the figures may be far too low`,
    'Check that it is the whole staff list, and that its staff ids, usernames or emails are those of the LMS',
    n.active >= 5 && n.active > 0.1 * (n.active + n.matched) ? 1 : 0,
  );
  x.quality.add(
    'unmatched',
    'check',
    'the exports',
    `${many(n.active, 'person has', 'people have')} a record but ${n.active === 1 ? 'is' : 'are'} not in the people file; in the evidence file and in the figures about questions only`,
    'Add them to the people file, or correct their id in Moodle',
    n.active,
  );
  x.quality.add(
    'manual_unmatched',
    'check',
    'the manual evidence',
    `${many(n.manual, 'person is', 'people are')} not in the people file: the evidence counts for nobody in scope`,
    'Correct the person’s staff id, username or email in one of the two files',
    n.manual,
  );
  x.quality.add(
    'unmatched_idle',
    'note',
    'the exports',
    `${many(n.idle, 'person is', 'people are')} listed without any attempt and ${n.idle === 1 ? 'is' : 'are'} not in the people file (usually teachers and managers of the course)`,
    '',
    n.idle,
  );
}
