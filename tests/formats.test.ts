import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readerPage } from '../scripts/site/reader.ts';
import { below, parse, wordsIn } from '../scripts/site/tree.ts';
import { loadContent } from '../src/authoring/read/load.ts';
import { picturesIn } from '../src/authoring/read/pictures.ts';
import { picksOf } from '../src/authoring/read/question.ts';
import type { Arrival } from '../src/quiz/model.ts';

const { content } = loadContent('src/content');
if (!content) throw new Error('src/content cannot be read');
const routes = content.module.data.routes.map((r) => r.id);
/** Parts of a route, with their lessons and stories; where a few cases are all that is asked, no story is told. */
function contentOf(id: string) {
  const route = content?.module.data.routes.find((r) => r.id === id);
  const parts = (content?.module.data.parts ?? []).filter((p) => !route?.parts || route.parts.includes(p.id));
  const lessons = (content?.lessons ?? []).filter((l) => parts.some((p) => p.lesson === l.data.id));
  const stories = route?.cases ? [] : (content?.scenarios ?? []).map((s) => s.data);
  return { parts, lessons, stories };
}
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
/** Words as they are read: no mark-up, one space between two. */
const read = (text: string) =>
  text
    .replace(/&([a-z]+|#39);/g, (whole, name) => entities[name] ?? whole)
    .replace(/[*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

test('there is a reader for each route', () => {
  expect(routes.filter((id) => !existsSync(join('dist/formats', `${id}.html`)))).toEqual([]);
});

test('a page that is not as the site builds it is refused', () => {
  expect(() => readerPage('<html><title>T</title><main></main></html>', {})).toThrow('no html, title, main or footer');
  expect(() => readerPage('<html><main><p></main></html>', {})).toThrow('</main> stands where <p> is open');
});

describe.each(routes)('the reader of the %s', (route) => {
  const html = readFileSync(join('dist/formats', `${route}.html`), 'utf8');
  const all = below(parse(html));
  const text = read(wordsIn(parse(html)));
  const missing = (expected: readonly (string | undefined)[]) =>
    expected.filter((t) => t !== undefined && !text.includes(read(t)));
  const { parts, lessons, stories } = contentOf(route);
  const told = (list: readonly Arrival[] = []) => list.flatMap((a) => [a.text, a.alt]);

  test('has every lesson, and every rule in full', () => {
    expect(lessons.length).toBeGreaterThan(7);
    expect(missing(lessons.flatMap((l) => [l.data.title, l.data.situation]))).toEqual([]);
    const taught = content.clauses.filter((c) => lessons.some((l) => l.data.clauses.includes(c.data.id)));
    expect(taught.length).toBeGreaterThan(50);
    expect(missing(taught.flatMap((c) => [c.data.title, c.data.says]))).toEqual([]);
  });

  test('tells every story with all its ways and all its endings', () => {
    const whole = stories.flatMap((s) => [
      s.title,
      ...Object.values(s.situations).flatMap((x) => [
        ...told(x.arrives),
        x.ask,
        ...x.choices.flatMap((c) => [c.text, c.because, c.cost, ...told(c.consequence)]),
      ]),
      ...s.endings.flatMap((e) => [e.text, e.more, ...told(e.arrives)]),
    ]);
    expect(missing(whole)).toEqual([]);
  });

  test('shows each picture where it is told', () => {
    expect(all.filter((e) => e.name === 'svg')).toHaveLength(stories.flatMap(picturesIn).length);
    expect(all.filter((e) => e.name === 'svg' && below(e).length < 3)).toEqual([]);
  });

  test('has the glossary, the checklists, what people ask, and the contacts', () => {
    expect(missing(content.glossary.flatMap((t) => [t.data.term, t.data.meaning]))).toEqual([]);
    expect(
      missing(content.checklists.flatMap((k) => k.data.groups.flatMap((g) => g.items.map((i) => i.text)))),
    ).toEqual([]);
    expect(missing(content.asked.flatMap((r) => [r.data.ask, ...r.data.answers.map((a) => a.text)]))).toEqual([]);
    expect(all.filter((e) => e.name === 'footer')).toHaveLength(1);
  });

  test('has nothing of the bank: no question, no key, no reason', () => {
    const bank = content.questions.flatMap(({ data: q }) => [
      q.stem,
      ...(q.type === 'write' ? [] : picksOf(q).picks.map((p) => p.because)),
    ]);
    // Short ones, “What do you do?”, are asked in stories too.
    const own = bank.filter((t) => read(t ?? '').split(' ').length > 8);
    expect(own.length).toBeGreaterThan(200);
    expect(own.filter((t) => text.includes(read(t ?? '')))).toEqual([]);
  });

  test('runs nothing, loads nothing and shows no control', () => {
    expect(all.filter((e) => /^(?:script|link|img|iframe|button|input|dialog|form)$/.test(e.name))).toEqual([]);
    expect(all.flatMap((e) => [...e.attributes.keys()]).filter((a) => /^(?:on|data-|style$|src)/.test(a))).toEqual([]);
    expect(html).not.toMatch(/<script|@import|url\(/);
  });

  test('has a title, a language, landmarks, one first heading and no level left out', () => {
    expect(all.find((e) => e.name === 'html')?.attributes.get('lang')).toBe(content.module.data.lang);
    for (const name of ['title', 'header', 'nav', 'main', 'h1'])
      expect(all.filter((e) => e.name === name)).toHaveLength(1);
    const levels = all.flatMap((e) => (/^h[1-6]$/.test(e.name) ? [Number(e.name[1])] : []));
    expect(levels.filter((n, i) => i > 0 && n > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  });

  test('every address inside it is there once; the contents lead to every section, story and tool', () => {
    const ids = all.flatMap((e) => e.attributes.get('id') ?? []);
    expect(ids.filter((id, i) => ids.indexOf(id) < i)).toEqual([]);
    const links = all.flatMap((e) => (e.attributes.get('href')?.startsWith('#') ? [e.attributes.get('href')] : []));
    expect(links.filter((href) => !ids.includes(href?.slice(1) ?? ''))).toEqual([]);
    const places = parts.flatMap((p) => [p.id, ...stories.flatMap((s) => (s.section === p.id ? [s.id] : []))]);
    expect(['helper', 'asked', 'checklists', 'glossary', ...places].filter((id) => !links.includes(`#${id}`))).toEqual(
      [],
    );
  });
});
