import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleUses } from '../scripts/browsers/bundle.ts';
import { cssUses } from '../scripts/browsers/css.ts';
import { inLibraries, known } from '../scripts/browsers/known.ts';
import { markupUses } from '../scripts/browsers/markup.ts';
import { policy } from '../scripts/browsers/policy.ts';
import { idle, refuse } from '../scripts/browsers/refuse.ts';

const site = 'dist/site';
const names = readdirSync(site, { recursive: true, encoding: 'utf8' }).map((n) => n.replaceAll('\\', '/'));
const read = (name: string) => readFileSync(join(site, name), 'utf8');
const messages = (uses: Parameters<typeof refuse>[0], allowed: Parameters<typeof refuse>[2]) =>
  refuse(uses, policy(), allowed).map((r) => r.message);

/** What the sources may use, wherever the build has put it: the sources themselves are read place by place. */
const anywhere = (file: string) => known.map(({ feature, why }) => ({ feature, file, why }));

describe('what is shipped works in every browser of the policy, or has a known fallback', () => {
  it.each(names.filter((n) => n.endsWith('.html')))('%s: elements, attributes and styles', (name) => {
    const html = read(name);
    const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css);
    expect(styles.length).toBeGreaterThan(0);
    const uses = [...markupUses(name, html), ...styles.flatMap((css) => cssUses(name, css))];
    expect(messages(uses, anywhere(name))).toEqual([]);
  });

  it.each(names.filter((n) => n.endsWith('.js')))('%s, with the libraries in it', (name) => {
    expect(messages(bundleUses(name, read(name)), inLibraries)).toEqual([]);
  });

  it('has no entry for a library that no longer needs it', () => {
    const uses = names.filter((n) => n.endsWith('.js')).flatMap((n) => bundleUses(n, read(n)));
    expect(idle(uses, policy(), inLibraries)).toEqual([]);
  });
});
