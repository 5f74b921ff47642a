import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Files whose text is not ours, or is no text. */
const foreign = /^scorm\/schemas\/(1\.2|2004)\/|package-lock\.json$|\.(png|woff2|xlsx|svg)$/;
const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(existsSync);
const files = new Set(tracked);
const folders = new Set(tracked.flatMap((f) => f.split('/').map((_, i, all) => all.slice(0, i).join('/'))));
const read = (file: string) => readFileSync(file, 'utf8');

const rules = 'docs/standards/content.md';
const headings = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, h = '']) => h.trim());
/** The anchor that GitHub and editors give to a heading. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Comments of a code file, each on one line. A `/*` inside a word, as in a glob, begins none. */
const comments = (text: string) =>
  [
    ...text.matchAll(
      /(?<=^|[\s({,;])\/\*[\s\S]*?\*\/|(?:^[ \t]*(?:\/\/|#(?= )).*\n?)+|(?<=\s)(?:\/\/|#) .*|<!--[\s\S]*?-->/gm,
    ),
  ]
    .map(([c]) => c.replace(/^[ \t]*(\/\*+|\*\/|\*|\/\/|#)/gm, ' ').replace(/\s+/g, ' '))
    .join('\n');

/** Paragraphs, rows and items of a page, each on one line, without what is shown as typed in. */
const prose = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '').replace(/\n(?![\n|#-]|\d+\. )[ \t]*/g, ' ');

/** The file that a path means: from the root, or from where it is written. */
const at = (path: string, from: string) =>
  [posix.normalize(path), posix.join(dirname(from), path)].find(
    (p) => files.has(p) || folders.has(p.replace(/\/$/, '')),
  );

/** A source file may be named by the end of its path. */
const ending = (path: string) => tracked.some((f) => f === path || f.endsWith(`/${path}`));

const rule = (n: string, page = rules) => files.has(page) && new RegExp(`^${n}\\. `, 'm').test(read(page));
const decision = (n: string) => tracked.some((f) => f.startsWith(`docs/decisions/${n.padStart(4, '0')}-`));

/** Links of a page that lead nowhere. */
function links(file: string, text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(([, path = '', anchor]) => {
    const to = path === '' ? file : posix.join(dirname(file), path);
    if (!files.has(to) && !folders.has(to)) return [`links to ${path}`];
    const found = !anchor || headings(to === file ? text : read(to)).some((h) => slug(h) === anchor);
    return found ? [] : [`links to ${path}#${anchor}`];
  });
}

/** Names of documents, sections, rules, decisions and source files that lead nowhere. */
function names(file: string, text: string): string[] {
  const said = text.replace(/\[[^\]]*\]\([^)]*\)|https?:\/\/\S+/g, '');
  const wrong: string[] = [];
  const check = (isThere: boolean, what: string) => isThere || wrong.push(`names ${what}`);

  for (const [, path = '', rest = ''] of said.matchAll(/([\w@./-]*[\w-]\.md)\b(?=(?:, ([^\n]*))?)/g)) {
    const page = at(path, file);
    check(page !== undefined, path);
    if (!page) continue;
    const [, numbers = ''] = /^rules? ([\d, and]+)/.exec(rest) ?? [];
    for (const [n] of numbers.matchAll(/\d+/g)) check(rule(n, page), `${path}, rule ${n}`);
    const section = rest.replace(/^[“"]/, '');
    if (!/^\p{Lu}/u.test(section)) continue;
    const isHeading = headings(read(page)).some(
      (h) => section.startsWith(h) && !/^[\w-]/.test(section.slice(h.length)),
    );
    check(isHeading, `${path}, ${section.split(/ ?[,.;:)”*]/)[0]}`);
  }
  for (const [, numbers = ''] of said.matchAll(/(?<!\.md, )\brules? (\d+(?:(?:, | and )\d+)*)/gi)) {
    for (const [n] of numbers.matchAll(/\d+/g)) check(rule(n), `rule ${n}`);
  }
  for (const [, , numbers = ''] of said.matchAll(/\b(decisions? |docs\/decisions\/)(\d+(?:(?:, | and )\d+)*)/gi)) {
    for (const [n] of numbers.matchAll(/\d+/g)) check(decision(n), `decision ${n}`);
  }
  // What is built, examples (my-rule.ts) and patterns with <names> or * are no citations.
  for (const [path] of said.matchAll(
    /(?<![\w@./<>*…{}[-])[\w@./-]*(?:[\w-]|\[\w+\])\.(?:tsx?|mjs|astro|css)\b(?![\w.-]*[<*{])/g,
  )) {
    check(/^dist\/|(^|\/)my-/.test(path) || ending(path.replace(/^(\.\.?\/)+/, '')), path);
  }
  for (const [, path = ''] of said.matchAll(/`((?:src|scorm|lms|hr|scripts|tests|docs)\/[\w./-]*)`/g)) {
    check(at(path, file) !== undefined || /\.\w+$|decisions\/\d/.test(path), path);
  }
  if (/content standard/i.test(said)) wrong.push('names a content standard, which is docs/standards/content.md');
  return wrong;
}

/** What is cited in a file and cannot be found, a sentence each. */
function unresolved(file: string, text: string): string[] {
  const isPage = file.endsWith('.md');
  const found = isPage ? [...links(file, prose(text)), ...names(file, prose(text))] : names(file, comments(text));
  return found.map((what) => `${file} ${what}`);
}

describe('what comments and documents cite can be opened', () => {
  test('in every file of the repository', () => {
    const own = 'tests/citations.test.ts'; // its examples lead nowhere
    expect(files).toContain('README.md');
    const wrong = tracked.filter((f) => !foreign.test(f) && f !== own).flatMap((f) => unresolved(f, read(f)));
    expect(wrong).toEqual([]);
  });

  test.each([
    ['a document', 'src/a.ts', '/** As docs/unheard-of.md says. */', 'docs/unheard-of.md'],
    ['a document by its mere name', 'src/a.ts', '// See moodle.md.', 'moodle.md'],
    [
      'a section',
      'src/a.ts',
      '/** So it is (docs/standards/scorm.md, Weather). */',
      'docs/standards/scorm.md, Weather',
    ],
    [
      'a section, over two lines',
      'src/a.ts',
      '/**\n * (docs/standards/scorm.md,\n * Time). */',
      'docs/standards/scorm.md, Time',
    ],
    ['a second section', 'src/a.ts', '/** docs/hr.md, and docs/hr.md, Weather */', 'docs/hr.md, Weather'],
    ['a rule', 'src/a.css', '/* Content rules 3 and 77. */', 'rule 77'],
    ['a rule of a page', 'a.yaml', 'id: a # docs/standards/content.md, rule 78', 'docs/standards/content.md, rule 78'],
    ['a decision', 'src/a.tsx', '{/* decision 0999 */}', 'decision 0999'],
    ['a decision by its path', 'src/a.ts', 'go(); // docs/decisions/0998', 'decision 0998'],
    ['a source file', 'src/a.ts', '/** Made in `src/course/nothing.ts`. */', 'src/course/nothing.ts'],
    ['a folder', 'docs/a.md', 'All of `src/nowhere/`.', 'src/nowhere/'],
    ['a link', 'docs/a.md', 'See [that](nothing.md).', 'nothing.md'],
    ['an anchor', 'docs/a.md', 'See [that](hr.md#weather).', 'hr.md#weather'],
  ])('and %s that is not there is noticed', (_, file, text, what) => {
    expect(unresolved(file, text)).toEqual([expect.stringMatching(new RegExp(`(names|links to) ${what}$`))]);
  });

  test.each([
    ['src/a.ts', '/** (docs/standards/scorm.md, Times; docs/standards/content.md, rules 3 and 4; decision 21) */'],
    ['src/a.ts', '// docs/hr.md, The settings file, and docs/standards/scorm.md, Times'],
    ['src/a.ts', "const text = 'docs/unheard-of.md'; // src/course/machine.ts"],
    ['docs/a.md', 'See [times](standards/scorm.md#times), `course/machine.ts` and hr.md, The settings file.'],
  ])('and what is there is not complained of: %s', (file, text) => {
    expect(unresolved(file, text)).toEqual([]);
  });
});
