import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realCourse } from '../../tests/support/real-course.ts';
import { drawAnotherForm, drawPaper } from './draw.ts';
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
