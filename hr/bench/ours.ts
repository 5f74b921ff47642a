import { silent } from '../cli/progress.ts';
import { readSettings } from '../config/settings.ts';
import { openDb, withMemory } from '../db/open.ts';
import { makeReport } from '../make.ts';
import { items } from '../parts/items.ts';
import { gatherAnswers } from '../run.ts';
import { benchModule } from './file.ts';
import { result } from './result.ts';

// Run by bench.ts in a process of its own: FILE grouping|report OUT
const [file = '', what = 'grouping', out = ''] = process.argv.slice(2);
const started = performance.now();
const job = { files: [file], people: null, manual: null, config: null, asOf: '2026-11-30' };
const again = () => {};
if (what === 'report') {
  const { report } = await withMemory(
    null,
    (memory) => makeReport({ ...job, out, memory }, benchModule, silent),
    again,
  );
  result(started, report.items);
} else {
  const rows = await withMemory(
    null,
    async (memory) => {
      const db = await openDb(memory);
      try {
        return await items(await gatherAnswers(db, job, readSettings(null), benchModule, silent));
      } finally {
        await db.close();
      }
    },
    again,
  );
  result(started, rows);
}
