import { expect, test } from 'vitest';
import { saverMachine } from '../src/tracking/saving/machine.ts';
import { chartTable } from './support/chart.ts';

test('the table of the saving chart in docs/decisions is made from the code (renew it with vitest run tests/chart.test.ts -u)', async () => {
  const head =
    '# The chart of saving\n\nMade from `src/tracking/saving/machine.ts` by `tests/chart.test.ts`; why it is so: 0021.\n\n';
  await expect(head + chartTable(saverMachine)).toMatchFileSnapshot('../docs/decisions/0021-saving-chart.md');
});
