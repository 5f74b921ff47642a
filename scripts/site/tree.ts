/** An element of a built document. Text stands between its children as it was written, escaped. */
export interface Element {
  name: string;
  readonly attributes: Map<string, string>;
  children: Node[];
}

export type Node = Element | string;

const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const token =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>|<\/([a-z][\w-]*)\s*>|<([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/gi;
const attribute = /([^\s=/]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/g;

const attributesOf = (text: string) =>
  new Map([...text.matchAll(attribute)].map(([, name = '', a, b, c]) => [name, a ?? b ?? c ?? '']));

/** An element. @param attributes values as they are written, escaped */
export const element = (name: string, attributes: Readonly<Record<string, string>>, children: Node[]): Element => ({
  name,
  attributes: new Map(Object.entries(attributes)),
  children,
});

/**
 * Reads a document that the site was built as: every element closed, as its components write them. Comments, scripts and
 * styles are left out.
 * @throws Error naming the element where one is closed that is not open
 */
export function parse(html: string): Element {
  const root = element('', {}, []);
  const open = [root];
  const top = () => open.at(-1) ?? root;
  let at = 0;
  for (const m of html.matchAll(token)) {
    const [all, raw, , , closed, name, attributes = '', self] = m;
    if (m.index > at) top().children.push(html.slice(at, m.index));
    at = m.index + all.length;
    if (closed) {
      if (top().name !== closed) throw new Error(`</${closed}> stands where <${top().name}> is open`);
      open.pop();
    } else if (name && !raw) {
      const made: Element = { name, attributes: attributesOf(attributes), children: [] };
      top().children.push(made);
      if (!self && !VOID.has(name)) open.push(made);
    }
  }
  if (open.length > 1) throw new Error(`<${top().name}> is never closed`);
  return root;
}

/** Every element below one, in the order of the document. */
export const below = (e: Element): Element[] =>
  e.children.flatMap((c) => (typeof c === 'string' ? [] : [c, ...below(c)]));

/** The words of a part of a document, escaped. */
export const wordsIn = (n: Node): string =>
  (typeof n === 'string' ? n : n.children.map(wordsIn).join('')).replace(/\s+/g, ' ');

/** Writes it as HTML again. */
export function write(n: Node): string {
  if (typeof n === 'string') return n;
  const inside = n.children.map(write).join('');
  if (!n.name) return inside;
  const attributes = [...n.attributes].map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`).join('');
  return VOID.has(n.name) ? `<${n.name}${attributes}>` : `<${n.name}${attributes}>${inside}</${n.name}>`;
}
