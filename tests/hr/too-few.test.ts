import { describe, expect, it } from 'vitest';
import { run, write } from './folder.ts';
import { answers, declaration, report, type Said, twenty } from './hand.ts';

const asOf = '2026-12-31';
const of = (said: readonly Said[], people: number) =>
  run({ files: Object.values(write({ 'i.txt': report(twenty(said, '2026-12-01').slice(0, people)) })), asOf });
/** What part 7 says. */
const missed = (page: string) => /<section id="missed"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';

describe('part 7 tells too few from none', () => {
  it.each([
    ['answers of nine people', answers({ q_int_001: true }), 9, 'from 10 people or more: too few to show'],
    [
      'answers of another version',
      answers({ q_int_999: true }),
      20,
      'none is to a question or decision of this version',
    ],
    ['no answers', [], 20, 'No answers to questions or decisions are in the files'],
  ] as const)('%s', async (_, said, people, says) => {
    const r = await of([...said, declaration('2026-12-01')], people);
    expect(missed(r.page)).toContain(says);
    expect(r.page).not.toContain('can be joined');
  });

  it('has sections as soon as ten have answered, however few to name a lesson', async () => {
    const r = await of([...answers({ q_int_001: true }), declaration('2026-12-01')], 10);
    expect(r.report.clauses.nothing).toBeNull();
    expect(missed(r.page)).toContain('too few to say which lesson');
  });
});

describe('minutes are whole, or under 1', () => {
  it.each([
    [0, 'under 1', 'minute'],
    [0.9, 'under 1', 'minute'],
    [1, '1', 'minute'],
    [21.5, '22', 'minutes'],
  ])('%s minutes are written as %s', async (minutes, says, unit) => {
    const r = await of([declaration('2026-12-01', minutes)], 10);
    expect(r.file('evidence.csv')).toContain(`"${says}","record"`);
    expect(r.file('declarations.csv')).toContain(`"${says}","2026-12-31"`);
    expect(r.page).toContain(`median ${says} ${unit}, the middle half between ${says} and ${says}`);
    expect(r.page).toContain(`<small>median ${says} ${unit}</small>`);
  });
});
