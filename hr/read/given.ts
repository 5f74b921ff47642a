import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Db, isOutOfMemory } from '../db/open.ts';
import { many, type Quality, UserError } from '../quality.ts';
import { NoTable } from './format.ts';
import { openTable, type Table } from './table.ts';

const real = (path: string) => (existsSync(path) ? realpathSync(path) : path);

/** Files that a computer keeps beside others for itself. */
const ownOfComputer = /^(\.|~\$)|^(desktop\.ini|thumbs\.db)$/i;

/**
 * The files meant by what was named: a folder stands for the files in it, by name. Folders in it are not looked into,
 * and said.
 * @param besides the people file and whatever else has an option of its own: it may lie in the same folder
 */
export function filesOf(named: readonly string[], besides: readonly (string | null)[], quality: Quality): string[] {
  const apart = new Set(besides.flatMap((path) => (path === null ? [] : [real(path)])));
  const files = named.flatMap((path) => {
    if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
    const entries = readdirSync(path)
      .filter((name) => !ownOfComputer.test(name))
      .sort()
      .map((name) => join(path, name))
      .filter((one) => !apart.has(real(one)));
    const is = (one: string) => statSync(one, { throwIfNoEntry: false });
    const inIt = entries.filter((one) => is(one)?.isFile());
    const folders = entries.filter((one) => is(one)?.isDirectory()).length;
    const where = basename(path);
    if (inIt.length === 0)
      quality.add(
        'empty_folder',
        'stop',
        where,
        'There are no files in this folder',
        'Name the folder with the downloads',
      );
    quality.add(
      'folder_in_folder',
      'check',
      where,
      `${many(folders, 'folder', 'folders')} in it ${folders === 1 ? 'was' : 'were'} not looked into`,
      'Name them too if exports are in them',
      folders,
    );
    return inIt;
  });
  return [...new Set(files)];
}

/** Why a file cannot be opened, in words. */
function whyNot(error: unknown): readonly [says: string, remedy: string] {
  if (error instanceof NoTable) return [error.says, error.remedy];
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EPERM') return ['You may not read this file', 'Copy it to a folder of your own'];
  return ['It cannot be read', 'Download it again'];
}

/**
 * Opens every file. One that is there and can be no export is a finding: the others count all the same.
 * @throws UserError for a file that is not there, a slip of the keyboard
 */
export async function openAll(db: Db, files: readonly string[], quality: Quality): Promise<Table[]> {
  const open: Table[] = [];
  for (const [index, path] of files.entries()) {
    try {
      open.push(await openTable(db, path, index));
    } catch (error) {
      if (isOutOfMemory(error) || (error instanceof UserError && !(error instanceof NoTable))) throw error;
      const code = error instanceof NoTable ? error.code : 'unreadable_file';
      quality.add(code, 'stop', basename(path), ...whyNot(error));
    }
  }
  return open;
}
