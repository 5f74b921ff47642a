import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments, usage } from './cli/arguments.ts';
import { progressTo, silent } from './cli/progress.ts';
import { readModule } from './content/read.ts';
import { isOutOfMemory, withMemory } from './db/open.ts';
import { invented, inventedExports } from './demo/demo.ts';
import { makeReport } from './make.ts';
import { isGrave, many, UserError } from './quality.ts';

/** `npm run hr`: Moodle's exports in, the evidence report out. Ends with 1 when nothing could be reported. */
async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2), fileURLToPath(new URL('../src/content', import.meta.url)));
  if (asked === null) {
    console.log(usage);
    return 0;
  }
  const content = readModule(asked.content);
  const [args, module] = asked.demo ? [inventedExports(asked, content), invented(content)] : [asked, content];
  const progress = args.quiet ? silent : progressTo(process.stderr);
  const { taken, findings, report, usable } = await withMemory(
    args.memory,
    (memory) => makeReport({ ...args, memory }, module, progress),
    (memory) => progress.step(`These files need more memory: starting again with ${memory}`),
  );
  for (const t of taken) console.log(`${t.file}: ${t.as}`);
  for (const f of findings.filter(isGrave))
    console.log(
      `${f.severity === 'stop' ? 'Not used' : 'Please check'}: ${f.where}. ${f.says}. ${f.remedy}${f.remedy ? '.' : ''}`,
    );
  const checks = findings.filter((f) => f.severity === 'check').length;
  if (checks > 0) console.log(`${many(checks, 'point', 'points')} to check: see part 9 of the page.`);
  const h = report.headline;
  if (!usable) {
    console.error('Nothing could be reported: none of the files says anything about this training.');
    return 1;
  }
  console.log(`${h.done} of ${h.inScope} in scope are done, ${h.overdue} overdue, on ${args.asOf}.`);
  console.log(
    args.demo
      ? `Report: ${join(args.out, 'report.html')}. Everyone in it is invented. It was made of the files in ${join(args.out, 'exports')}.`
      : `Report: ${args.out}/report.html. The files beside it are personal data.`,
  );
  if (statSync(args.out).mode & 0o077)
    console.log(
      `Other people on this computer may look into ${args.out}; the files about people are readable by you only.`,
    );
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UserError) console.error(error.message);
  else if (isOutOfMemory(error))
    console.error('The database needs more memory for these files: run the command again with --memory 4GB.');
  else
    console.error(
      `The report failed: ${error instanceof Error ? error.message.split('\n')[0] : error}. Set DEBUG=1 to see more.`,
    );
  if (process.env['DEBUG']) console.error(error);
  process.exitCode = 1;
}
