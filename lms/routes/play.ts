import type { Hono, Context as Request } from 'hono';
import { activityOf } from '../activity.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { mediaType } from '../http/assets.ts';
import { commitInput, commitLimit, formLimit, inputError, launchInput, limit, reviewInput } from '../http/input.ts';
import { documentPolicy } from '../http/security.ts';
import { problemPage } from '../pages/layout.ts';
import { playerPage } from '../pages/player.ts';
import { findPerson } from '../people.ts';
import { type Attempt, attemptOfToken, newLaunch, storedRecord } from '../store/attempts.ts';
import { storeCommit } from '../store/commit.ts';
import { flag } from '../store/flags.ts';
import { beginSession, sessionOf } from '../store/sessions.ts';

/** Launch, player, the module's files, and what the player posts. Each needs the launch's token. */
export function play(app: Hono, { db, library, strict, now }: Context): void {
  const packageOf = (attempt: Attempt) => {
    const found = library.all().get(attempt.activity);
    if (!found) throw new Failure(`The package of ${attempt.activity} has gone: build it with "npm run build".`);
    return found;
  };
  const attemptOf = (c: Request) => attemptOfToken(db, c.req.param('token') ?? '');
  const refuse = (c: Request, status: 400 | 404 | 409, message: string) => c.json({ result: false, message }, status);
  const noLaunch = 'This launch is not known (any more): launch the module again.';
  const json = async (c: Request): Promise<unknown> => c.req.json().catch(() => null);

  app.post('/launch', limit(formLimit), async (c) => {
    const input = launchInput.safeParse(await c.req.parseBody());
    if (!input.success)
      return c.html(problemPage('Launch', 'Choose one of the people and one of the packages there are.'), 400);
    const { person, activity, fresh } = input.data;
    if (!library.all().has(activity)) return c.html(problemPage('Launch', 'There is no such package.'), 400);
    return c.redirect(`/launch/${newLaunch(db, person, activity, fresh === 'yes', now())}`, 303);
  });

  app.get('/launch/:token', (c) => {
    const attempt = attemptOf(c);
    const person = attempt && findPerson(attempt.username);
    if (!attempt || !person) return c.html(problemPage('Launch again', noLaunch), 404);
    return c.html(playerPage(packageOf(attempt), person, attempt, `/launch/${c.req.param('token')}`));
  });

  app.post('/launch/:token/begin', limit(formLimit), (c) => {
    const attempt = attemptOf(c);
    if (!attempt) return refuse(c, 404, noLaunch);
    const given = beginSession(db, c.req.param('token'), attempt, packageOf(attempt).name, now());
    return c.json({ ...given, standard: activityOf(attempt.activity).standard, strict });
  });

  app.post('/launch/:token/commit', limit(commitLimit), async (c) => {
    const attempt = attemptOf(c);
    if (!attempt) return refuse(c, 404, noLaunch);
    const input = commitInput(activityOf(attempt.activity).standard).safeParse(await json(c));
    if (!input.success) return refuse(c, 400, inputError(input.error));
    const session = sessionOf(db, c.req.param('token'), input.data.session);
    if (!session) return refuse(c, 404, 'This session is not of this launch.');
    // A commit that was on its way when the session finished still counts; one made afterwards does not.
    if (session.finish_sequence !== null && input.data.sequence > session.finish_sequence)
      return refuse(c, 409, 'The session has been finished.');
    const { flags, late } = storeCommit(db, attempt, session, input.data, now());
    if (late) return refuse(c, 409, 'A newer session of this attempt has saved since.');
    return c.json({ result: true, flags });
  });

  app.post('/launch/:token/review', limit(commitLimit), async (c) => {
    const attempt = attemptOf(c);
    if (!attempt) return refuse(c, 404, noLaunch);
    const input = reviewInput.safeParse(await json(c));
    if (!input.success) return refuse(c, 400, inputError(input.error));
    const session = sessionOf(db, c.req.param('token'), input.data.session);
    if (!session || session.mode === 'normal') return refuse(c, 409, 'This session is no review.');
    const was = storedRecord(db, attempt.id).get(input.data.element) ?? '';
    flag(
      db,
      { attempt: attempt.id, session: session.id, now: now() },
      'set',
      input.data.element,
      was,
      input.data.value,
    );
    return c.json({ result: true });
  });

  app.get('/launch/:token/content/*', (c) => {
    const attempt = attemptOf(c);
    if (!attempt) return c.text(noLaunch, 404);
    // A look-up among the zip's own names: no path can lead anywhere else.
    const path = c.req.path.slice(c.req.path.indexOf('/content/') + '/content/'.length);
    const bytes = packageOf(attempt).files.get(path);
    if (!bytes) return c.text(`The package has no file "${path}".`, 404);
    const policy = path.endsWith('.html') ? documentPolicy(new TextDecoder().decode(bytes)) : undefined;
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': mediaType(path),
      ...(policy && { 'content-security-policy': policy }),
    });
  });
}
