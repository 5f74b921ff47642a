import { existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Arguments } from '../cli/arguments.ts';
import type { ModuleContent } from '../content/module.ts';
import { UserError } from '../quality.ts';
import { effectYears } from './effect-years.ts';
import { interactionsText, writeYears } from './exports.ts';

/** The module, said to be an invented university's wherever the report names the organisation. */
export const invented = (module: ModuleContent): ModuleContent => ({
  ...module,
  organisation: 'An invented university: every person, answer and figure here is made up',
});

/**
 * Writes what an invented university would download from Moodle over two and a half years, with a list of keys among it
 * that has nothing to do with the training.
 * @param size people
 * @returns what to make a report of; the folder of the exports lies in the folder of the report
 * @throws UserError where the folder holds anything: what is invented must neither replace real evidence nor be counted with it
 */
export function inventedExports(args: Arguments, module: ModuleContent, size = 3000): Arguments {
  const out = resolve(args.out || mkdtempSync(join(tmpdir(), 'hr-demo-')));
  if (existsSync(out) && statSync(out).isDirectory() && readdirSync(out).length > 0)
    throw new UserError(
      `--out ${args.out} already holds files, and an invented report must not mix with a real one: name a new folder.`,
    );
  const folder = join(out, 'exports');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const truth = { learned: 0.12, kept: 0.07, older: 0.2, comeBack: 0.35, whole: true };
  const { years, followUp } = effectYears(size, 7, module, truth);
  const files = writeYears(years, folder);
  if (followUp) {
    const activities = [{ name: 'Social media follow-up, six weeks', route: 'followup', edition: '2026.1' }];
    writeFileSync(join(folder, 'follow-up.txt'), interactionsText({ ...followUp, activities }, 0));
  }
  writeFileSync(join(folder, 'old-list.csv'), 'Room,Key,Returned\nA1,12,yes\n');
  const { people, manual, config } = files;
  return { ...args, files: [folder], people, manual, config, asOf: years.asOf, out, memory: args.memory ?? '512MB' };
}
