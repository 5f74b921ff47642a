import { sqlFile } from '../db/sql.ts';
import type { Context } from '../load/context.ts';
import { many } from '../quality.ts';

const sql = sqlFile(new URL('disagreements.sql', import.meta.url));

/** Where two files say different things about the same person. Each is counted on the page and listed by person. */
export async function sayDisagreements(x: Context) {
  const { records, completions } = await x.db.one<{ records: number; completions: number }>(sql('given'));
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
  const both = ['done_no_attempt', 'done_no_declaration', 'declared_not_done', 'score_grade'];
  if (records > 0 && completions > 0) for (const code of both) await x.db.run(sql(code));
  await x.db.run(sql('backwards_time'));
  const n = Object.fromEntries((await x.db.all<{ code: string; n: number }>(sql('counts'))).map((r) => [r.code, r.n]));
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
