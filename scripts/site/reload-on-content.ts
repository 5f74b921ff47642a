import type { AstroIntegration } from 'astro';
import { contentDir } from '../../src/authoring/read/files.ts';

/** In `npm run dev` a change in any content file reloads the page: most content is not imported as a module. */
export function reloadOnContent(): AstroIntegration {
  return {
    name: 'reload-on-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.watcher.add(contentDir());
        server.watcher.on('change', (path) => {
          if (/\.ya?ml$/.test(path)) server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
