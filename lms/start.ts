import type { AddressInfo } from 'node:net';
import type { DatabaseSync } from 'node:sqlite';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import { Failure } from './failure.ts';
import { openLibrary } from './packages.ts';
import { newLaunch } from './store/attempts.ts';
import { openDatabase } from './store/database.ts';

/** How to start. */
export interface LmsOptions {
  /** 0: any free port. Default 4321. */
  readonly port?: number;
  /** Default 127.0.0.1: this machine only. */
  readonly host?: string;
  /** Folder of the database; made if missing. */
  readonly dataDir: string;
  /** Folder of the built zips. */
  readonly packagesDir: string;
  /** SCORM 1.2 lengths of the standard: 4,096 and 255 characters. */
  readonly strict?: boolean;
  /** Milliseconds since 1970; for tests. */
  readonly now?: () => number;
}

/** A running embedded LMS. */
export interface Lms {
  /** `http://localhost:4321/`, with the slash. */
  readonly url: string;
  readonly db: DatabaseSync;
  /** Launches as the start page does; the address of the player. `activity`: `induction-scorm12`. */
  launch(username: string, activity: string, fresh?: boolean): string;
  /** Ends every connection and closes the database. */
  close(): Promise<void>;
}

/**
 * Starts the embedded LMS. Rejects with a Failure of one sentence when the packages are missing or damaged, the data
 * folder cannot be written, or the port is taken.
 */
export async function startLms(options: LmsOptions): Promise<Lms> {
  const host = options.host ?? '127.0.0.1';
  const now = options.now ?? Date.now;
  const library = openLibrary(options.packagesDir);
  library.all();
  const db = openDatabase(options.dataDir);
  const port = () => (server.address() as AddressInfo | null)?.port ?? 0;
  const app = createApp({ db, library, strict: options.strict ?? false, now }, host, port);
  const server = createAdaptorServer({ fetch: app.fetch });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 4321, host, resolve);
    });
  } catch (error) {
    db.close();
    throw listenFailure(error, options.port ?? 4321, host);
  }
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  const url = `http://${name}:${port()}/`;
  return {
    url,
    db,
    launch: (username, activity, fresh = false) => `${url}launch/${newLaunch(db, username, activity, fresh, now())}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          db.close();
          resolve();
        });
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function listenFailure(error: unknown, port: number, host: string): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE')
    return new Failure(`Port ${port} is in use: stop what runs there, or choose another with PORT=${port + 1}.`);
  if (code === 'EACCES')
    return new Failure(`Port ${port} may not be used by this account: choose one above 1023 with PORT.`);
  return new Failure(`The server cannot listen on ${host}, port ${port}: check HOST and PORT.`);
}
