import type { Who } from '../read/kinds.ts';

/** SQL: cells as a number: the same ones give the same, and two others will not meet in 64 bits. */
export const hashOf = (...cells: readonly string[]) => `hash(${cells.join(', ')})`;

/** SQL: a cell's text, tidied and unescaped (`Table.relation`); null for a column that is not there. */
export const cell = (column: number | null | undefined) =>
  column === null || column === undefined ? 'null::varchar' : `t${column}`;

/** SQL columns name, staff_id, username, email, department, staff_type of a row. */
export function whoColumns(who: Who): string {
  const name = who.name.length === 0 ? 'null::varchar' : `nullif(concat_ws(' ', ${who.name.map(cell).join(', ')}), '')`;
  return `${name} as name, ${cell(who.staffId)} as staff_id, ${cell(who.username)} as username,
    lower(${cell(who.email)}) as email, ${cell(who.department)} as department, ${cell(who.staffType)} as staff_type`;
}

/** SQL: what joins a row to its `seen` row: a number, which is found in less than half the time of a text. */
export function ident(who: Who): string {
  const cells = [...who.name, who.staffId, who.username, who.email].filter((c) => c !== null);
  return hashOf(...(cells.length === 0 ? ["''"] : cells.map(cell)));
}

/** SQL: the person of a row of `raw`, in words. */
export const namedBy = (raw: string) =>
  `(select any_value(concat_ws(' ', name, staff_id, username, email)) from seen s where s.file = ${raw}.file and s.ident = ${raw}.ident)`;

/** SQL: how a row names its person in a list of cases. */
export const called = (id: number | null, username: number | null, email: number | null, name: string) =>
  `coalesce(${cell(id)}, ${cell(username)}, ${cell(email)}, ${name})`;

/** Whether rows can be told apart by more than a name. */
export const canMatch = (who: Who) => who.staffId !== null || who.username !== null || who.email !== null;
