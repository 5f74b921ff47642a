import type { Files } from '../types.ts';
import { checkAddress } from './address.ts';

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
      problems.push(`${path}: the script names ${m[0]}; a package calls no other host (scorm/checks/js.ts).`);
  return problems.filter(Boolean);
}
