import { type HastNode, htmlToHast } from 'satteri';
import type { Files } from '../types.ts';
import { checkAddress } from './address.ts';
import { checkCss } from './css.ts';
import { checkJs } from './js.ts';

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
