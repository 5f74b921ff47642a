import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readModule } from '../../hr/content/read.ts';

test('a question that is asked no more keeps its words, its clauses, its code and its key in the report', () => {
  const { items, codes } = readModule('src/content');
  const old = items.get('q_int_001');
  expect(old).toMatchObject({ kind: 'question', type: 'single', section: 'int' });
  expect(old?.options.filter((o) => o.key).map((o) => o.id)).toEqual([old?.pattern]);
  expect([...codes.values()]).toContain('q_int_001');
});

test('so does every decision of the stories that were told in 0.1.0', () => {
  const { items } = readModule('src/content');
  const decisions = [...items.values()].filter((item) => item.id.startsWith('wrk_office_photo_'));
  expect(decisions.length).toBeGreaterThan(3);
  for (const old of decisions) {
    expect(old).toMatchObject({ kind: 'decision', section: 'wrk' });
    expect(old.options.filter((o) => o.key).map((o) => o.id)).toEqual([old.pattern]);
  }
});

test('a decision of a story that is told no more keeps its title, its words, its clauses and its best choice', () => {
  const dir = mkdtempSync(join(tmpdir(), 'retired-'));
  try {
    cpSync('tests/fixtures/other-policy', dir, { recursive: true });
    mkdirSync(join(dir, 'retired'), { recursive: true });
    const story = `- id: old_pan
  section: fir
  title: The old pan
  situations:
    d1:
      ask: What now?
      choices:
        - { id: a, text: Water, misconception: Wet things put out fires., clauses: [FIR-2] }
        - { id: b, text: Out, best: true, clauses: [FIR-3] }
`;
    writeFileSync(join(dir, 'retired', 'stories.yaml'), story);
    const { items } = readModule(dir);
    expect(items.get('fir_old_pan_d1')).toEqual({
      id: 'fir_old_pan_d1',
      kind: 'decision',
      type: 'single',
      section: 'fir',
      clauses: ['FIR-3', 'FIR-2'],
      stem: 'What now?',
      options: [
        { id: 'a', text: 'Water', key: false, misconception: 'Wet things put out fires.' },
        { id: 'b', text: 'Out', key: true, misconception: null },
      ],
      pattern: 'b',
      scenario: 'The old pan',
    });
    expect(items.has('fir_chip_pan_d1')).toBe(true);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
