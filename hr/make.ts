import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from './cli/progress.ts';
import { readSettings } from './config/settings.ts';
import type { ModuleContent } from './content/module.ts';
import { openDb } from './db/open.ts';
import { fileList, writeFiles } from './files/files.ts';
import { page } from './page/page.ts';
import { type Report, report } from './parts/report.ts';
import { UserError } from './quality.ts';
import { type Facts, gather } from './run.ts';

/** What a run is asked for. */
export interface Job {
  readonly files: readonly string[];
  readonly people: string | null;
  readonly manual: string | null;
  readonly config: string | null;
  readonly asOf: string;
  readonly out: string;
  readonly memory: string;
}

/** What a run found, without the database. */
export interface Outcome {
  readonly report: Report;
  readonly taken: Facts['taken'];
  readonly findings: Facts['quality']['findings'];
  /** false: no file says anything about this training, so the figures mean nothing. */
  readonly usable: boolean;
}

function makeFolder(out: string) {
  if (existsSync(out) && !statSync(out).isDirectory()) throw new UserError(`--out ${out} is a file: name a folder.`);
  try {
    // Only its owner may look into a new folder: most of what it will hold is personal data.
    mkdirSync(out, { recursive: true, mode: 0o700 });
  } catch {
    throw new UserError(`The folder ${out} cannot be made: check the path and your rights.`);
  }
}

/**
 * Reads the files and writes the report.
 * @throws UserError for what must be put right first; findings about the data are in the outcome.
 */
export async function makeReport(job: Job, module: ModuleContent, progress: Progress): Promise<Outcome> {
  const settings = readSettings(
    job.config,
    module.routes.map((r) => r.id),
  );
  makeFolder(job.out);
  const db = await openDb(job.memory);
  try {
    const facts = await gather(db, job, settings, module, progress);
    const result = await report(facts);
    const { n } = await db.one<{ n: number }>(
      'select ((select count(*) from completion) + (select count(*) from attempt) + (select count(*) from manual_raw where used))::int n',
    );
    await writeFiles(facts, result, job.out);
    const path = join(job.out, 'report.html');
    writeFileSync(path, page(result, facts, fileList(facts)));
    chmodSync(path, 0o644);
    progress.done();
    return { report: result, taken: facts.taken, findings: facts.quality.findings, usable: n > 0 };
  } finally {
    await db.close();
  }
}
