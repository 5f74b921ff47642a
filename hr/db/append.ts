import {
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBVector,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';

/** The types a column may have here. */
const types = { integer: INTEGER, varchar: VARCHAR } as const satisfies Record<string, DuckDBType>;

/** As many rows as the database takes at once. */
const size = 2048;

/** Writes rows into a table without a statement a row. */
export interface Appender {
  /** One value a column, in the table's order. */
  readonly row: (...values: readonly (number | string | null)[]) => void;
  /** The same for a table of four whole numbers, of which there may be millions. */
  readonly numbers: (a: number, b: number, c: number, d: number) => void;
  /** Writes what is left. Nothing can be added after it. */
  readonly close: () => void;
}

/** @param columns the types of all columns of the table, in its order */
export async function appendTo(
  connection: Pick<DuckDBConnection, 'createAppender'>,
  table: string,
  columns: readonly (keyof typeof types)[],
): Promise<Appender> {
  const appender = await connection.createAppender(table);
  const chunk = DuckDBDataChunk.create(
    columns.map((c) => types[c]),
    size,
  );
  const vectors = columns.map((_, i) => chunk.getColumnVector(i) as DuckDBVector<number | string>);
  let n = 0;
  // The vector's own check of each number is a third of the time that millions of them take.
  const [a, b, c, d] = vectors.map((v) => (v as unknown as { readonly items: Int32Array }).items);
  const write = () => {
    for (const v of vectors) v.flush();
    // Only the last one is shorter: a chunk of another size has other vectors, what was written stays.
    if (n < size) chunk.rowCount = n;
    appender.appendDataChunk(chunk);
    n = 0;
  };
  return {
    row: (...values) => {
      for (let i = 0; i < vectors.length; i++) vectors[i]?.setItem(n, values[i] ?? null);
      if (++n === size) write();
    },
    numbers: (first, second, third, fourth) => {
      if (!a || !b || !c || !d) throw new Error(`${table} has no four columns of whole numbers.`);
      a[n] = first;
      b[n] = second;
      c[n] = third;
      d[n] = fourth;
      if (++n === size) write();
    },
    close: () => {
      if (n > 0) write();
      appender.closeSync();
    },
  };
}
