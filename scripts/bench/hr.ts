import { type BenchRow, bench, type Measured } from '../../hr/bench.ts';
import type { Row, Section } from './table.ts';

const PEOPLE = { all: [1000, 10_000, 100_000], quick: [1000] } as const;

const rows = (what: string, { seconds, megabytes }: Measured): Row[] => [
  { name: what, value: seconds, unit: 'seconds' },
  { name: '  memory at most', value: megabytes * 1_000_000, unit: 'bytes' },
];

const section = (r: BenchRow): Section => ({
  title: `HR report: ${r.people.toLocaleString('en-GB')} people, ${r.interactions} interactions each`,
  rows: [
    { name: 'file read', value: r.fileMegabytes * 1_000_000, unit: 'bytes' },
    ...rows('item figures, with DuckDB', r.grouping),
    ...rows('the whole report', r.report),
    ...rows('item figures, with papaparse', r.papaparse),
  ],
});

/**
 * Measures the HR report on invented years, size by size. Needs the packages of `hr/`.
 * @throws Error when the two ways to the figures disagree
 */
export async function* benchHr(quick: boolean): AsyncGenerator<Section> {
  for (const people of quick ? PEOPLE.quick : PEOPLE.all) {
    for (const row of await bench([people])) {
      yield section(row);
      if (!row.same) throw new Error(`The figures for ${people} people differ between DuckDB and papaparse.`);
    }
  }
}
