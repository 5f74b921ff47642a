/** Refuses what a browser of the policy lacks and nothing stands in for (docs/browsers.md). Ends with 1 when there is any. */
import { known } from './browsers/known.ts';
import { policy, said } from './browsers/policy.ts';
import { idle, refuse } from './browsers/refuse.ts';
import { sourceUses } from './browsers/sources.ts';

const oldest = policy();
const uses = sourceUses(oldest);
const refused = refuse(uses, oldest, known).map((r) => r.message);
const unused = idle(uses, oldest, known).map(
  ({ file, feature }) => `scripts/browsers/known.ts: ${file} no longer uses ${feature}. Take the entry out.`,
);
for (const line of [...refused, ...unused]) console.log(line);
const names = Object.entries(oldest).map(([browser, version]) => `${said(browser)} ${version}`);
const bad = refused.length + unused.length;
console.log(
  bad ? `\n${bad} to put right for ${names.join(', ')}.` : `All features are in ${names.join(', ')}, or made up for.`,
);
process.exitCode = bad ? 1 : 0;
