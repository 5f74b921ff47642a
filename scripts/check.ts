/** `npm run check`: format, lint, types, older browsers, content and policy coverage; no browser. Runs all of it, then says what failed. */
import { runStep, type Step } from './run-step.ts';

export const checks: readonly Step[] = [
  { name: 'Format and lint', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'] },
  {
    name: 'Types',
    args: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'error'],
  },
  { name: 'Features of older browsers', args: ['scripts/check-browsers.ts'] },
  { name: 'Content and policy coverage', args: ['scripts/check-content.ts'] },
];

if (import.meta.main) {
  const ended = await Promise.all(checks.map((step) => runStep(step, true)));
  const failed = ended.filter((well) => !well).length;
  console.log(`\n${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
