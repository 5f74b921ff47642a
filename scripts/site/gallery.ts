import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
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

/** Builds the module with its gallery into a folder. @throws Error with what Astro said */
export function buildGallery(folder: string): Promise<void> {
  return oneAtATime(join('.astro', 'build.lock'), async () => {
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
    const code = await new Promise((done) => astro.on('close', done));
    if (code !== 0) throw new Error(`The gallery could not be built:\n${said}`);
  });
}
