import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { oneAtATime } from '../one-at-a-time.ts';
import { pruneScripts } from './prune.ts';
import { makeSiteRelative } from './relative-urls.ts';

/**
 * Builds the web site into a folder and makes its addresses relative.
 * @throws Error with Astro's own message when the build fails
 */
export async function buildSite(siteDir: string, contentDir: string, links: readonly string[]): Promise<void> {
  const env = {
    ...process.env,
    SITE_BUILD: '1',
    SITE_DIR: siteDir,
    CONTENT_DIR: contentDir,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  };
  let said = '';
  // Astro keeps lists of the content under one fixed folder: builds of two contents at once would mix them up.
  const code = await oneAtATime(join('.astro', 'build.lock'), () => {
    const astro = spawn(process.execPath, [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], { env });
    for (const stream of [astro.stdout, astro.stderr]) stream.on('data', (text) => (said += text));
    return new Promise<number | null>((done) => astro.on('close', done));
  });
  if (code !== 0) {
    if (process.env['DEBUG']) console.error(said);
    const line = said.split('\n').find((l) => /error/i.test(l)) ?? said.split('\n').at(-2) ?? '';
    throw new Error(`The site could not be built: ${line.trim()} Run with DEBUG=1 to see all of it.`);
  }
  pruneScripts(siteDir);
  makeSiteRelative(siteDir, links);
}
