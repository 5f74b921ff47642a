import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { newServer, type Server } from './fake-lms.ts';
import { type Profile, profile } from './profiles.ts';
import { pageSource } from './source.ts';

/** A hostile LMS that a browser can open: the module in a frame, the fake around it, saves over real requests. */
export interface HostileLms {
  /** The launch page. */
  readonly url: string;
  /** The module's own address. */
  readonly module: string;
  /** What is stored, and how the server is: set `net` to make it fail. */
  readonly server: Server;
  /** Saves that arrived. */
  readonly saves: Record<string, string>[];
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  woff2: 'font/woff2',
  txt: 'text/plain',
};
const folder = '/pluginfile.php/123/mod_scorm/content/7/';
const inFrame = (module: string) =>
  `<iframe name="module" title="Module" src="${module}" style="width:714px;height:666px;border:0"></iframe>`;
const LOGIN = '<!doctype html><title>Log in to the site</title><h1>Log in</h1>';

/** A module as built: files that a browser can open. */
export interface BuiltModule {
  /** Folder with its files. */
  readonly site: string;
  /** File in it that the LMS launches. */
  readonly entry: string;
  /** The text of that file as the package of a standard has it; left out, the file is the same in all of them. */
  packed?(text: string, standard: Profile['standard']): string;
}

/**
 * Serves a module inside a hostile LMS, on a free port of this machine.
 * @param name a profile's
 * @param around the LMS's page below its script, given the module's address
 */
export async function startHostileLms(
  name: string,
  { site, entry, packed = (text) => text }: BuiltModule,
  around: (module: string) => string = inFrame,
): Promise<HostileLms> {
  const which = profile(name);
  const state = newServer();
  const saves: Record<string, string>[] = [];

  const http = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const isModule = pathname === '/save' || pathname.startsWith(folder);
    if (pathname === '/login') return void response.setHeader('content-type', 'text/html').end(LOGIN);
    if (isModule && (state.net === 'offline' || state.net === 'drop')) return void request.socket.destroy();
    if (isModule && state.net === 'error') return void response.writeHead(503).end('<h1>Service unavailable</h1>');
    if (pathname === '/save' && state.net === 'handler') return void response.writeHead(503).end();
    if (pathname === '/save' && state.net === 'staleKey') return void response.end(); // answered well, with nothing
    if (isModule && state.net === 'signedOut') return void response.writeHead(303, { location: '/login' }).end();
    if (pathname === '/lms') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      const script = pageSource(which, { ...state, log: [], violations: [] }, true);
      response.end(
        `<!doctype html><title>LMS</title><link rel="icon" href="data:,"><script>${script}</script>${around(`http://${request.headers.host}${folder}${entry}`)}`,
      );
    } else if (pathname === '/save') {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      request.on('end', () => {
        const values = JSON.parse(body) as Record<string, string>;
        saves.push(values);
        Object.assign(state.stored, values);
        response.end('true');
      });
    } else {
      const file = join(site, pathname.slice(folder.length));
      if (!pathname.startsWith(folder) || !existsSync(file)) return void response.writeHead(404).end();
      response.setHeader('content-type', TYPES[file.split('.').pop() ?? ''] ?? 'application/octet-stream');
      const bytes = readFileSync(file);
      response.end(file.endsWith(entry) ? packed(bytes.toString(), which.standard) : bytes);
    }
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/lms`,
    module: `http://localhost:${port}${folder}${entry}`,
    server: state,
    saves,
    close: () =>
      new Promise((done) => {
        http.closeAllConnections();
        http.close(() => done());
      }),
  };
}
