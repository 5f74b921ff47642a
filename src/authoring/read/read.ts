import { z } from 'zod';
import type { Entry, Path } from './entry.ts';
import type { Files } from './files.ts';
import type { Problem } from './problem.ts';
import { explain } from './validate.ts';
import { readYaml } from './yaml-file.ts';

/** Collects what is read and what is wrong with it. */
export interface Reader {
  readonly dir: string;
  readonly files: Files;
  readonly problems: Problem[];
}

/** Paths of a folder (`scenarios/`) with an ending, in order. */
export function inFolder(r: Reader, folder: string, ending: RegExp): string[] {
  return [...r.files.keys()].filter((p) => p.startsWith(`${folder}/`) && ending.test(p));
}

/** A problem with a whole file. */
export function fileProblem(r: Reader, path: string, message: string, remedy: string): void {
  r.problems.push({ file: `${r.dir}/${path}`, line: 1, field: '', message, remedy });
}

/** Keeps an entry that fits its schema; otherwise says what is wrong. */
export function accept<T>(r: Reader, schema: z.ZodType<T>, raw: Entry<unknown>): Entry<T> | null {
  const result = schema.safeParse(raw.data);
  if (result.success) return { ...raw, data: result.data };
  r.problems.push(...explain(schema, raw, result.error.issues));
  return null;
}

/** A YAML text as an entry that nobody has checked yet; null when it cannot be read. */
export function rawYaml(r: Reader, path: string, text: string, lineStart = 1): Entry<unknown> | null {
  const file = `${r.dir}/${path}`;
  const yaml = readYaml(file, text, lineStart);
  r.problems.push(...yaml.problems);
  return yaml.problems.length ? null : { file, data: yaml.data, line: yaml.line, label: '' };
}

/** A file that is one thing. */
export function readOne<T>(r: Reader, path: string, schema: z.ZodType<T>, missing: string | null): Entry<T> | null {
  const text = r.files.get(path);
  if (text === undefined) {
    if (missing) fileProblem(r, path, 'is missing', missing);
    return null;
  }
  const raw = rawYaml(r, path, text);
  return raw && accept(r, schema, raw);
}

/** The entries of a file that is a list, not checked yet; each is labelled with its id. */
export function rawList(r: Reader, path: string): Entry<unknown>[] {
  const whole = rawYaml(r, path, r.files.get(path) ?? '');
  if (!whole || whole.data === null || whole.data === undefined) return [];
  const list = accept(r, z.array(z.unknown()), whole);
  if (!list) return [];
  return list.data.map((data, i) => ({
    file: whole.file,
    data,
    line: (p: Path = []) => whole.line([i, ...p]),
    label: idOf(data) ?? `[${i}]`,
  }));
}

/** The id of something not checked yet. */
export function idOf(data: unknown): string | undefined {
  const id = (data as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : undefined;
}

/** Ids that a text seems to give, read without YAML: a file that cannot be read is one fault, not one for every name in it. */
const seemingIds = (text: string): string[] => [...text.matchAll(/^(?:- )?id:\s*([\w-]+)/gm)].map((m) => m[1] ?? '');

/** Says where an id is written twice, and returns all ids, those of unreadable files included. */
export function uniqueIds(r: Reader, paths: readonly string[], raws: readonly Entry<unknown>[]): Set<string> {
  const first = new Map<string, Entry<unknown>>();
  for (const raw of raws) {
    const id = idOf(raw.data);
    if (id === undefined) continue;
    const other = first.get(id);
    if (!other) first.set(id, raw);
    else {
      const where = `${other.file}:${other.line(['id'])}`;
      const field = raw.label ? `${raw.label}.id` : 'id';
      const remedy = 'Ids are permanent: give the newer of the two another one.';
      r.problems.push({ file: raw.file, line: raw.line(['id']), field, message: `is also the id of ${where}`, remedy });
    }
  }
  return new Set([...first.keys(), ...paths.flatMap((p) => seemingIds(r.files.get(p) ?? ''))]);
}
