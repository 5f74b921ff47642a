import { memorySteps } from '../cli/memory.ts';
import { silent } from '../cli/progress.ts';
import { readSettings } from '../config/settings.ts';
import { openDb } from '../db/open.ts';
import { makeReport } from '../make.ts';
import { items } from '../parts/items.ts';
import { gatherAnswers } from '../run.ts';
import { benchModule } from './module.ts';
import { result } from './result.ts';

// Run by bench.ts in a process of its own: FILE grouping|report OUT
const [file = '', what = 'grouping', out = ''] = process.argv.slice(2);
const started = performance.now();
const job = { files: [file], people: null, manual: null, config: null, asOf: '2026-11-30' };
if (what === 'report') {
  const { report } = await makeReport({ ...job, out, memory: memorySteps[0] }, benchModule, silent);
  result(started, report.items);
} else {
  const db = await openDb(memorySteps[0]);
  const answered = await gatherAnswers(db, job, readSettings(null), benchModule, silent);
  const rows = await items(answered);
  db.close();
  result(started, rows);
}
