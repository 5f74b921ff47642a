import { readFileSync } from 'node:fs';

/** Browsers by the names of MDN's compatibility data, and the oldest version the module works in. */
export type Policy = Readonly<Record<string, string>>;

/** A browser's name in `browserslist`, in the compatibility data, in a build target, and for people. */
const names = {
  chrome: { data: 'chrome', target: 'chrome', said: 'Chrome' },
  edge: { data: 'edge', target: 'edge', said: 'Edge' },
  firefox: { data: 'firefox', target: 'firefox', said: 'Firefox' },
  safari: { data: 'safari', target: 'safari', said: 'Safari' },
  ios_saf: { data: 'safari_ios', target: 'ios', said: 'Safari on iOS' },
} as const;

const stated = () => (JSON.parse(readFileSync('package.json', 'utf8')) as { browserslist: string[] }).browserslist;

/**
 * Reads entries such as `chrome >= 109`; only oldest versions are asked for, so that no list of releases is needed.
 * @throws Error when an entry has another form
 */
function read(entries: readonly string[]) {
  return entries.map((entry) => {
    const [, name = '', version = ''] = /^(\w+) >= (\d+(?:\.\d+)?)$/.exec(entry) ?? [];
    if (!Object.hasOwn(names, name)) {
      throw new Error(
        `package.json: browserslist holds “${entry}”. Write it as “chrome >= 109”, with a known browser.`,
      );
    }
    return { ...names[name as keyof typeof names], version };
  });
}

/** The policy: `browserslist` in package.json, the one place where it stands. */
export const policy = (entries: readonly string[] = stated()): Policy =>
  Object.fromEntries(read(entries).map((b) => [b.data, b.version]));

/** The same for the build, which writes scripts and styles for these browsers. */
export const buildTargets = (entries: readonly string[] = stated()): string[] =>
  read(entries).map((b) => b.target + b.version);

/** A browser as a person says it. */
export const said = (browser: string): string => Object.values(names).find((n) => n.data === browser)?.said ?? browser;
