import type { Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';

/** Addresses that the documents use themselves; a part or a scenario has its id as its address. */
export const RESERVED: ReadonlySet<string> = new Set([
  'start',
  'changes',
  'check',
  'declare',
  'finish',
  'helper',
  'asked',
  'talk',
  'checklists',
  'glossary',
  'search',
  'accessibility',
  'main',
  'saved',
  'exit',
  'banner',
  'leaving',
  'reading',
  'arrival',
  'again',
]);

/** A part or a scenario has an address of its own: not one of the documents', and not one that the other has. */
export const reservedIds: Rule = (c) => {
  const parts = c.module.data.parts.map((p) => p.id);
  const taken = 'is an address that the documents use themselves';
  const remedy = (is: string) =>
    `Call it otherwise, for example ${is}_1. Ids are permanent, so do it before the first release.`;
  return [
    ...parts.flatMap((id, i) =>
      RESERVED.has(id) ? [problemAt(c.module, ['parts', i, 'id'], `${id} ${taken}`, remedy(id))] : [],
    ),
    ...c.scenarios.flatMap((s) => {
      const { id } = s.data;
      if (RESERVED.has(id)) return [problemAt(s, ['id'], `${id} ${taken}`, remedy(id))];
      return parts.includes(id) ? [problemAt(s, ['id'], `${id} is the id of a part as well`, remedy(id))] : [];
    }),
  ];
};
