import { readFileSync } from 'node:fs';

/**
 * The statements of an `.sql` file. Each stands under a line `-- @its_name` and may be several, ended by semicolons;
 * `$name` in them is a value given with the call.
 * @returns gives a statement by its name; throws for a name that is not in the file
 */
export function sqlFile(file: URL): (name: string) => string {
  const [, ...parts] = readFileSync(file, 'utf8').split(/^-- @(\w+)\n/m);
  const statements = new Map<string, string>();
  for (let i = 0; i < parts.length; i += 2) statements.set(parts[i] ?? '', parts[i + 1] ?? '');
  return (name) => {
    const sql = statements.get(name);
    if (sql === undefined) throw new Error(`${file.pathname} has no statement ${name}.`);
    return sql;
  };
}
