import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { isPseudo, type PseudoLanguage } from '../../scripts/languages/pseudo.ts';
import { pseudoCourse, pseudoDocument } from '../../scripts/languages/pseudo-site.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Serves a built gallery on a free port of this machine; an address without an ending is a document. A route and its
 * data come in a pseudo-language where the address asks for one: `/induction?lang=ar-XB`.
 */
export async function serveGallery(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  const made = new Map<string, string>();
  /** A route, or its data, in the pseudo-language: made once. */
  const translated = (lang: PseudoLanguage, file: string) => {
    const make = extname(file) === '.json' ? pseudoCourse : pseudoDocument;
    const text = made.get(lang + file) ?? make(lang, readFileSync(file, 'utf8'));
    made.set(lang + file, text);
    return text;
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname));
    const lang = searchParams.get('lang') ?? '';
    const file = join(folder, extname(path) ? path : `${path === '/' ? 'index' : path}.html`);
    if (!existsSync(file)) {
      // Browsers ask for an icon whatever the document says.
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600' });
    if (isPseudo(lang)) response.end(translated(lang, file));
    else createReadStream(file).pipe(response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
