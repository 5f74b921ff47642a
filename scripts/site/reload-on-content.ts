import type { AstroIntegration } from 'astro';
import { contentDir } from '../../src/authoring/read/files.ts';

/** Without it a component that is edited while it shows throws; Astro brings it only to pages that name islands its own way. */
const REACT_REFRESH = `import { injectIntoGlobalHook } from '/@react-refresh';
injectIntoGlobalHook(window);
window.$RefreshReg$ = () => {};
window.$RefreshSig$ = () => (type) => type;`;

/**
 * In `npm run dev` the islands are drawn, and a change in any content file reloads the page: most content is not imported
 * as a module.
 */
export function reloadOnContent(): AstroIntegration {
  return {
    name: 'reload-on-content',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', REACT_REFRESH);
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add(contentDir());
        server.watcher.on('change', (path) => {
          if (/\.ya?ml$/.test(path)) server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
