import { existsSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { budgets, overBudget } from '../scripts/bench/budgets.ts';
import { packageFigures, weighPackages } from '../scripts/bench/weigh.ts';

const folder = 'dist/packages';
const built = existsSync(folder) ? weighPackages(folder) : [];

test('a figure over its budget is named, one at its budget is not', () => {
  expect(overBudget({ jsGzip: budgets.jsGzip, cssGzip: budgets.cssGzip + 1 })).toEqual([
    'cssGzip is 12001, and may be 12000',
  ]);
});

test('there are built packages to weigh', () => {
  expect(built.map((p) => p.name)).not.toEqual([]);
});

describe.each(built.map((p) => [p.name, p] as const))('%s', (name, pkg) => {
  test('keeps to the budgets for bytes', () => {
    expect(overBudget(packageFigures(pkg))).toEqual([]);
  });

  test('was weighed whole: every kind of file that a module needs is there', () => {
    for (const kind of ['script', 'style', 'font', 'document', 'data', 'schema'] as const)
      expect(pkg.kinds[kind].raw, kind).toBeGreaterThan(0);
    expect(pkg.zip).toBe(statSync(`${folder}/${name}`).size);
  });
});
