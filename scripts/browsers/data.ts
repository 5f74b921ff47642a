import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CompatStatement, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';
import type { Policy } from './policy.ts';

/** A browser of the policy that lacks a feature, and the version that brought it, where there is one. */
export interface Lack {
  readonly browser: string;
  readonly oldest: string;
  readonly since: string | null;
}

/** Read as a file: as an import, tools would turn its 20 MB into a script each time. */
const all = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'),
) as Identifier;

/** MDN's entry under a path such as `css.selectors.has`. */
export function entry(path: string): CompatStatement | undefined {
  let at: Identifier | undefined = all;
  for (const key of path.split('.')) at = at && Object.hasOwn(at, key) ? at[key] : undefined;
  return at?.__compat;
}

/** Every path below a folder of the data that has an entry of its own. */
export function pathsBelow(folder: string): string[] {
  const found: string[] = [];
  const visit = (at: Identifier, path: string) => {
    for (const [key, inner] of Object.entries(at)) {
      if (key === '__compat') continue;
      const below = `${path}.${key}`;
      if ((inner as Identifier).__compat) found.push(below);
      visit(inner as Identifier, below);
    }
  };
  let at: Identifier | undefined = all;
  for (const key of folder.split('.')) at = at?.[key];
  if (at) visit(at, folder);
  return found;
}

/** "15.4" as a number that compares; what has no number never came. */
function order(version: string | false | null | undefined): number {
  const [, major, minor = '0'] = /^≤?(\d+)(?:\.(\d+))?/.exec(version || '') ?? [];
  return major ? Number(major) * 1000 + Number(minor) : Number.POSITIVE_INFINITY;
}

/** A feature behind a flag or under another name does not count; one that is there in part does. */
const counts = (s: SimpleSupportStatement) => !s.flags && !s.prefix && !s.alternative_name;

/** Which browsers of the policy lack a feature; none when the data do not know it. */
export function lacks(path: string, policy: Policy): Lack[] {
  const support = entry(path)?.support;
  if (!support) return [];
  return Object.entries(policy).flatMap(([browser, oldest]) => {
    const said = support[browser as keyof typeof support];
    if (!said) return [];
    const times = [said].flat().filter(counts);
    const there = times.some(
      (s) => order(s.version_added) <= order(oldest) && order(oldest) < order(s.version_removed),
    );
    if (there) return [];
    const since = times.map((s) => s.version_added || null).find((v) => order(v) < Number.POSITIVE_INFINITY);
    return [{ browser, oldest, since: since ?? null }];
  });
}

/** Names of members, elements and attributes that some browser of the policy lacks on something. */
export function lateNames(policy: Policy): Set<string> {
  const paths = ['api', 'javascript.builtins', 'html'].flatMap(pathsBelow);
  const late = paths.filter((path) => lacks(path, policy).length > 0);
  return new Set(late.map((path) => path.slice(path.lastIndexOf('.') + 1).replace(/_(static|event)$/, '')));
}

/** A feature of the platform that a file uses without a guard of its own. */
export interface Use {
  readonly file: string;
  readonly line: number;
  /** Its path in MDN's compatibility data, such as `css.selectors.has`. */
  readonly feature: string;
  /** As it is written: `:has()`. */
  readonly shown: string;
  /** The text it stands in, by which an entry of known.ts finds it. */
  readonly at: string;
}
