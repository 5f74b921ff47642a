import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asset } from '../lms/http/assets.ts';
import { style as review } from '../src/authoring/report/review/style.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const sheets = globSync(['src/**/*.css', 'lms/**/*.css', 'hr/page/**/*.css']).map((path) => path.replaceAll('\\', '/'));
const tokens = 'src/styles/tokens.css';

test('a style sheet dresses one thing: none is over 250 lines', () => {
  expect(sheets.length).toBeGreaterThan(15);
  expect(sheets.filter((path) => read(path).split('\n').length > 251)).toEqual([]);
});

/** Colours by number or name in a style sheet, with their rule; what stands in a token of its own is no use of one. */
function coloursIn(css: string): string[] {
  const plain = css.replace(/\/\*.*?\*\//gs, '');
  return [...plain.matchAll(/([^{};]*)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) =>
    body
      .split(';')
      .filter((line) => !line.trim().startsWith('--'))
      .filter((line) =>
        /:.*(#[\da-f]{3,8}\b|\b(rgba?|hsla?|lab|lch|oklab|oklch|color)\(|\b(white|black)\b)/is.test(line),
      )
      .map((line) => `${selector.trim()} {${line.trim()}}`),
  );
}

test('module, LMS and review page take their colours from the tokens', () => {
  // To a backdrop older browsers give no tokens.
  const others = sheets.filter((path) => path !== tokens);
  const found = others.flatMap((path) => coloursIn(read(path)).map((what) => `${path}: ${what}`));
  expect(found).toEqual(['src/styles/dialog.css: dialog::backdrop {background: rgb(8 16 20 / 55%)}']);
  expect(coloursIn(review)).toEqual([]);
  // Tokens are given other values for paper alone; the report's charts have two colours of their own.
  const redefining = others.filter((path) => /^\s*--[\w-]+:[^;]*#/m.test(read(path)));
  expect(redefining.sort()).toEqual(['hr/page/styles/page.css', 'src/styles/print.css']);
});

test('the LMS is served the tokens with all its sheets, and the review page has them inside, dark ones for screens alone', () => {
  const served = new TextDecoder().decode(asset('/static/lms.css'));
  expect(served.startsWith(read(tokens))).toBe(true);
  for (const path of globSync('lms/static/*.css')) expect(served).toContain(read(path));
  const [light = ''] = read(tokens).match(/:root \{[^}]*\}/) ?? [];
  expect(light).toContain('--ink:');
  expect(review).toContain(light);
  // Its dark colours are for screens alone: the page is printed.
  expect(review.match(/@media [^{]*prefers-color-scheme[^{]*/g)).toEqual([
    '@media screen and (prefers-color-scheme: dark) ',
  ]);
});

test('every token that a sheet asks for is there', () => {
  const own = (css: string) => new Set(css.match(/--[\w-]+(?=:)/g));
  // `--mark` is the colour of an entry in a legend, set where the legend is drawn (hr/page/chart.ts).
  const known = new Set([...own(read(tokens)), ...own(read('hr/page/styles/page.css')), '--mark']);
  for (const css of [...sheets.map(read), review]) {
    const missing = [...css.matchAll(/var\((--[\w-]+)\)/g)].flatMap(([, name = '']) =>
      known.has(name) || own(css).has(name) ? [] : [name],
    );
    expect(missing).toEqual([]);
  }
});

test('the module brings every sheet of its own', () => {
  const main = read('src/styles/main.css');
  for (const path of globSync('src/styles/*.css').filter((p) => !p.endsWith('main.css')))
    expect(main).toContain(`@import './${path.replaceAll('\\', '/').split('/').pop()}';`);
});
