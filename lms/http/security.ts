import { createHash } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import type { MiddlewareHandler } from 'hono';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Host names by which the server may be asked. Bound to loopback: its names. Bound to one address or name: that one as
 * well. Bound to every address (`0.0.0.0`, `::`): those of this machine.
 */
export function allowedHosts(bind: string): string[] {
  const bracket = (a: string) => (a.includes(':') && !a.startsWith('[') ? `[${a}]` : a);
  if (bind !== '0.0.0.0' && bind !== '::') return [...new Set([...loopback, bracket(bind)])];
  const own = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map((a) => bracket(a.address)));
  return [...new Set([...loopback, ...own])];
}

/**
 * Refuses what another site could send. Every request must name a host we answer for (a rebound DNS name does not);
 * every request that changes something must be a POST whose Origin is this very server.
 */
export function guard(bind: string, port: () => number): MiddlewareHandler {
  const names = allowedHosts(bind);
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase();
    const known = names.some((n) => host === `${n}:${port()}` || (port() === 80 && host === n));
    if (!known)
      return c.text(`This server does not answer for the host "${host}": use http://localhost:${port()}/.`, 421);
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (c.req.method !== 'POST') return c.text('Only GET and POST are understood here.', 405);
    const site = c.req.header('sec-fetch-site');
    if (c.req.header('origin') !== `http://${host}` || (site !== undefined && site !== 'same-origin'))
      return c.text('This request came from another site and was refused.', 403);
    return next();
  };
}

const policy = (scripts = '', styles = '') =>
  [
    "default-src 'none'",
    `script-src 'self'${scripts}`,
    `style-src 'self'${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

const hashes = (html: string, element: 'script' | 'style') =>
  [...html.matchAll(new RegExp(`<${element}\\b([^>]*)>([\\s\\S]*?)</${element}>`, 'gi'))]
    .filter(
      ([, attributes = '', text]) => text && !/\bsrc\s*=/i.test(attributes) && !/application\/json/i.test(attributes),
    )
    .map(([, , text = '']) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    .join('');

/**
 * Content security policy of a module's document: own files only, and the inline scripts and styles that the package
 * itself ships, by hash. No `unsafe-inline`, no `eval`, no other host.
 */
export const documentPolicy = (html: string) => policy(hashes(html, 'script'), hashes(html, 'style'));

/** Headers of every answer; a handler may have set a policy or caching of its own. */
export const headers: MiddlewareHandler = async (c, next) => {
  await next();
  const set = (name: string, value: string) => c.res.headers.has(name) || c.res.headers.set(name, value);
  set('content-security-policy', policy());
  set('cache-control', 'no-store');
  c.res.headers.set('x-content-type-options', 'nosniff');
  // Not "no-referrer": under that a browser sends "Origin: null" with forms, and we need the origin.
  c.res.headers.set('referrer-policy', 'same-origin');
  c.res.headers.set('cross-origin-resource-policy', 'same-origin');
  c.res.headers.set('cross-origin-opener-policy', 'same-origin');
};
