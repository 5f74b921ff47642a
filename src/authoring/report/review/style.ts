import { readFileSync } from 'node:fs';

const tokens = readFileSync(new URL('../../../styles/tokens.css', import.meta.url), 'utf8');
/** The module's colours, without those for dark screens: the page is printed. */
const light = /:root \{[^}]*\}/.exec(tokens)?.[0] ?? '';

/** The page's own style: readable on a screen, black on white on paper, nothing loaded from elsewhere. */
export const style = `
${light}
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; color: var(--ink); background: var(--card); }
h1, h2, h3, h4 { line-height: 1.2; break-after: avoid; }
h2 { margin-top: 3rem; border-top: 3px solid; padding-top: .75rem; }
h3 { margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { border: 1px solid var(--control); padding: .25rem .5rem; text-align: left; vertical-align: top; }
thead { display: table-header-group; }
tr, .item, .situation { break-inside: avoid; }
.item { border: 1px solid var(--control); padding: .5rem 1rem; margin: 1rem 0; }
.meta { color: var(--ink-2); font-size: .875rem; margin: .25rem 0; }
.key { font-weight: 700; }
.because { margin: .125rem 0 .5rem; }
.ways { font-size: .875rem; padding-left: 1.2rem; } .ways code { color: var(--ink-2); font-weight: 400; margin-right: .5rem; }
.situation { border-left: 3px solid var(--ink-2); padding-left: 1rem; margin: 1.5rem 0; }
.paths { columns: 8rem; font: .8125rem/1.6 ui-monospace, monospace; padding: 0; list-style: none; }
pre { font: .75rem/1.4 ui-monospace, monospace; overflow-x: auto; }
.bad { border: 2px solid var(--stop); padding: .5rem 1rem; }
.bad h2 { border: 0; margin: 0; padding: 0; break-before: auto; }
.box { border: 1px solid var(--ink); height: 2.5rem; }
dt { font-weight: 700; margin-top: .5rem; } dd { margin: 0 0 0 1rem; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; } a { color: inherit; text-decoration: none; } main > h2 { break-before: page; } }
`;
