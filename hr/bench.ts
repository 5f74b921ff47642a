import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFile, interactions } from './bench/file.ts';

/** One way of doing it at one size. */
export interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly check: number;
}

/** One size. */
export interface BenchRow {
  readonly people: number;
  readonly interactions: number;
  /** Size of the file read. */
  readonly fileMegabytes: number;
  /** Read, match people, first answers, facility, discrimination, options. */
  readonly grouping: Measured;
  /** The same and everything else: page, CSV files, workbook. */
  readonly report: Measured;
  /** The grouping with papaparse, streaming, in plain JavaScript. */
  readonly papaparse: Measured;
  /** Whether both ways found the same figures for every item. */
  readonly same: boolean;
}

function child(script: string, ...args: readonly string[]): Measured {
  const path = fileURLToPath(new URL(`bench/${script}`, import.meta.url));
  return JSON.parse(
    execFileSync(process.execPath, [path, ...args], { encoding: 'utf8', maxBuffer: 1 << 24 }),
  ) as Measured;
}

/** Measures each size, each way in a process of its own. @param sizes people. */
export async function bench(sizes: readonly number[]): Promise<BenchRow[]> {
  const folder = join(tmpdir(), 'hr-bench');
  mkdirSync(folder, { recursive: true });
  const rows: BenchRow[] = [];
  for (const people of sizes) {
    const file = join(folder, `interactions-${people}.txt`);
    await benchFile(file, people);
    const grouping = child('ours.ts', file, 'grouping');
    const report = child('ours.ts', file, 'report', join(folder, 'out'));
    const papaparse = child('papaparse.ts', file);
    const same = grouping.check === papaparse.check && report.check === papaparse.check;
    rows.push({ people, interactions, fileMegabytes: statSync(file).size / 1e6, grouping, report, papaparse, same });
  }
  return rows;
}

/** The rows as a table in plain text. */
export function benchTable(rows: readonly BenchRow[]): string {
  const m = (x: Measured) => `${x.seconds.toFixed(1)} s, ${Math.round(x.megabytes)} MB`;
  return [
    '| people × interactions | file | grouping (DuckDB) | whole report | grouping (papaparse) | same figures |',
    '|---|---:|---:|---:|---:|---|',
    ...rows.map(
      (r) =>
        `| ${r.people.toLocaleString('en-GB')} × ${r.interactions} | ${r.fileMegabytes.toFixed(0)} MB | ${m(r.grouping)} | ${m(r.report)} | ${m(r.papaparse)} | ${r.same ? 'yes' : 'NO'} |`,
    ),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = process.argv.includes('--quick') ? [1000, 10_000] : [1000, 10_000, 100_000];
  const rows = await bench(sizes);
  console.log(benchTable(rows));
  console.log(JSON.stringify(rows));
}
