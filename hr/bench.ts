import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFile, interactions } from './bench/file.ts';
import type { Figure } from './bench/result.ts';

/** One way of doing it at one size. */
export interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

interface Child extends Measured {
  readonly figures: readonly Figure[];
}

/** Both ways add up in another order: figures may differ in the last places. */
function agree(a: readonly Figure[], b: readonly Figure[]): boolean {
  const other = new Map(b.map((f) => [f.id, f]));
  const close = (x: number | null, y: number | null | undefined) => Math.abs((x ?? 9) - (y ?? 9)) < 1e-5;
  return (
    a.length === b.length &&
    a.every((f) => {
      const g = other.get(f.id);
      return (
        g !== undefined && g.n === f.n && close(f.facility, g.facility) && close(f.discrimination, g.discrimination)
      );
    })
  );
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

/** As `npm run hr` starts node (package.json). */
const smallHeap = '--max-semi-space-size=2';

function child(script: string, ...args: readonly string[]): Child {
  const path = fileURLToPath(new URL(`bench/${script}`, import.meta.url));
  return JSON.parse(
    execFileSync(process.execPath, [smallHeap, path, ...args], { encoding: 'utf8', maxBuffer: 1 << 24 }),
  ) as Child;
}

const only = ({ seconds, megabytes }: Measured): Measured => ({ seconds, megabytes });

/** Measures each size, each way in a process of its own. @param sizes people. */
export async function bench(sizes: readonly number[]): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hr-bench-'));
  const rows: BenchRow[] = [];
  try {
    for (const people of sizes) {
      const file = join(folder, `interactions-${people}.txt`);
      await benchFile(file, people);
      const grouping = child('ours.ts', file, 'grouping');
      const report = child('ours.ts', file, 'report', join(folder, 'out'));
      const papaparse = child('papaparse.ts', file);
      rmSync(join(folder, 'out'), { recursive: true });
      const same = agree(grouping.figures, papaparse.figures) && agree(report.figures, papaparse.figures);
      rows.push({
        people,
        interactions,
        fileMegabytes: statSync(file).size / 1e6,
        grouping: only(grouping),
        report: only(report),
        papaparse: only(papaparse),
        same,
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
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
