import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

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
