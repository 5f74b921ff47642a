import { type Balance, balanceOf } from '../measure/judgement.ts';
import type { Content } from '../read/content.ts';
import { sectionOf } from '../read/question.ts';

/** A share from 0 to 1 in whole per cent; a dash where there is nothing to share. */
export const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${Math.round(share * 100)} %`);

/** Bounds of a bank, as shares (docs/standards/content.md, rule 36). */
const BOUNDS = { strictest: 0.45, strictestOfSection: 0.6, freest: 0.25, held: 0.5 };

/** Sets of fewer single choices are too small to be held to a bound. */
const ENOUGH = 30;

/** The bounds that a set breaks, in words; empty where it is too small or in order. */
export function broken(b: Balance, section = false): string[] {
  if (!section && b.items < ENOUGH) return [];
  const most = section ? BOUNDS.strictestOfSection : BOUNDS.strictest;
  return [
    ...(b.strictest > most ? [`strictest at most ${percent(most)}`] : []),
    ...(!section && b.freest < BOUNDS.freest ? [`freest at least ${percent(BOUNDS.freest)}`] : []),
    ...(!section && b.held < BOUNDS.held ? [`stricter wrong option at least ${percent(BOUNDS.held)}`] : []),
  ];
}

/** The table of `npm run check`: how each route's bank is balanced between caution and its opposite, and each section. */
export function balanceTable(c: Content): string {
  const questions = c.questions.map((q) => q.data);
  const row = (name: string, b: Balance, section: boolean) => {
    const faults = broken(b, section);
    const shares = [b.strictest, b.freest, b.held].map((s) => percent(s).padStart(10)).join('');
    return `${name.padEnd(34)} ${String(b.items).padStart(7)} ${String(b.without).padStart(8)}${shares}${faults.length > 0 ? `   not met: ${faults.join(', ')}` : ''}`;
  };
  const routes = c.module.data.routes.map((r) =>
    row(r.name, balanceOf(questions.filter((q) => q.routes.includes(r.id))), false),
  );
  const sections = c.module.data.parts.flatMap((p) => {
    const own = questions.filter((q) => sectionOf(q.id) === p.id);
    return own.some((q) => q.type === 'single') ? [row(`· ${p.title}`, balanceOf(own), true)] : [];
  });
  const head = `${'single choices, right is the option'.padEnd(34)} stances  without strictest    freest   held back`;
  return [head, ...routes, ...sections].join('\n');
}
