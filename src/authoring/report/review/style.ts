/** The page's own style: readable on a screen, black on white on paper, nothing loaded from elsewhere. */
export const style = `
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; color: #17202a; background: #fff; }
h1, h2, h3, h4 { line-height: 1.2; break-after: avoid; }
h2 { margin-top: 3rem; border-top: 3px solid #17202a; padding-top: .75rem; }
h3 { margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { border: 1px solid #8a949e; padding: .25rem .5rem; text-align: left; vertical-align: top; }
thead { display: table-header-group; }
tr, .item, .situation { break-inside: avoid; }
.item { border: 1px solid #8a949e; padding: .5rem 1rem; margin: 1rem 0; }
.meta { color: #46515c; font-size: .875rem; margin: .25rem 0; }
.key { font-weight: 700; }
.because { margin: .125rem 0 .5rem; }
.situation { border-left: 3px solid #46515c; padding-left: 1rem; margin: 1.5rem 0; }
.paths { columns: 8rem; font: .8125rem/1.6 ui-monospace, monospace; padding: 0; list-style: none; }
.bad { border: 2px solid #8f1d1d; padding: .5rem 1rem; }
.bad h2 { border: 0; margin: 0; padding: 0; break-before: auto; }
.box { border: 1px solid #17202a; height: 2.5rem; }
dt { font-weight: 700; margin-top: .5rem; } dd { margin: 0 0 0 1rem; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; } a { color: inherit; text-decoration: none; } main > h2 { break-before: page; } }
`;
