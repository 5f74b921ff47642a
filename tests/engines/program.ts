import { spawn } from 'node:child_process';

/** A program that was started for a test. */
export interface Program {
  /** Waits until it says something like that; the first group of the expression. */
  says(pattern: RegExp): Promise<string>;
  /** Ends it and everything it started. */
  end(): Promise<void>;
}

/**
 * Its guard: a shell that leads a process group of its own and ends the whole group as soon as the pipe to us closes.
 * That happens when we close it, and also when we are killed, so that no browser outlives a test run.
 */
const GUARD = '"$@" </dev/null & read -r _; kill -KILL 0';
/** A cold start on a busy machine. */
const PATIENCE = 60_000;

/** Starts a program. @param env beside the present one */
export function startProgram(command: string, args: readonly string[], env: Record<string, string> = {}): Program {
  const shell = spawn('/bin/sh', ['-c', GUARD, 'guard', command, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    detached: true,
  });
  let said = '';
  let heard = () => {};
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000);
      heard();
    });
  }
  const ended = new Promise<void>((done) => shell.once('exit', () => done()));
  return {
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`${command} did not start: no ${pattern} in what it said:\n${said}`)),
          PATIENCE,
        );
        heard = () => {
          const found = pattern.exec(said);
          if (!found) return;
          clearTimeout(late);
          resolve(found[1] ?? '');
        };
        heard();
      }),
    async end() {
      shell.stdin.end();
      await ended;
    },
  };
}
