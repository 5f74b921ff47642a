import { spawn } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { oneAtATime } from '../one-at-a-time.ts';

/** The setting that has Astro build the gallery beside the module's own pages. */
const GALLERY = 'GALLERY_BUILD';

/** Whether this is a build for looking at alone: it stands at the root of its server. */
export const galleryBuild = process.env[GALLERY] === '1';

/**
 * `/gallery/` in `npm run dev`, and in the build that its pictures are taken of. Its pages lie outside `src/pages`, so
 * that no other build knows of them.
 */
export function gallery(): AstroIntegration {
  return {
    name: 'gallery',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev' && !galleryBuild) return;
        const page = (name: string) => `./src/gallery/pages/${name}.astro`;
        injectRoute({ pattern: '/gallery', entrypoint: page('index') });
        injectRoute({ pattern: '/gallery/state', entrypoint: page('state') });
        injectRoute({ pattern: '/gallery/[family]', entrypoint: page('family') });
      },
    },
  };
}

/** What the gallery is made from. */
const SOURCES = ['src', 'public', 'scripts/site', 'scripts/browsers', 'astro.config.mjs', 'package.json'];

/** When a file, or anything in a folder, was last changed; 0 for what is not there. */
function changed(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  const inside = stat?.isDirectory() ? readdirSync(path, { recursive: true }).map((e) => join(path, String(e))) : [];
  return Math.max(stat?.mtimeMs ?? 0, ...inside.map((e) => statSync(e).mtimeMs));
}

/** Builds the module with its gallery into a folder, unless that is newer than its sources. @throws Error with what Astro said */
export function buildGallery(folder: string): Promise<void> {
  return oneAtATime(join('.astro', 'build.lock'), async () => {
    const done = join(folder, 'gallery.html');
    if (changed(done) > Math.max(...SOURCES.map(changed))) return;
    rmSync(folder, { recursive: true, force: true });
    rmSync(join('node_modules', '.astro', 'data-store.json'), { force: true });
    const env = {
      ...process.env,
      [GALLERY]: '1',
      SITE_DIR: folder,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    };
    const astro = spawn(process.execPath, [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], { env });
    let said = '';
    for (const stream of [astro.stdout, astro.stderr]) stream.on('data', (text) => (said += text));
    const code = await new Promise((ended) => astro.on('close', ended));
    if (code !== 0) throw new Error(`The gallery could not be built:\n${said}`);
  });
}
