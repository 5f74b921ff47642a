import type { Files } from '../types.ts';
import { checkAddress } from './address.ts';
import { checkCss } from './css.ts';
import { checkJs } from './js.ts';

const loading =
  /\s(src|href|poster|data|action|formaction|xlink:href|srcset|imagesrcset)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

const plainText = (s: string) => s.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

/** Every address in the markup, in inline styles and in inline scripts of a document. */
export function checkHtml(path: string, html: string, files: Files, links: readonly string[] = []): string[] {
  const problems: string[] = [];
  const markup = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(<script\b[^>]*>)([\s\S]*?)<\/script>/gi, (_, open: string, code: string) => {
      if (!/\btype\s*=\s*["']?application\/(ld\+)?json/i.test(open))
        problems.push(...checkJs(path, code, files, links));
      return open;
    })
    .replace(/(<style\b[^>]*>)([\s\S]*?)<\/style>/gi, (_, open: string, css: string) => {
      problems.push(...checkCss(path, css, files));
      return open;
    });
  for (const [tag, name = ''] of markup.matchAll(/<([a-z][a-z0-9-]*)\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi)) {
    if (name.toLowerCase() === 'base') problems.push(`${path}: <base> breaks relative addresses; remove it.`);
    for (const [, attribute = '', a, b] of tag.matchAll(loading)) {
      const value = plainText(a ?? b ?? '');
      const addresses = /srcset$/i.test(attribute)
        ? value.split(',').map((s) => s.trim().split(/\s+/)[0] ?? '')
        : [value];
      const link = name.toLowerCase() === 'a';
      problems.push(...addresses.flatMap((u) => checkAddress(path, u, files, link) ?? []));
    }
    const style = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
    if (style) problems.push(...checkCss(path, plainText(style[1] ?? style[2] ?? ''), files));
  }
  return problems;
}
