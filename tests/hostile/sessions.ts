import type { Opened, World } from './world.ts';

/**
 * Log-ins and what Moodle does with them. A player page that was opened in a session that has died is refused for good;
 * the first page after a new log-in empties local storage, and so does the first after an administrator has purged
 * the caches. IndexedDB stays.
 */

/** The session dies: the server answers with its login page. */
export function endSession({ server }: World): void {
  server.net = 'signedOut';
}

/** Signs in again, in this tab or another: files are served again; launches from before stay refused. */
export function signIn({ server, browser, profile }: World): void {
  server.session++;
  server.net = 'up';
  if (profile.clearsLocal) browser.clearsAtNextPage = true;
}

/** An administrator has purged the caches. */
export function purge({ browser }: World): void {
  browser.clearsAtNextPage = true;
}

/** A page of the LMS is loaded: what it empties is empty before the module opens. */
export function loadPage({ browser }: Pick<World, 'browser'>): void {
  if (browser.clearsAtNextPage) browser.local.clear();
  browser.clearsAtNextPage = false;
}

/**
 * The keep-alive finds the session dead, at most 30 s later, and sends the page to the login page by itself: it is
 * hidden and left, and its last beacons are answered by way of the login page.
 */
export async function sentToLogin(world: World, opened: Opened, within = 30_000): Promise<void> {
  endSession(world);
  await world.clock.advance(within);
  opened.leave();
}
