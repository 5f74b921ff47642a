import { spawn } from 'node:child_process';

/** A tool of node_modules with its arguments, run on this Node. */
export interface Step {
  /** What it checks, in words. */
  readonly name: string;
  /** Path of the tool's script and its arguments. */
  readonly args: readonly string[];
}

/**
 * Runs a step; its output is shown as it comes, or where others run beside it once it has ended, so that none is mixed.
 * @returns whether it ended well
 */
export async function runStep({ name, args }: Step, isBesideOthers = false): Promise<boolean> {
  if (!isBesideOthers) console.log(`\n— ${name}`);
  const child = spawn(process.execPath, args, {
    stdio: isBesideOthers ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
  const code = await new Promise((done) => child.on('close', done));
  if (isBesideOthers) console.log(`\n— ${name}\n${said}`);
  if (code !== 0) console.error(`Failed: ${name}`);
  return code === 0;
}
