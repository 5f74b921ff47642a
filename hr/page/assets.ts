import { readFileSync } from 'node:fs';

const near = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The report's own rules, by what they dress. Later ones win: narrow screens and paper come last. */
const own = ['page', 'thread', 'figures', 'tables', 'items', 'notes', 'small-screens', 'print'];

/** The module's colours and type, so that a brand put there is the report's too, then the report's own rules. */
export function styleSheet(): string {
  const font = new URL('../../src/styles/fonts/atkinson-hyperlegible-next.woff2', import.meta.url);
  const face = `@font-face{font-family:"Atkinson Hyperlegible Next";src:url(data:font/woff2;base64,${readFileSync(font).toString('base64')}) format("woff2");font-weight:400 750}`;
  const css = ['../../src/styles/tokens.css', ...own.map((name) => `styles/${name}.css`)]
    .map(near)
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*\n/g, '\n');
  return `${face}\n${css}`;
}
