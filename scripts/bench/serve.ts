import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Files } from '../../scorm/types.ts';

/** What the stub of an LMS has noted; read from the page as `window.notes`. */
export interface Notes {
  /** Calls by name, the ones that ask for errors apart. */
  readonly calls: Record<string, number>;
  /** Characters of all arguments of all calls. */
  readonly characters: number;
  /** Everything set, by element. */
  readonly values: Record<string, string>;
  /** How long each commit waited for the LMS: from, to, in milliseconds of the clock on the wall. */
  readonly waits: readonly (readonly [from: number, to: number])[];
}

/**
 * Runs in the page that frames the module: the eight functions of SCORM 1.2 (RTE §3.2) over a plain object. A commit is a
 * synchronous request, as in Moodle. It never fails, so that what is counted is the module's own doing.
 */
function installStub(): void {
  const values: Record<string, string> = {
    'cmi.core.student_id': 'pnair',
    'cmi.core.student_name': 'Priya Nair',
    'cmi.core.lesson_status': 'not attempted',
    'cmi.core.lesson_mode': 'normal',
    'cmi.core.credit': 'credit',
    'cmi.core.entry': 'ab-initio',
    'cmi.interactions._children': 'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
    'cmi.interactions._count': '0',
  };
  const notes = { calls: {} as Record<string, number>, characters: 0, values, waits: [] as [number, number][] };
  const now = () => performance.timeOrigin + performance.now();
  const noted =
    (name: string, answer: (...args: string[]) => string) =>
    (...args: string[]) => {
      notes.calls[name] = (notes.calls[name] ?? 0) + 1;
      notes.characters += args.reduce((n, a) => n + String(a).length, 0);
      return answer(...args);
    };
  Object.assign(window, {
    notes,
    API: {
      LMSInitialize: noted('LMSInitialize', () => 'true'),
      LMSFinish: noted('LMSFinish', () => 'true'),
      LMSGetValue: noted('LMSGetValue', (element = '') => values[element] ?? ''),
      LMSSetValue: noted('LMSSetValue', (element = '', value = '') => {
        values[element] = value;
        return 'true';
      }),
      LMSCommit: noted('LMSCommit', () => {
        const from = now();
        const request = new XMLHttpRequest();
        request.open('POST', '/save', false);
        request.send('');
        notes.waits.push([from, now()]);
        return 'true';
      }),
      LMSGetLastError: () => '0',
      LMSGetErrorString: () => '',
      LMSGetDiagnostic: () => '',
    },
  });
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
};

/** A package being served, as an LMS serves it: in a frame, gzip, under a path of its own. */
export interface Served {
  /** Address of the page that frames the module. */
  readonly frame: string;
  /** Every file of the module starts with this. */
  readonly content: string;
  /** Files of the module answered so far. */
  answered(): number;
  /** Answers what was held back, and everything from now on. */
  release(): void;
  close(): Promise<void>;
}

/** How a package is served. */
export interface Serving {
  /** Files of the module that are answered; what is asked for beyond that is held back. */
  readonly most?: number;
  /** Whether text is compressed; default true. */
  readonly gzip?: boolean;
}

/**
 * Serves a package on a free port of this machine.
 * @param document the route's document, `induction.html`, and what follows it in its address
 */
export async function serve(
  files: Files,
  document: string,
  { most = Number.POSITIVE_INFINITY, gzip = true }: Serving = {},
): Promise<Served> {
  const path = '/pluginfile.php/7/mod_scorm/content/1/';
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>LMS</title><link rel="icon" href="data:,"><style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}</style><script>(${installStub})()</script><iframe name="module" title="Module" src="${path}${document}"></iframe></html>`;
  let [limit, answered] = [most, 0];
  const held: (() => void)[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    if (url.pathname === '/save') {
      response.writeHead(200).end('true');
      return;
    }
    const name = url.pathname.startsWith(path) ? decodeURIComponent(url.pathname.slice(path.length)) : '';
    const bytes = files.get(name);
    if (!bytes) {
      response.writeHead(404).end();
      return;
    }
    const type = types[name.split('.').at(-1) ?? ''];
    const packed = gzip && type !== undefined;
    const body = packed ? gzipSync(bytes, { level: 6 }) : bytes;
    const answer = () => {
      answered += 1;
      response
        .writeHead(200, {
          'content-type': type ?? 'application/octet-stream',
          'cache-control': 'public, max-age=600',
          'content-length': body.length,
          ...(packed && { 'content-encoding': 'gzip' }),
        })
        .end(body);
    };
    if (answered < limit) answer();
    else held.push(answer);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    frame: `${base}/`,
    content: `${base}${path}`,
    answered: () => answered,
    release() {
      limit = Number.POSITIVE_INFINITY;
      for (const answer of held.splice(0)) answer();
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
