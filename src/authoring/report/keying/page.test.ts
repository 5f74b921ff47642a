import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Content } from '../../read/content.ts';
import { readFolder } from '../../read/files.ts';
import { loadContent, parseContent } from '../../read/load.ts';
import { picksOf } from '../../read/question.ts';
import { askedOf } from './form.ts';
import { keyingPage } from './page.ts';

const { content } = loadContent('src/content');
if (!content) throw new Error('src/content/module.yaml cannot be used: run "npm run check".');
const page = keyingPage(content, '1.2.3');
const shown = page.replace(/<script[\s\S]*?<\/script>/g, '');

test('every question can be read and none of its reasons or costs', () => {
  for (const { data: q } of content.questions) {
    expect(page).toContain(`data-item="${q.id}"`);
    for (const p of picksOf(q).picks) expect(page.includes(p.because), `${q.id} ${p.id}`).toBe(false);
  }
  expect(/<[^>]*\b(?:key|checked|breach|stance|ground)\b[^>]*>/.exec(shown)?.[0]).toBeUndefined();
});

test('steps are not shown in their right order', () => {
  const orders = content.questions.flatMap(({ data: q }) => (q.type === 'order' ? [q] : []));
  const asShown = (id: string) =>
    [...(page.split(`data-item="${id}"`)[1]?.split('data-item')[0] ?? '').matchAll(/data-step="(.)"/g)].map(
      ([, l]) => l,
    );
  expect(orders.some((q) => asShown(q.id).join('') !== q.steps.map((s) => s.id).join(''))).toBe(true);
});

test('the page loads nothing, and runs its own script alone, whatever the content says', () => {
  const evil = '<script>alert(1)</script>';
  const files = readFolder('tests/fixtures/other-policy');
  const changed = new Map([...files].map(([path, text]) => [path, text.replaceAll('Rice on a low flame', evil)]));
  const other = keyingPage(parseContent('c', changed).content as Content, '1');
  for (const text of [page, other]) {
    const scripts = [...text.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)];
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256')
      .update(scripts[0]?.[1] ?? '')
      .digest('base64');
    expect(text.replaceAll('&#39;', "'")).toContain(`script-src 'sha256-${hash}'`);
    expect(text).not.toMatch(/<link|<img|@import|url\((?!data:)|(?:src|href)="/);
    expect(text.match(/<script/g)).toHaveLength(2);
  }
  expect(other).toContain('&lt;script');
});

test('a changed text has another fingerprint, a changed reason has not', () => {
  const single = content.questions.map((q) => q.data).find((q) => q.type === 'single');
  if (single?.type !== 'single') throw new Error('no single choice');
  const changed = (field: 'text' | 'because') =>
    askedOf({ ...single, options: single.options.map((o, i) => (i ? o : { ...o, [field]: 'Another' })) }).of;
  expect(changed('because')).toBe(askedOf(single).of);
  expect(changed('text')).not.toBe(askedOf(single).of);
});
