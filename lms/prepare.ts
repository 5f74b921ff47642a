import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.ts';

/** What the packages are made from, relative to the project's folder. */
const sources = ['src', 'scorm', 'scripts', 'public', 'astro.config.mjs', 'package.json'];

const newest = (path: string): number => {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time counts too: it changes when a file is removed.
  const inside = readdirSync(path, { recursive: true, withFileTypes: true }).map(
    (e) => statSync(join(e.parentPath, e.name)).mtimeMs,
  );
  return Math.max(stat.mtimeMs, ...inside);
};

/** True when there is no package, or a source is newer than the oldest one. */
export function isStale(root: string, packagesDir: string): boolean {
  const zips = existsSync(packagesDir) ? readdirSync(packagesDir).filter((f) => f.endsWith('.zip')) : [];
  if (zips.length === 0) return true;
  const oldest = Math.min(...zips.map((f) => statSync(join(packagesDir, f)).mtimeMs));
  return sources.some((s) => newest(join(root, s)) > oldest);
}

/** Runs the build as a child process, silently; throws a Failure with the build's own sentence when it fails. */
export async function runBuild(root: string): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'build.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (d) => {
    out += d;
  });
  child.stderr.on('data', (d) => {
    err += d;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code === 0) return;
  const said = [...lines(err), ...lines(out)];
  const more = lines(err).length > 1 ? ` (and ${lines(err).length - 1} more: "npm run build" lists them)` : '';
  throw new Failure(said[0] ? said[0] + more : 'The build failed without a word: run "npm run build" to see why.');
}

/** Lines with something on them, without Node's own warnings. */
const lines = (text: string) =>
  text
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '' && !/^\((node:|Use `node)/.test(l));
