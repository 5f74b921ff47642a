import type { Progress } from '../cli/progress.ts';
import type { Settings } from '../config/settings.ts';
import type { ModuleContent } from '../content/module.ts';
import type { Db } from '../db/open.ts';
import type { Quality } from '../quality.ts';
import type { Table } from '../read/table.ts';

/** What every step of a run works with. */
export interface Context {
  readonly db: Db;
  readonly module: ModuleContent;
  readonly settings: Settings;
  readonly quality: Quality;
  readonly progress: Progress;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly tables: readonly Table[];
}
