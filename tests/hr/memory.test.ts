import { expect, it } from 'vitest';
import { memorySteps, withMemory } from '../../hr/db/open.ts';
import { interactionsText } from '../../hr/demo/exports.ts';
import { years } from '../../hr/demo/generator.ts';
import { run, write } from './folder.ts';
import { testModule } from './module.ts';

it('starts again with more memory where the database runs out of it, and the report is whole', async () => {
  const files = Object.values(write({ 'interactions.txt': interactionsText(years(40, 3, testModule), 1) }));
  const tried: string[] = [];
  // The first start gets what no file could be read with.
  const job = (memory: string) => {
    tried.push(memory);
    return run({ files, memory: tried.length === 1 ? '1MB' : memory });
  };
  const r = await withMemory(null, job, () => {});
  expect(tried).toEqual(memorySteps.slice(0, 2));
  expect(r.report.items.length).toBeGreaterThan(0);
});

it('does what it was told where a size was asked for, and hands on every other error', async () => {
  const files = Object.values(write({ 'interactions.txt': interactionsText(years(40, 3, testModule), 1) }));
  await expect(withMemory('1MB', (memory) => run({ files, memory }), expect.unreachable)).rejects.toThrow(
    /^Out of Memory/,
  );
  await expect(
    withMemory(
      null,
      async () => {
        throw new Error('broken');
      },
      expect.unreachable,
    ),
  ).rejects.toThrow('broken');
});
