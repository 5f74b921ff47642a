import { readFileSync } from 'node:fs';

const near = (path: string) => new URL(`../../../styles/${path}`, import.meta.url);
/** The module's colours and sizes; those for dark screens stay off paper. */
const tokens = readFileSync(near('tokens.css'), 'utf8').replaceAll(
  '@media (prefers-color-scheme: dark)',
  '@media screen and (prefers-color-scheme: dark)',
);
/** The module's type, inside the page: it loads nothing from elsewhere. */
const font = readFileSync(near('fonts/atkinson-hyperlegible-next.woff2')).toString('base64');

/** The page's own style: the module's family on a screen, black on white on paper. */
export const style = `
@font-face { font-family: 'Atkinson Hyperlegible Next'; src: url(data:font/woff2;base64,${font}) format('woff2'); font-weight: 400 750; }
${tokens}
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 400 1rem/var(--line-height) var(--font); -webkit-text-size-adjust: 100%; overflow-wrap: break-word; text-wrap: pretty; scroll-padding-top: 1rem; }
body { max-width: 64rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, h4 { margin: 1.6em 0 .5em; font-weight: 750; line-height: 1.15; letter-spacing: -.012em; text-wrap: balance; break-after: avoid; }
h1 { margin-top: 0; font-size: clamp(1.6rem, 1.2rem + 1.8vw, 2.1rem); }
h2 { margin-top: 3.5rem; padding-top: 1.2rem; border-top: 2px solid var(--accent); font-size: 1.5rem; }
h3 { margin-top: 2.2rem; font-size: 1.2rem; }
h4 { font-size: 1.05rem; }
main > p, li, dd { max-width: var(--measure); }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 3px; }
nav ul { columns: 14rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .2rem 0; }
summary { color: var(--accent); font-weight: 650; cursor: pointer; padding: .2rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: .45rem .9rem .45rem 0; text-align: start; vertical-align: top; min-width: 3.2rem; }
tbody th { font-weight: 650; min-width: 4.5rem; }
thead { display: table-header-group; }
td > p:first-child { margin-top: 0; }
thead th { color: var(--ink-2); font-size: .9rem; vertical-align: bottom; }
tr, .item, .situation { break-inside: avoid; }
.item { border: 1px solid var(--line); border-radius: var(--radius); padding: .5rem 1rem; margin: 1rem 0; background: var(--card); }
.meta { color: var(--ink-2); font-size: .9rem; margin: .25rem 0; }
.key { font-weight: 700; }
.because { margin: .125rem 0 .5rem; }
.ways { font-size: .9rem; padding-inline-start: 1.2rem; } .ways code { color: var(--ink-2); font-weight: 400; margin-inline-end: .5rem; }
.situation { border-inline-start: 3px solid var(--accent); padding-inline-start: 1rem; margin: 1.5rem 0; }
.paths { columns: 8rem; font: .8125rem/1.6 ui-monospace, monospace; padding: 0; list-style: none; }
pre { font: .75rem/1.4 ui-monospace, monospace; overflow-x: auto; }
.bad, .tell { max-width: 42rem; margin: 1rem 0; padding: .7rem 1.1rem; border-inline-start: 5px solid var(--stop); border-radius: 0 var(--radius) var(--radius) 0; background: var(--stop-soft); }
.bad h2 { border: 0; margin: 0; padding: 0; break-before: auto; font-size: 1.2rem; color: var(--stop); }
.tell { border-color: var(--good); background: var(--good-soft); } .tell b { margin-inline-end: .35em; color: var(--good); }
.box { height: 2.5rem; border: 1px solid var(--control); background: var(--card); }
dt { font-weight: 650; margin-top: .7rem; } dd { margin: 0; }
@media screen and (max-width: 46rem) {
table, tbody, tr, tbody th, td { display: block; }
thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
th, td { padding: 0 0 .3rem; border: 0; overflow-wrap: anywhere; }
tbody th { width: auto !important; }
td[data-title]:empty { display: none; }
td[data-title]::before { content: attr(data-title); display: block; color: var(--ink-2); font-size: .9rem; font-weight: 400; line-height: 1.2; }
}
@media print { :root { color-scheme: light; } html { background: none; } body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; } a { color: inherit; text-decoration: none; } main > h2 { break-before: page; } }
`;
