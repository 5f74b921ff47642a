import { type Budget, budgets } from './budgets.ts';

/** One figure, as printed and as written to the file. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: 'bytes' | 'characters' | 'seconds' | 'ms' | '';
  /** Where there is one, the figure may not be more. */
  readonly budget?: Budget;
}

/** Figures that belong together. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

function amount(value: number, unit: Row['unit']): string {
  if (unit === 'bytes' && value >= 10_000_000) return `${Math.round(value / 1_000_000)} MB`;
  if (unit === 'bytes') return `${(value / 1000).toFixed(1)} kB`;
  if (unit === 'seconds') return `${value.toFixed(1)} s`;
  return [value.toLocaleString('en-GB'), unit === 'characters' ? 'chars' : unit].filter(Boolean).join(' ');
}

/** A section as text: name, figure, and what it may be. */
export function table({ title, rows }: Section): string {
  const lines = rows.map(({ name, value, unit, budget }) => {
    const figure = amount(value, unit).padStart(12);
    if (!budget) return `  ${name.padEnd(52)}${figure}`;
    const verdict = value > budgets[budget] ? 'OVER' : 'ok';
    return `  ${name.padEnd(52)}${figure}   at most ${amount(budgets[budget], unit)}: ${verdict}`;
  });
  return [title, ...lines].join('\n');
}
