import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModule } from '../../hr/content/read.ts';
import { openDb } from '../../hr/db/open.ts';
import { threePlaces } from '../support/with-writes.ts';
import { newFolder, run, write } from './folder.ts';
import { report, type Said, twenty } from './hand.ts';

const both = 'a.b,b.b,c.b,a.b,b.b,c.c';
const config = () => write({ 'hr.yaml': 'smallGroup: 2\nfewAnswers: 2' })['hr.yaml'] ?? null;

/** Twenty people who all gave the first answer, and one for each of the others. */
const people = (first: string, ...others: readonly string[]) => {
  const said = (response: string): Said[] => [['q_int_010', response, both, '']];
  return [
    ...twenty(said(first), '2026-12-01'),
    ...others.map((response, i) => ({ who: `O${i}`, started: '2026-12-01', said: said(response) })),
  ];
};

it('a post to write, asked now or no more, has every right answer and each wording under the name of its place', () => {
  const folder = newFolder();
  cpSync('tests/fixtures/other-policy', folder, { recursive: true });
  const { section: _, ...post } = threePlaces('fir', 'FIR-1');
  mkdirSync(join(folder, 'retired'), { recursive: true });
  for (const [file, id] of [
    ['questions/more.yaml', 'q_fir_007'],
    ['retired/old.yaml', 'q_fir_008'],
  ] as const) {
    writeFileSync(join(folder, file), JSON.stringify([{ ...post, id }]));
    const item = readModule(folder).items.get(id);
    expect(item).toMatchObject({ type: 'write', clauses: ['FIR-1'], pattern: 'a.b,b.a,c.b,a.b,b.a,c.c' });
    expect(item?.options.map((o) => o.id)).toEqual(
      ['a', 'b', 'c'].flatMap((p) => ['a', 'b', 'c'].map((w) => `${p}.${w}`)),
    );
    expect(item?.options.filter((o) => o.key).map((o) => o.id)).toEqual(['a.b', 'b.a', 'c.b', 'c.c']);
    expect(item?.options.find((o) => o.id === 'a.c')?.text).toBe('What: Three');
  }
});

describe('Moodle’s report of a post to write', () => {
  it('lists right answers one after another: each of them is right, whether or not the result was ticked', async () => {
    const text = report(people('a.b,b.b,c.c', 'a.b,b.b,c.b', 'a.b,b.b,c.a', 'b.b,c.b,a.b'), [
      'Question',
      'Response',
      'Right answer',
    ]);
    const r = await run({ files: Object.values(write({ 'interactions.txt': text })), config: config() });
    expect(r.report.items.map((i) => [i.id, i.n, i.facility])).toEqual([['q_int_010', 23, 0.913043]]);
    expect(r.codes).not.toContain('check other_key');
  });

  it('shows how often each wording was chosen for its place', async () => {
    const text = report(people('a.b,b.b,c.c', 'a.a,b.b,c.b'));
    const r = await run({ files: Object.values(write({ 'interactions.txt': text })), config: config() });
    const [item] = r.report.items;
    expect(item?.chosen.filter((c) => c.right).map((c) => c.id)).toEqual(['a.b', 'b.b', 'c.b', 'c.c']);
    expect(item?.chosen.find((c) => c.id === 'c.c')?.share).toBeCloseTo(20 / 21);
    expect(item?.chosen.find((c) => c.id === 'a.a')?.share).toBeCloseTo(1 / 21);
    expect(r.page).toMatch(/<li class="key"><b>95%<\/b> <span>c\.c\. Option c\.c <i>right<\/i>/);
  });

  it('that has other right answers than the content says that another version was taken', async () => {
    const said: Said[] = [['q_int_010', 'a.a,b.b,c.b', 'a.a,b.b,c.b', 'correct']];
    const files = Object.values(write({ 'interactions.txt': report(twenty(said, '2026-12-01')) }));
    expect((await run({ files, config: config() })).codes).toContain('check other_key');
  });
});

it('what fits is one whole right answer, and nothing that only lies across two', async () => {
  const db = await openDb('128MB');
  const fits = async (response: string, pattern: string | null) =>
    (await db.one<{ ok: boolean | null }>('select fits($response, $pattern) ok', { response, pattern })).ok;
  for (const response of ['a.b,b.b,c.b', 'a.b,b.b,c.c', both]) expect(await fits(response, both), response).toBe(true);
  for (const response of ['a.b', 'a.b,b.b', 'b.b,c.b,a.b', 'c.b', 'a.b,b.b,c.a', ''])
    expect(await fits(response, both), response).toBe(false);
  expect(await fits('a,c', 'a,c')).toBe(true);
  expect(await fits('a', 'a,c')).toBe(false);
  expect(await fits('a.a,b.c', 'a.a,b.c')).toBe(true);
  expect(await fits('a.a', null)).toBeFalsy();
  await db.close();
});
