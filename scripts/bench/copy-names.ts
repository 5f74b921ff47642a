import type { Content } from '../../src/authoring/read/content.ts';

const letter = (n: number) => String.fromCharCode(97 + n);

/**
 * A function that gives everything in a content file its name in the n-th copy: sections `wrk` → `wrkb`, clauses
 * `WRK-3` → `EBA-3` (three capitals by rule), lessons and scenarios `x` → `x_copy1`, questions `q_wrk_001` →
 * `q_wrkb_001`. Must-pass marks are dropped: only the first copy fills the paper's fixed slots.
 * @param n 1 to 25
 */
export function copyNames(content: Content, n: number): (text: string) => string {
  const sections = content.module.data.parts.map((p) => p.id);
  const prefixes = [...new Set(content.clauses.map((c) => c.data.id.slice(0, 3)))];
  const prefix = new Map(prefixes.map((p, i) => [p, `Q${letter(i)}${letter(n)}`.toUpperCase()]));
  const things = [...content.lessons.map((l) => l.data.id), ...content.scenarios.map((s) => s.data.id)];
  const clause = new RegExp(`\\b(${prefixes.join('|')})-(\\d+)\\b`, 'g');
  const question = new RegExp(`\\bq_(${sections.join('|')})_(\\d+)\\b`, 'g');
  const section = new RegExp(`^(\\s*(?:- *)?(?:\\{ *id|id|section): *)(${sections.join('|')})\\b(?!_)`, 'gm');
  const names = new RegExp(`\\b(${things.join('|')})\\b`, 'g');
  const naming = /^\s*(?:- *)?(?:id|lesson|scenarios):/;
  return (text) =>
    text
      .replace(/^\s*mustPass:.*\n/gm, '')
      .replace(clause, (_, p: string, d: string) => `${prefix.get(p)}-${d}`)
      .replace(question, (_, s: string, d: string) => `q_${s}${letter(n)}_${d}`)
      .replace(section, (_, before: string, s: string) => `${before}${s}${letter(n)}`)
      .split('\n')
      .map((line) => (naming.test(line) ? line.replace(names, `$1_copy${n}`) : line))
      .join('\n');
}
