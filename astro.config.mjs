import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { buildTargets } from './scripts/browsers/policy.ts';
import { gallery, galleryBuild } from './scripts/site/gallery.ts';
import { lightReact } from './scripts/site/light-react.ts';
import { SENTINEL } from './scripts/site/relative-urls.ts';
import { reloadOnContent } from './scripts/site/reload-on-content.ts';

/** What every environment that writes a file of the module makes of its scripts and styles. */
const target = buildTargets();
const forPolicy = { target, cssTarget: target };

const building = !galleryBuild && (process.argv.includes('build') || process.env['SITE_BUILD'] === '1');

/** Lists of scripts to preload hold addresses that fail under another path; Astro sets its own value, so it is set last. */
const noPreloadLists = {
  name: 'no-preload-lists',
  configResolved: (config) => {
    config.environments.client.build.modulePreload = false;
  },
};

const plain = (name) => name.toLowerCase().replace(/[^a-z0-9.]+/g, '-');

/** Flat, unhashed, lower-case names: the manifest stays the same between text fixes; Moodle puts a revision in the URL. */
const output = {
  entryFileNames: (chunk) =>
    /type=script/.test(chunk.facadeModuleId ?? '') ? 'assets/module.js' : `assets/${plain(chunk.name)}.js`,
  chunkFileNames: (chunk) =>
    chunk.moduleIds.some((id) => id.includes('/preact/dist/')) ? 'assets/preact.js' : `assets/${plain(chunk.name)}.js`,
  assetFileNames: (asset) => `assets/${plain(asset.names[0] ?? 'asset')}`,
};

export default defineConfig({
  base: building ? SENTINEL : '/',
  outDir: process.env['SITE_DIR'] || 'dist/site',
  trailingSlash: 'ignore',
  compressHTML: true,
  build: { format: 'file', assets: 'assets', inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1', port: 4322 },
  integrations: [mdx(), react(), reloadOnContent(), gallery()],
  vite: {
    plugins: [noPreloadLists, lightReact()],
    // Rolldown warns of Astro's own directives in MDX modules.
    build: {
      ...forPolicy,
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      rollupOptions: { checks: { moduleLevelDirective: false } },
    },
    environments: {
      client: { build: { ...forPolicy, rollupOptions: { output } } },
      // Style sheets and fonts are written by the side that renders the documents.
      ssr: { build: { cssTarget: target, rollupOptions: { output: { assetFileNames: output.assetFileNames } } } },
      prerender: { build: { cssTarget: target, rollupOptions: { output: { assetFileNames: output.assetFileNames } } } },
    },
  },
});
