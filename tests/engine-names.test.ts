import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../src/authoring/read/load.ts';

/** Everything that another policy would use as it is. The engine's own words (en.yaml) are part of it. */
const engine = ['src', 'scorm', 'lms/player', 'scripts/build.ts', 'scripts/site/build-site.ts'];
const kinds = /\.(ts|tsx|astro|css|svg)$/;

function sources(path: string): string[] {
  if (kinds.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && kinds.test(e.name))
    .map((e) => join(e.parentPath, e.name).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('src/content/'));
}

const files = [...engine.flatMap(sources), 'src/content/strings/en.yaml'];
const lines = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((text, i) => ({ at: `${file}:${i + 1}`, text })),
);
const naming = (pattern: RegExp) => lines.filter((l) => pattern.test(l.text)).map((l) => `${l.at}: ${l.text.trim()}`);
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('the engine knows no policy of its own', () => {
  test('it was read', () => {
    expect(files.length).toBeGreaterThan(150);
  });

  test('nothing in it names social media', () => {
    expect(naming(/social[ -]?(media|network)|tweet|hashtag|influencer|facebook|instagram|tiktok|linkedin/i)).toEqual(
      [],
    );
  });

  test('nor whose policy it is, nor anything that content has named', () => {
    const { content } = loadContent('src/content');
    if (!content) throw new Error('src/content/module.yaml cannot be used: run "npm run check".');
    const m = content.module.data;
    const texts = [m.title, m.name, m.organisation, m.policy, m.package].map(literal);
    expect(naming(new RegExp(texts.join('|'), 'i'))).toEqual([]);
    // Ids in code, not in a comment that gives an example.
    const ids = [...content.clauses.map((c) => c.data.id), ...content.scenarios.map((s) => s.data.id), m.id];
    const roles = m.roles.map((r) => r.id);
    const named = new RegExp(`(['"\`.])(${[...ids, ...roles].map(literal).join('|')})\\1`);
    const inCode = naming(named).filter((l) => !/: (\/\*\*|\*|\/\/)/.test(l) && !/\.test\.ts:/.test(l));
    expect(inCode).toEqual([]);
  });
});
