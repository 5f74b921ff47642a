import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realCourse } from '../../tests/support/real-course.ts';
import { withWrites } from '../../tests/support/with-writes.ts';
import { drawAnotherForm, drawPaper } from './draw.ts';
import { shuffled } from './hash.ts';
import type { Item } from './model.ts';

const { bank, blueprint } = realCourse();
const anySeed = fc.string({ minLength: 1, maxLength: 10 });
const anySeen = fc.subarray(bank.map((i) => i.id)).map((ids) => new Set(ids));
const inSection = (items: readonly Item[], section: string) => items.filter((i) => i.section === section);

describe('every paper', () => {
  it('has the blueprint’s questions for each section, none twice, one for each must-pass rule', () => {
    fc.assert(
      fc.property(anySeen, anySeed, (seen, seed) => {
        const paper = drawPaper(bank, blueprint, seen, seed);
        expect(new Set(paper).size).toBe(12);
        for (const [section, count] of Object.entries(blueprint.sections)) {
          expect(inSection(paper, section)).toHaveLength(count);
        }
        for (const clause of blueprint.mustPass) {
          expect(paper.filter((i) => i.mustPass === clause)).toHaveLength(1);
        }
      }),
    );
  });

  it('asks a question seen before only where the section has no unseen one left', () => {
    fc.assert(
      fc.property(anySeen, anySeed, (seen, seed) => {
        const paper = drawPaper(bank, blueprint, seen, seed);
        const alike = (a: Item, b: Item) => a.section === b.section && a.mustPass === b.mustPass;
        for (const repeated of paper.filter((i) => seen.has(i.id))) {
          const unseen = bank.filter((i) => alike(i, repeated) && !seen.has(i.id));
          expect(unseen.filter((i) => !paper.includes(i))).toEqual([]);
        }
      }),
    );
  });

  it('is the same again for the same attempt and different for others', () => {
    const ids = (seed: string) => drawPaper(bank, blueprint, new Set(), seed).map((i) => i.id);
    expect(ids('abcd/1')).toEqual(ids('abcd/1'));
    const papers = new Set(Array.from({ length: 50 }, (_, n) => ids(`learner${n}/1`).join()));
    expect(papers.size).toBe(50);
  });

  it('keeps the questions already on it and draws only what is missing', () => {
    fc.assert(
      fc.property(anySeed, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), (seed, keep) => {
        const first = drawPaper(bank, blueprint, new Set(), seed);
        const kept = first.filter((_, i) => keep.includes(i));
        const drawn = drawPaper(bank, blueprint, new Set(kept.map((i) => i.id)), seed, kept);
        const whole = [...kept, ...drawn];
        expect(new Set(whole).size).toBe(12);
        for (const [section, count] of Object.entries(blueprint.sections)) {
          expect(inSection(whole, section)).toHaveLength(count);
        }
        for (const clause of blueprint.mustPass) expect(whole.some((i) => i.mustPass === clause)).toBe(true);
      }),
    );
  });
});

describe('posts to write', () => {
  const writes = (items: readonly Item[]) => items.filter((i) => i.type === 'write');
  const without = bank.filter((i) => i.type !== 'write');
  const anySections = fc.subarray(Object.keys(blueprint.sections), { minLength: 2 });
  const counted = (paper: readonly Item[]) => {
    expect(new Set(paper).size).toBe(12);
    for (const [section, count] of Object.entries(blueprint.sections))
      expect(inSection(paper, section)).toHaveLength(count);
    for (const clause of blueprint.mustPass) expect(paper.filter((i) => i.mustPass === clause)).toHaveLength(1);
  };

  it('are one or two in every paper of a learner, whichever sections have them, and a paper is made up as ever', () => {
    fc.assert(
      fc.property(anySeed, anySections, (seed, sections) => {
        const full = withWrites(bank, sections);
        const seen = new Set<string>();
        for (const n of [1, 2, 3]) {
          const paper = drawPaper(full, blueprint, seen, `${seed}/${n}`);
          counted(paper);
          expect(writes(paper).length).toBeGreaterThanOrEqual(1);
          expect(writes(paper).length).toBeLessThanOrEqual(2);
          for (const i of paper) seen.add(i.id);
        }
      }),
    );
  });

  it('are now one, now two, and none of them is never asked', () => {
    const full = withWrites(bank, Object.keys(blueprint.sections));
    const papers = Array.from({ length: 600 }, (_, n) => writes(drawPaper(full, blueprint, new Set(), `learner${n}`)));
    expect(new Set(papers.map((p) => p.length))).toEqual(new Set([1, 2]));
    expect(new Set(papers.flat())).toEqual(new Set(writes(full)));
  });

  it('take no place from a question not yet seen', () => {
    fc.assert(
      fc.property(anySeed, anySections, fc.infiniteStream(fc.boolean()), (seed, sections, coin) => {
        const full = withWrites(bank, sections);
        const seen = new Set(full.filter(() => coin.next().value).map((i) => i.id));
        const paper = drawPaper(full, blueprint, seen, seed);
        counted(paper);
        for (const again of paper.filter((i) => seen.has(i.id))) {
          const alike = full.filter((i) => i.section === again.section && i.mustPass === again.mustPass);
          expect(alike.filter((i) => !seen.has(i.id) && !paper.includes(i))).toEqual([]);
        }
      }),
    );
  });

  it('stay one or two in a paper that is topped up', () => {
    const full = withWrites(bank, ['wrk', 'brn', 'per']);
    fc.assert(
      fc.property(anySeed, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), (seed, keep) => {
        const first = drawPaper(full, blueprint, new Set(), seed);
        const kept = first.filter((_, i) => keep.includes(i));
        const drawn = drawPaper(full, blueprint, new Set(first.map((i) => i.id)), seed, kept);
        expect(drawn.filter((i) => kept.includes(i))).toEqual([]);
        counted([...kept, ...drawn]);
        expect(writes([...kept, ...drawn]).length).toBeLessThanOrEqual(2);
        const room = drawn.some((i) => ['wrk', 'brn', 'per'].includes(i.section) && !i.mustPass);
        if (room) expect(writes([...kept, ...drawn]).length).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('change nothing where the bank has none: the first of each section in the seed’s order, unseen before seen', () => {
    fc.assert(
      fc.property(anySeen, anySeed, (seen, seed) => {
        const paper = drawPaper(without, blueprint, seen, seed);
        for (const [section, count] of Object.entries(blueprint.sections)) {
          const order = shuffled(inSection(without, section), seed, (i) => i.id).sort(
            (a, b) => Number(seen.has(a.id)) - Number(seen.has(b.id)),
          );
          const fixed = blueprint.mustPass.flatMap((clause) => order.find((i) => i.mustPass === clause) ?? []);
          const wanted = [...fixed, ...order.filter((i) => !i.mustPass)].slice(0, count);
          expect(inSection(paper, section)).toEqual(shuffled(wanted, seed, (i) => i.id));
        }
      }),
    );
  });
});

it('a rule asked again comes in another form, an unseen one while there is one', () => {
  fc.assert(
    fc.property(anySeen, anySeed, fc.constantFrom(...blueprint.mustPass), (seen, seed, clause) => {
      const forms = bank.filter((i) => i.mustPass === clause);
      for (const last of forms) {
        const next = drawAnotherForm(bank, clause, new Set([...seen, last.id]), last.id, seed);
        expect(next?.mustPass).toBe(clause);
        expect(next?.id).not.toBe(last.id);
        const unseen = forms.filter((f) => !seen.has(f.id) && f !== last);
        if (unseen.length > 0) expect(unseen).toContain(next);
      }
    }),
  );
});
