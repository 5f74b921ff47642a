import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { SENTINEL } from './src/build/relative-urls.ts';
import { reloadOnContent } from './src/build/reload-on-content.ts';

const building = process.argv.includes('build') || process.env['SITE_BUILD'] === '1';

/** Flat, unhashed, lower-case names: the manifest stays the same between text fixes; Moodle puts a revision in the URL. */
const assets = {
  entryFileNames: 'assets/[name].js',
  chunkFileNames: (chunk) => `assets/${chunk.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.js`,
  assetFileNames: (asset) => `assets/${(asset.names[0] ?? 'asset').toLowerCase().replace(/[^a-z0-9.]+/g, '-')}`,
};

export default defineConfig({
  base: building ? SENTINEL : '/',
  outDir: process.env['SITE_DIR'] || 'dist/site',
  trailingSlash: 'ignore',
  compressHTML: true,
  build: { format: 'file', assets: 'assets', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1', port: 4322 },
  integrations: [mdx(), react(), reloadOnContent()],
  vite: {
    build: { assetsInlineLimit: 0, modulePreload: false, cssCodeSplit: false },
    environments: { client: { build: { rollupOptions: { output: assets } } } },
  },
});
