import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleUses } from './bundle.ts';
import { lateNames } from './data.ts';
import { policy } from './policy.ts';
import { scriptUses } from './script.ts';
import { refused } from './testing.ts';

/** A line each, with what is refused in it. */
const bad: readonly [string, string][] = [
  ['Object.groupBy([1], String);', 'javascript.builtins.Object.groupBy'],
  ['Promise.withResolvers();', 'javascript.builtins.Promise.withResolvers'],
  ['document.body.checkVisibility();', 'api.Element.checkVisibility'],
  ['[1].toSorted();', 'javascript.builtins.Array.toSorted'],
  ['new Set([1]).union(new Set());', 'javascript.builtins.Set.union'],
  ['AbortSignal.any([]);', 'api.AbortSignal.any_static'],
  ['requestIdleCallback(() => {});', 'api.Window.requestIdleCallback'],
  ["addEventListener('scrollend', () => {});", 'api.Document.scrollend_event'],
  ["document.querySelector('p')?.showPopover();", 'api.HTMLElement.showPopover'],
  ["document.body.popover = 'auto';", 'api.HTMLElement.popover'],
  ['document.startViewTransition(() => {});', 'api.Document.startViewTransition'],
  ["/(?<=a)b/.test('x');", 'javascript.regular_expressions.lookbehind_assertion'],
  ["/[a--b]/v.test('x');", 'javascript.builtins.RegExp.unicodeSets'],
  ['if (document.body.checkVisibility()) alert(1);', 'api.Element.checkVisibility'],
];

/** Old enough, ours, or asked for first. */
const good = [
  '[1].at(0); [1].findLast(String); structuredClone({});',
  'const own = { toSorted() {}, union() {} }; own.toSorted(); own.union();',
  'document.body.checkVisibility?.();',
  "if ('checkVisibility' in document.body) document.body.checkVisibility();",
  'const soon = window.requestIdleCallback ?? setTimeout; soon(() => {});',
  "function f() { if (!('showPopover' in HTMLElement.prototype)) return; document.body.showPopover(); } f();",
];

let folder = '';
let found: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'browsers-'));
  const file = join(folder, 'a.ts');
  writeFileSync(file, [...bad.map(([code]) => code), ...good, 'export {};'].join('\n'));
  found = refused(scriptUses([file], lateNames(policy()), () => 'a.ts'));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(bad.map(([code, feature], i) => [code, `${i + 1} ${feature}`]))('refuses %s', (_, line) => {
  expect(found).toContain(line);
});

it('refuses nothing else', () => {
  expect(found).toHaveLength(bad.length);
});

it('tells as much without types of the scripts that are built', () => {
  const byName = bad.filter(([code]) => !/body\.|querySelector|addEventListener/.test(code));
  const script = byName.map(([code]) => code).join('\n');
  expect(refused(bundleUses('a.js', script))).toEqual(byName.map(([, feature], i) => `${i + 1} ${feature}`));
  expect(refused(bundleUses('a.js', good.join('\n').replace(/const own.*/, '')))).toEqual([]);
});
