import type { Hono } from 'hono';
import { activityOf, routeName, standardName } from '../activity.ts';
import type { Context } from '../context.ts';
import { completionsCsv, interactionsCsv } from '../csv.ts';
import { formLimit, limit, resetInput } from '../http/input.ts';
import { statusOf } from '../moodle/result.ts';
import { completionsPage, resetPage } from '../pages/completions.ts';
import { homePage } from '../pages/home.ts';
import { problemPage } from '../pages/layout.ts';
import { recordPage } from '../pages/record.ts';
import { findPerson, fullName } from '../people.ts';
import { allAttempts, attemptById, deleteAll, deleteAttempt, lastAttempt, storedRecord } from '../store/attempts.ts';
import { flagsOf } from '../store/flags.ts';
import { sessionsOf } from '../store/sessions.ts';

/** Home, records, completion list, CSV files, reset. */
export function manage(app: Hono, { db, library, strict }: Context): void {
  app.get('/', (c) => {
    const packages = [...library.all().values()];
    const standing = (username: string) =>
      packages.flatMap(({ activity }) => {
        const last = lastAttempt(db, username, activity.key);
        return last ? [{ activity, status: statusOf(activity.standard, storedRecord(db, last.id)) }] : [];
      });
    return c.html(homePage(packages, standing, strict));
  });

  app.get('/attempts/:id', (c) => {
    const attempt = attemptById(db, Number(c.req.param('id')));
    if (!attempt) return c.notFound();
    return c.html(
      recordPage(attempt, storedRecord(db, attempt.id), sessionsOf(db, attempt.id), flagsOf(db, attempt.id)),
    );
  });

  app.get('/completions', (c) => {
    const rows = allAttempts(db).map((attempt) => ({
      attempt,
      stored: storedRecord(db, attempt.id),
      flags: flagsOf(db, attempt.id),
    }));
    return c.html(completionsPage(rows));
  });

  for (const [name, make] of [
    ['completions', completionsCsv],
    ['interactions', interactionsCsv],
  ] as const)
    app.get(`/${name}.csv`, (c) =>
      c.body(make(db), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.csv"`,
      }),
    );

  app.get('/reset', (c) => {
    const input = resetInput.safeParse(c.req.query());
    if (!input.success) return c.html(problemPage('Reset', 'Nothing to reset was named.'), 400);
    if (input.data.attempt === 'all') return c.html(resetPage('all', 'every attempt of everybody'));
    const attempt = attemptById(db, input.data.attempt);
    if (!attempt) return c.notFound();
    const person = findPerson(attempt.username);
    const { route, standard } = activityOf(attempt.activity);
    const whose = person ? fullName(person) : attempt.username;
    return c.html(
      resetPage(attempt.id, `attempt ${attempt.number} of ${whose} at ${routeName(route)}, ${standardName[standard]}`),
    );
  });

  app.post('/reset', limit(formLimit), async (c) => {
    const input = resetInput.safeParse(await c.req.parseBody());
    if (!input.success) return c.html(problemPage('Reset', 'Nothing to reset was named.'), 400);
    if (input.data.attempt === 'all') deleteAll(db);
    else deleteAttempt(db, input.data.attempt);
    return c.redirect('/completions', 303);
  });
}
