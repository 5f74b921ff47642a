import { expect, it } from 'vitest';
import { bench, benchTable } from '../../hr/bench.ts';

it('finds the same people, shares and discrimination for every item as a plain script with papaparse', async () => {
  const [row] = await bench([400]);
  expect(row).toMatchObject({ people: 400, interactions: 60, same: true });
  expect(benchTable(row ? [row] : [])).toContain('| 400 × 60 |');
});
