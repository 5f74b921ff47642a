import { type Coverage, coverage } from '../measure/coverage.ts';
import { type RouteDuration, routeTime } from '../measure/duration.ts';
import type { Content } from '../read/content.ts';
import type { Measured } from './bounds.ts';
import { boundsTables } from './bounds-table.ts';

const short = (list: readonly string[], width: number) => {
  const text = list.join(' ') || '–';
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
};

function row(c: Coverage): string {
  const mark = c.mustPass ? 'must' : c.test ? 'yes' : '';
  const cells = [
    c.clause.padEnd(7),
    mark.padEnd(5),
    short(c.lessons, 20).padEnd(20),
    short(c.decisions, 44).padEnd(44),
  ];
  return `${cells.join(' ')} ${String(c.questions.length).padStart(3)} ${String(c.others.length).padStart(4)}`;
}

/** The coverage matrix as a text table. */
export function matrix(c: Content): string {
  const head = `${'clause'.padEnd(7)} ${'test'.padEnd(5)} ${'lessons'.padEnd(20)} ${'decisions on the exemplar path'.padEnd(44)} bank only`;
  return [head, ...coverage(c).map(row)].join('\n');
}

/** What is there, in numbers. */
export function counts(c: Content): string {
  const types = ['single', 'multiple', 'classify', 'order', 'spot', 'write'].map(
    (t) => `${c.questions.filter((q) => q.data.type === t).length} ${t}`,
  );
  const own = c.module.data.routes.flatMap((r) => {
    const n = c.questions.filter((q) => q.data.routes.every((id) => id === r.id)).length;
    return n && c.module.data.routes.length > 1 ? [`; ${n} for the ${r.name.toLowerCase()} only`] : [];
  });
  const decisions = c.scenarios.reduce((n, s) => n + Object.keys(s.data.situations).length, 0);
  return [
    `${c.clauses.length} clauses (${c.clauses.filter((k) => k.data.test).length} tested), ${c.lessons.length} lessons,`,
    `${c.scenarios.length} scenarios with ${decisions} decisions,`,
    `${c.questions.length} questions (${types.join(', ')}${own.join('')}), ${c.glossary.length} glossary terms.`,
  ].join(' ');
}

/** Computed minutes of each route, stretch by stretch. */
export function durations(c: Content): string {
  const line = (name: string, r: RouteDuration) => {
    const parts = r.parts.map((p) => `${p.id}${p.role ? ` (${p.role} only)` : ''} ${p.minutes.toFixed(1)}`).join(' · ');
    const { words, decisions, questions } = r.total;
    const load = `${Math.round(words)} words, ${decisions} decisions, ${questions} questions`;
    return `${name}: ${r.minutes.toFixed(1)} minutes (${load}): ${parts}`;
  };
  return c.module.data.routes
    .map((r) => line(r.diagnostic ? `${r.name}, all known` : r.name, routeTime(c, r)))
    .join('\n');
}

/** Matrix, minutes, balance and counts, for the end of a check. */
export const report = (c: Content, measured: Measured): string =>
  [matrix(c), durations(c), boundsTables(measured), counts(c)].join('\n\n');
