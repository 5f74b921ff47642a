import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silent } from '../../hr/cli/progress.ts';
import type { ModuleContent } from '../../hr/content/module.ts';
import { type Job, makeReport, type Outcome } from '../../hr/make.ts';
import { testModule } from './module.ts';

/** Where the copies of Moodle's real exports are. */
export const exportsFolder = new URL('../fixtures/moodle-exports/', import.meta.url).pathname;

/** A new folder that nothing else uses; gone when the process ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hr-test-'));
  process.setMaxListeners(0);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes something at the first call, for every test that reads it: a report is worth being written once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly of: T } | undefined;
  return () => {
    made ??= { of: make() };
    return made.of;
  };
}

/** What a test sees of a run. */
export interface Run extends Outcome {
  readonly out: string;
  readonly page: string;
  /** Text of a file beside the page. */
  readonly file: (name: string) => string;
  /** Findings as `severity code`. */
  readonly codes: readonly string[];
}

/** Makes a report of files on disk. */
export async function run(job: Partial<Job> & Pick<Job, 'files'>, module: ModuleContent = testModule): Promise<Run> {
  const out = job.out ?? join(newFolder(), 'out');
  const full = { people: null, manual: null, config: null, asOf: '2029-03-31', memory: '256MB', ...job, out };
  const outcome = await makeReport(full, module, silent);
  const file = (name: string) => readFileSync(join(out, name), 'utf8');
  return {
    ...outcome,
    out,
    page: file('report.html'),
    file,
    codes: outcome.findings.map((f) => `${f.severity} ${f.code}`),
  };
}

/** Writes texts as files into a new folder; returns their paths by name. */
export function write(files: Readonly<Record<string, string | Buffer>>): Record<string, string> {
  const folder = newFolder();
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return [name, path];
    }),
  );
}
