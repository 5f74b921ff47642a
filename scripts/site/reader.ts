import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say, type Words } from '../../src/course/words.ts';
import { Markup, markup } from '../../src/markup/markup.ts';
import { below, type Element, element, type Node, parse, wordsIn, write } from './tree.ts';

/** The reader's own colours, size and font; on paper, numbered pages. */
const style = `:root{color-scheme:light dark;font:100%/1.55 system-ui,sans-serif;overflow-wrap:break-word}
html{background:Canvas;color:CanvasText}
body{max-width:42rem;margin:0 auto;padding:1rem 1.25rem 3rem}
h1,h2,h3,h4{line-height:1.2;break-after:avoid}
nav,main>section,footer{margin-block-start:3rem;padding-block-start:1rem;border-block-start:3px solid}
h2{margin-block-start:.2rem}
.skip:not(:focus){position:absolute;clip-path:inset(50%)}
.kicker{margin:0}
nav ul ul{margin-block-end:.4rem}
dt,.ask,summary{font-weight:700}
[href^="#rule-"]{white-space:nowrap}
dt>.rule-id+.rule-id{font-weight:400}dt>.rule-id+.rule-id::before{content:"· "}
.situation,.for-role,.piece,blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:4px solid}
.piece{margin-block:1rem}
.ways>li{margin-block-end:1rem}
.drawn{display:block;width:100%;max-width:27.5rem}
.told>p,.drawn,.kicker{break-after:avoid}
.told+h3,dl+.piece{break-before:avoid}
.piece,.ways>li,.told>p,dl>div,.told+h3+dl,.drawn{break-inside:avoid}
.place,.label,.note,.verdict{display:block}
mark{background:none;color:inherit;font-style:italic}
@page{margin:20mm 17mm 18mm;@bottom-center{content:counter(page)" / "counter(pages)}}
@media print{:root{font-size:10.5pt;line-height:1.4}body{max-width:none;padding:0}main>section{break-before:page}#changes{break-before:auto}nav,main>section{margin:0;padding:0;border:0}nav>ul{columns:2}nav li{break-inside:avoid}.skip{display:none}}`;

const classesOf = (e: Element) => new Set(e.attributes.get('class')?.split(' '));
const isOne = (e: Element, names: readonly string[]) => names.some((n) => classesOf(e).has(n));
/** Not for reading: what is drawn by scripts, leads through the app or is marked as not for paper. */
const gone = (e: Element) =>
  isOne(e, ['no-print', 'live-only', 'on-paper', 'term-note', 'still', 'outline', 'two', 'banner']) ||
  e.attributes.has('data-island') ||
  ['script', 'dialog', 'input', 'progress'].includes(e.name);
const KEPT =
  /^(?:id|href|lang|dir|title|viewBox|aria-labelledby|aria-hidden|d|fill|stroke.*|[cr]?[xyr]|[xy][12]?|width|height|transform|font-size|font-weight|text-anchor)$/;
const STYLED = [
  'situation',
  'for-role',
  'piece',
  'ways',
  'drawn',
  'ask',
  'kicker',
  'place',
  'label',
  'note',
  'verdict',
  'told',
  'rule-id',
];
const lower: Readonly<Record<string, string>> = { h1: 'h2', h2: 'h3', h3: 'h4', summary: 'h3' };
const plain: Readonly<Record<string, string>> = { details: 'div', label: 'b' };

/** One node as it stands in the reader; nothing where it has no place there. @param names what elements are called there */
function forReading(n: Node, symbols: ReadonlyMap<string, Element>, names = lower): Node[] {
  if (typeof n === 'string') return [n.replace(/\s+/g, ' ')];
  if (gone(n)) return [];
  const inside = (list: readonly Node[]) => list.flatMap((c) => forReading(c, symbols, names));
  // An explained word leads to the glossary.
  const word = /^word-(.+)-\d+$/.exec(n.attributes.get('popovertarget') ?? '')?.[1];
  if (word) return [element('a', { href: `#term-${word}` }, inside(n.children))];
  if (n.name === 'button') return [];
  if (n.name === 'use') return inside(symbols.get(n.attributes.get('href')?.slice(1) ?? '')?.children ?? []);
  const styled = STYLED.filter((name) => classesOf(n).has(name)).join(' ');
  const kept = [...n.attributes].filter(([name]) => KEPT.test(name));
  return [
    {
      name: names[n.name] ?? plain[n.name] ?? n.name,
      attributes: new Map([...kept, ...(styled ? [['class', styled] as const] : [])]),
      children: inside(n.children),
    },
  ];
}

/** A link to what is not in the reader is words alone. */
function unlink(all: Element): void {
  const ids = new Set(below(all).map((e) => e.attributes.get('id')));
  for (const a of below(all)) {
    const href = a.attributes.get('href');
    if (a.name !== 'a' || !href?.startsWith('#') || ids.has(href.slice(1))) continue;
    a.name = 'span';
    a.attributes.delete('href');
  }
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly stories: { readonly id: string; readonly title: string }[];
}

/** The contents: sections and tools, each story under its section. */
function contentsOf(screens: readonly Element[]): Entry[] {
  const entries: Entry[] = [];
  for (const s of screens) {
    const heading = below(s).find((e) => e.name === 'h1');
    const entry = { id: s.attributes.get('id') ?? '', title: heading ? wordsIn(heading).trim() : '' };
    if (classesOf(s).has('scenario')) entries.at(-1)?.stories.push(entry);
    else entries.push({ ...entry, stories: [] });
  }
  return entries;
}

/**
 * The whole module as one document for people's own readers: no script, nothing to load, nothing recorded. It is made of
 * the built page, so whatever that shows when scripts are off is in it; the question bank is not, nor are the check and
 * the declaration.
 * @throws Error when the page is not as the site builds it
 */
export function readerPage(html: string, words: Words): string {
  const page = parse(html);
  const all = below(page);
  const [root, title, main, foot] = ['html', 'title', 'main', 'footer'].map((name) => all.find((e) => e.name === name));
  if (!root || !title || !main || !foot) throw new Error('the page has no html, title, main or footer');
  const symbols = new Map(all.flatMap((e) => (e.name === 'symbol' ? [[e.attributes.get('id') ?? '', e]] : [])));
  const [start, ...screens] = main.children.filter(
    (c): c is Element => typeof c !== 'string' && classesOf(c).has('screen') && !gone(c),
  );
  const parts = (list: readonly Node[]) => list.flatMap((c) => forReading(c, symbols));
  const contacts = forReading(foot, symbols, {});
  const front = start?.children.filter(
    (c): c is Element => typeof c !== 'string' && (c.name === 'h1' || isOne(c, ['kicker', 'lead'])),
  );
  const body = element('', {}, [element('main', { id: 'main' }, parts(screens)), ...contacts]);
  unlink(body);
  const made = (n: Node) => new Markup(write(n));
  const link = (e: { id: string; title: string }) => markup`<a href="#${e.id}">${new Markup(e.title)}</a>`;
  const { text } = markup`<!doctype html>
<html lang="${root.attributes.get('lang')}" dir="${root.attributes.get('dir') ?? 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${made(element('', {}, title.children))}</title><style>${new Markup(style)}</style></head>
<body><a class="skip" href="#main">${say(words, 'reader.skip')}</a>
<header>${front?.map((e) => made({ ...e, attributes: new Map() }))}<p>${say(words, 'reader.note')}</p></header>
<nav aria-labelledby="contents"><h2 id="contents">${say(words, 'tools.contents')}</h2><ul>${contentsOf(screens).map((e) => markup`<li>${link(e)}${e.stories.length > 0 && markup`<ul>${e.stories.map((s) => markup`<li>${link(s)}</li>`)}</ul>`}</li>`)}</ul></nav>
${made(body)}</body></html>
`;
  return text;
}

/** Writes a reader for each route of a built site. @param words those of a route */
export function writeReaders(
  siteDir: string,
  folder: string,
  routes: readonly { readonly id: string }[],
  words: (id: string) => Words,
) {
  mkdirSync(folder, { recursive: true });
  for (const { id } of routes) {
    const html = readFileSync(join(siteDir, `${id}.html`), 'utf8');
    writeFileSync(join(folder, `${id}.html`), readerPage(html, words(id)));
  }
}
