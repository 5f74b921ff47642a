import { z } from 'zod';
import type { Path } from './entry.ts';

/** Steps through wrappers (optional, default) to the schema that holds fields. */
function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return unwrap(schema.unwrap());
  }
  return schema;
}

function step(schema: unknown, key: string | number, data: unknown): unknown {
  const s = unwrap(schema);
  if (s instanceof z.ZodArray) return s.element;
  if (s instanceof z.ZodRecord) return s.valueType;
  const object = pick(s, data);
  return object instanceof z.ZodObject ? object.shape[String(key)] : undefined;
}

/** The member of a union of kinds that the data's `type` chooses. */
function pick(schema: unknown, data: unknown): unknown {
  const s = unwrap(schema);
  if (!(s instanceof z.ZodDiscriminatedUnion)) return s;
  const type = (data as { type?: unknown } | null)?.type;
  return s.options.find(
    (o) => o instanceof z.ZodObject && o.shape.type instanceof z.ZodLiteral && o.shape.type.value === type,
  );
}

/** Names of the fields that may stand at a place. Empty when the schema does not tell. */
export function knownFields(schema: unknown, path: Path, data: unknown): string[] {
  let s = schema;
  let value = data;
  for (const key of path) {
    s = step(s, key, value);
    value = (value as Record<string, unknown> | null | undefined)?.[key];
  }
  const object = pick(s, value);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

/** Edits between two words, letters changed places counted as one (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : swap;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap, turned));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known name that is close to what was typed, or undefined. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(typed.length / 3));
  return [...known]
    .map((name) => ({ name, d: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .filter(({ d }) => d <= limit)
    .sort((a, b) => a.d - b.d || a.name.localeCompare(b.name, 'en'))[0]?.name;
}
