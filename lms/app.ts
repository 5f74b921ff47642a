import { Hono } from 'hono';
import type { Context } from './context.ts';
import { Failure, messageOf } from './failure.ts';
import { asset, mediaType } from './http/assets.ts';
import { guard, headers } from './http/security.ts';
import { problemPage } from './pages/layout.ts';
import { manage } from './routes/manage.ts';
import { play } from './routes/play.ts';

/** The whole server: guard and headers first, then its own files, the pages and the player. */
export function createApp(context: Context, bind: string, port: () => number): Hono {
  const app = new Hono();
  app.use(headers);
  app.use(guard(bind, port));
  for (const path of ['/static/*', '/player/*'])
    app.get(path, (c) => {
      const bytes = asset(c.req.path);
      return bytes ? c.body(bytes, 200, { 'content-type': mediaType(c.req.path) }) : c.notFound();
    });
  app.get('/favicon.ico', (c) => c.body(null, 204));
  manage(app, context);
  play(app, context);
  app.notFound((c) =>
    c.html(problemPage('Not found', `There is nothing at ${c.req.path}. What stood there may have been reset.`), 404),
  );
  app.onError((error, c) => {
    if (error instanceof Failure) return c.html(problemPage('The module cannot be shown', error.message), 503);
    console.error(`Request ${c.req.method} ${c.req.path} failed: ${messageOf(error)}`);
    return c.html(problemPage('Something went wrong', 'The embedded LMS could not do that; its window says why.'), 500);
  });
  return app;
}
