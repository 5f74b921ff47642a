import { posix } from 'node:path';
import { type HastNode, htmlToHast } from 'satteri';
import type { Files } from '../types.ts';

/**
 * Judges one address found in `path`. An address must be relative and lead to a file of the package, in exact case.
 * `link`: the learner follows it by choice, so that it may lead to another host.
 * Returns a sentence, or null when it is sound.
 */
function checkAddress(path: string, raw: string, files: Files, link = false): string | null {
  const address = raw.trim();
  if (address === '' || address.startsWith('#') || address.startsWith('data:')) return null;
  if (/^(mailto|tel):/i.test(address)) return link ? null : `${path}: "${address}" cannot be loaded.`;
  if (/^(https?:)?\/\//i.test(address))
    return link ? null : `${path}: "${short(address)}" loads from another host; ship the file with the module.`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return `${path}: "${short(address)}" is not an address a package may use.`;
  if (address.startsWith('/')) return `${path}: "${short(address)}" starts at the server's root; make it relative.`;
  const target = posix.join(posix.dirname(path), decode(address.replace(/[?#].*$/, '')));
  if (target.startsWith('..')) return `${path}: "${short(address)}" leads out of the package.`;
  if (files.has(target)) return null;
  const other = [...files.keys()].find((f) => f.toLowerCase() === target.toLowerCase());
  return other
    ? `${path}: "${short(address)}" differs from ${other} in capitals; write it the same.`
    : `${path}: "${short(address)}" is not in the package; add the file or correct the address.`;
}

const short = (s: string) => (s.length > 80 ? `${s.slice(0, 79)}…` : s);

function decode(s: string): string {
  try {
    return decodeURIComponent(s);
  } catch {
    return s;
  }
}

/** Addresses in `url(…)` and `@import`. */
export function checkCss(path: string, css: string, files: Files): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const found = [
    ...plain.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/gi),
    ...plain.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/gi),
  ];
  return found.flatMap((m) => checkAddress(path, m[1] ?? m[2] ?? m[3] ?? '', files) ?? []);
}

/** Addresses that libraries name in their code without ever calling them. */
const named: readonly string[] = [
  'http://www.w3.org/', // names of XML namespaces
  'https://react.dev/errors/', // where React explains its error numbers
  'https://stately.ai/docs', // where XState explains its warnings
  'https://github.com/statelyai/', // where XState asks for reports
];

/**
 * Addresses in built scripts: imports must lead to a file of the package, no string may start at the server's root
 * with one of the package's own names, and no other host may be named at all (a script that names one may call it),
 * except in `links`: addresses that content owners supplied for learners to follow.
 */
export function checkJs(path: string, js: string, files: Files, links: readonly string[] = []): string[] {
  const problems: string[] = [];
  const imports = js.matchAll(/\b(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`$]+)["'`]/g);
  for (const m of imports) problems.push(checkAddress(path, m[1] ?? '', files) ?? '');
  const assets = js.matchAll(/new URL\(\s*["'`]([^"'`$]+)["'`]\s*,\s*import\.meta\.url\s*\)/g);
  for (const m of assets)
    if (!/^\.{0,2}\/?$/.test(m[1] ?? '')) problems.push(checkAddress(path, m[1] ?? '', files) ?? '');
  const roots = new Set([...files.keys()].map((f) => (f.includes('/') ? f.slice(0, f.indexOf('/') + 1) : f)));
  for (const m of js.matchAll(/["'`]\/([a-z0-9_.-]+\/?)[^"'`]*["'`]/gi))
    if (roots.has(m[1] ?? '')) problems.push(`${path}: ${m[0]} starts at the server's root; make it relative.`);
  for (const m of js.matchAll(/\b(?:https?|wss?):\/\/[a-z0-9.-][^\s"'`\\<>)]*/gi))
    if (![...named, ...links].some((start) => m[0].startsWith(start)))
      problems.push(`${path}: the script names ${m[0]}; a package calls no other host (scorm/checks/addresses.ts).`);
  return problems.filter(Boolean);
}

type Element = Extract<HastNode, { type: 'element' }>;

/** Attributes that hold an address, as the parser names them. */
const ADDRESSES = ['src', 'href', 'poster', 'data', 'action', 'formAction', 'xLinkHref'];
/** Attributes that hold several, each with a size. */
const SETS = ['srcSet', 'imageSrcSet'];

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';

/** Every address that an element names. */
function addressesOf({ tagName, properties }: Element): string[] {
  const sets = SETS.flatMap((name) => textOf(properties[name]).split(','));
  const refresh = tagName === 'meta' && /^\s*[\d.]*\s*[;,]\s*url\s*=\s*(.+)$/i.exec(textOf(properties['content']));
  return [
    ...ADDRESSES.map((name) => textOf(properties[name])),
    ...sets.map((one) => one.trim().split(/\s+/)[0] ?? ''),
    ...(refresh ? [refresh[1] ?? ''] : []),
  ];
}

/** Every address in the markup, in inline styles and in inline scripts of a document, as a browser reads it. */
export function checkHtml(path: string, html: string, files: Files, links: readonly string[] = []): string[] {
  const problems: string[] = [];
  const visit = (node: HastNode) => {
    if (node.type === 'element') {
      const { tagName, properties, children } = node;
      const code = () => children.map((c) => (c.type === 'text' ? c.value : '')).join('');
      if (tagName === 'base') problems.push(`${path}: <base> breaks relative addresses; remove it.`);
      if (tagName === 'script' && !/^application\/(ld\+)?json/i.test(textOf(properties['type'])))
        problems.push(...checkJs(path, code(), files, links));
      if (tagName === 'style') problems.push(...checkCss(path, code(), files));
      problems.push(...addressesOf(node).flatMap((u) => checkAddress(path, u, files, tagName === 'a') ?? []));
      problems.push(...checkCss(path, textOf(properties['style']), files));
    }
    if ('children' in node) for (const child of node.children) visit(child as HastNode);
    if ('content' in node && node.content) visit(node.content as HastNode);
  };
  visit(htmlToHast(html));
  return problems;
}
