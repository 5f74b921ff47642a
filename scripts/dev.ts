/** `npm run dev`: the module with live reload, for authors. */
import { runStep } from './run-step.ts';

const port = process.env['PORT'] ?? '4322';
await runStep({
  name: `The module with live reload, http://127.0.0.1:${port}/`,
  args: ['node_modules/astro/bin/astro.mjs', 'dev', '--port', port],
});
