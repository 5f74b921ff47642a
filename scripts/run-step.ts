import { spawn } from 'node:child_process';

/** A tool of node_modules with its arguments, run on this Node. */
export interface Step {
  /** What it checks, in words. */
  readonly name: string;
  /** Path of the tool's script and its arguments. */
  readonly args: readonly string[];
}

/**
 * Runs a step; its output is shown as it comes.
 * @returns whether it ended well
 */
export async function runStep({ name, args }: Step): Promise<boolean> {
  console.log(`\n— ${name}`);
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) console.error(`Failed: ${name}`);
  return code === 0;
}
