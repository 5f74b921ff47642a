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
