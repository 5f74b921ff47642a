import type { Context } from '../load/context.ts';
import { many } from '../quality.ts';

const who = 'coalesce(p.staff_id, p.username, p.email, p.name)';

/** Where two files say different things about the same person. Each is counted on the page and listed by person. */
export async function sayDisagreements(x: Context) {
  const list = (code: string, detail: string, from: string) =>
    x.db.run(`insert into quality_rows select '${code}', null, ${who}, ${detail} from ${from} order by p.pid`);
  const { records, completions } = await x.db.one<{ records: number; completions: number }>(
    `select (select count(*)::int from attempt_raw) records, (select count(*)::int from completion_raw) completions`,
  );
  if (completions === 0)
    x.quality.add(
      'no_completion',
      'check',
      'the report',
      'No activity completion report was given: who is done is taken from declarations and statuses in the record',
      'Add the Activity completion report; it is the authority on who is done',
    );
  if (records === 0)
    x.quality.add(
      'no_record',
      'check',
      'the report',
      'No SCORM report was given: nothing can be said about minutes, papers, questions and declarations',
      'Add the Interactions report with all four boxes ticked',
    );
  if (records > 0 && completions > 0) {
    await list(
      'done_no_attempt',
      `'done on ' || r.finished::date || ' in the completion report, no attempt'`,
      `round r join person p using (pid) where r.source = 'completion report' and r.rid is null and exists (select 1 from attempt a join file_route f using (file) where f.refresher = (r.route = 'refresher'))`,
    );
    await list(
      'done_no_declaration',
      `'done on ' || r.finished::date || ', no declaration in the record'`,
      `round r join person p using (pid) where r.source = 'completion report' and r.passed and r.answers and r.declared is null and exists (from declared)`,
    );
    await list(
      'declared_not_done',
      `'declared on ' || r.declared::date || ', not done in the completion report'`,
      `round r join person p using (pid) where r.source = 'completion report' and not r.passed and r.ended`,
    );
    await list(
      'score_grade',
      `'best score ' || s.score || ', grade ' || g.grade`,
      `grade g join person p using (pid) join (select pid, route, max(score) score from record_round group by all) s using (pid, route) where g.grade is not null and abs(s.score - g.grade) > 0.5`,
    );
  }
  await list(
    'backwards_time',
    `'started ' || r.started || ', finished ' || r.finished`,
    `round r join person p using (pid) where r.finished < r.started - interval 1 day`,
  );
  const n = Object.fromEntries(
    (await x.db.all<{ code: string; n: number }>('select code, count(*)::int n from quality_rows group by 1')).map(
      (r) => [r.code, r.n],
    ),
  );
  const add = (code: string, says: (n: number) => string, remedy: string) =>
    x.quality.add(code, 'check', 'files that disagree', says(n[code] ?? 0), remedy, n[code] ?? 0);
  add(
    'done_no_attempt',
    (c) =>
      `${many(c, 'person is', 'people are')} done in the completion report without an attempt in the SCORM report; counted as done`,
    'Was it marked by hand, or the attempt deleted? Ask the learning technologist',
  );
  add(
    'done_no_declaration',
    (c) =>
      `${many(c, 'person is', 'people are')} done in the completion report but made no declaration; counted as done`,
    'Check that the activity requires the status Passed only, and that Force completed is off',
  );
  add(
    'declared_not_done',
    (c) =>
      `${many(c, 'person has', 'people have')} declared, but the completion report says not done; counted as not done`,
    'Ask them to open the module once more: it sends the pass again',
  );
  add(
    'score_grade',
    (c) => `${many(c, 'person’s', 'people’s')} best score differs from the gradebook`,
    'Download both on the same day; check that the grading method is Highest grade',
  );
  add(
    'backwards_time',
    (c) => `${many(c, 'round finishes', 'rounds finish')} before starting; kept`,
    'Check the time zone of the reports',
  );
}
