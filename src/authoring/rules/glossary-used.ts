import { blocks } from '../measure/prose.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

const literal = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Content rule 26: a lesson that uses a word of the glossary explains it in place once. */
export const glossaryUsed: Rule = (c) =>
  c.lessons.flatMap((l) => {
    const explained = new Set(l.uses.flatMap(({ name, id }) => (name === 'Term' ? [id] : [])));
    const text = blocks(l);
    return c.glossary.flatMap(({ data: t }) => {
      if (explained.has(t.id)) return [];
      const forms = [...t.term.split(/,\s*/), ...(t.forms ?? [])].map(literal).join('|');
      const word = new RegExp(`(?<![\\p{L}-])(?:${forms})(?![\\p{L}-])`, 'iu');
      const block = text.find((b) => word.test(b.text));
      if (!block) return [];
      const found = word.exec(block.text)?.[0] ?? t.term;
      return [
        {
          ...problemAt(
            l,
            [],
            `uses “${found}” without explaining it`,
            `Write <Term id="${t.id}">${found}</Term> once.`,
          ),
          line: block.line,
        },
      ];
    });
  });
