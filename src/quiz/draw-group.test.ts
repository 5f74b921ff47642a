import fc from 'fast-check';
import { expect, it } from 'vitest';
import { realCourse } from '../../tests/support/real-course.ts';
import { withWrites } from '../../tests/support/with-writes.ts';
import { drawGroup, isBroad } from './draw-group.ts';

const { bank, blueprint, diagnostic } = realCourse('refresher');
const groups = diagnostic?.groups ?? [];
const anyGroup = fc.constantFrom(...groups);
const anySeed = fc.string({ minLength: 1, maxLength: 10 });
const { mustPass } = blueprint;
const draw = (
  group: (typeof groups)[number],
  seed: string,
  seen: readonly string[] = [],
  last: readonly string[] = [],
) => drawGroup(bank, { ...group, mustPass, seen: new Set(seen), last: new Set(last), seed });

it('a diagnostic: two applied questions a group, one of them broad, every section and every must-pass rule asked', () => {
  expect(groups).toHaveLength(6);
  fc.assert(
    fc.property(anySeed, (seed) => {
      const pairs = groups.map((g) => draw(g, seed));
      for (const [i, pair] of pairs.entries()) {
        expect(pair).toHaveLength(2);
        expect(pair.every((q) => q.level === 'applied')).toBe(true);
        expect(pair.some(isBroad)).toBe(true);
        expect([...new Set(pair.map((q) => q.section))].sort()).toEqual([...(groups[i]?.sections ?? [])].sort());
      }
      const all = pairs.flat();
      expect(new Set(all).size).toBe(12);
      for (const clause of mustPass) expect(all.filter((q) => q.mustPass === clause)).toHaveLength(1);
      expect(all.filter((q) => q.routes.join() === 'refresher').length).toBeGreaterThanOrEqual(6);
    }),
  );
});

it('different learners get different questions', () => {
  const drawn = Array.from({ length: 60 }, (_, n) => groups.flatMap((g) => draw(g, `learner${n}`).map((q) => q.id)));
  expect(new Set(drawn.map((ids) => ids.sort().join())).size).toBeGreaterThan(30);
  const asked = new Set(drawn.flat());
  for (const clause of mustPass) {
    expect(bank.filter((q) => q.mustPass === clause && asked.has(q.id)).length).toBeGreaterThan(1);
  }
});

it('a re-check asks fresh questions while there are any, and its must-pass rule in another form', () => {
  fc.assert(
    fc.property(anyGroup, anySeed, fc.subarray(bank.map((i) => i.id)), (group, seed, seen) => {
      const first = draw(group, seed, seen);
      const known = [...seen, ...first.map((q) => q.id)];
      const second = draw(
        group,
        `${seed}/2`,
        known,
        first.map((q) => q.id),
      );
      expect(second).toHaveLength(2);
      expect(second.filter((q) => first.includes(q))).toEqual([]);
      const clauses = first.flatMap((q) => q.mustPass ?? []);
      expect(second.flatMap((q) => q.mustPass ?? [])).toEqual(expect.arrayContaining(clauses));
      for (const stale of second.filter((q) => known.includes(q.id))) {
        const alike = bank.filter((q) => group.sections.includes(q.section) && q.mustPass === stale.mustPass);
        expect(alike.filter((q) => q.level === 'applied' && !known.includes(q.id) && !second.includes(q))).toEqual([]);
      }
    }),
  );
});

it('keeps the questions already asked and draws only what is missing beside them', () => {
  fc.assert(
    fc.property(anyGroup, anySeed, fc.nat(1), (group, seed, at) => {
      const kept = draw(group, seed).slice(at, at + 1);
      const drawn = drawGroup(bank, { ...group, mustPass, seen: new Set(kept.map((q) => q.id)), seed, kept });
      expect(drawn).toHaveLength(1);
      expect(kept).not.toContain(drawn[0]);
      const wanted = mustPass.filter((c) => bank.some((q) => q.mustPass === c && group.sections.includes(q.section)));
      for (const clause of wanted) expect([...kept, ...drawn].some((q) => q.mustPass === clause)).toBe(true);
    }),
  );
});

it('has one post to write where one is wanted and none where none is, broad and must-pass questions as ever', () => {
  const sections = groups.flatMap((g) => g.sections);
  fc.assert(
    fc.property(anyGroup, anySeed, fc.boolean(), fc.boolean(), (group, seed, write, broadly) => {
      const full = withWrites(bank, sections).map((i) =>
        broadly || i.type !== 'write' ? i : { ...i, clauses: i.clauses.slice(0, 1) },
      );
      const pair = drawGroup(full, { ...group, mustPass, seen: new Set(), seed, write });
      expect(pair).toHaveLength(2);
      expect(pair.some(isBroad)).toBe(true);
      expect([...new Set(pair.map((q) => q.section))].sort()).toEqual([...group.sections].sort());
      const clauses = mustPass.filter((c) => full.some((q) => q.mustPass === c && group.sections.includes(q.section)));
      for (const clause of clauses) expect(pair.filter((q) => q.mustPass === clause)).toHaveLength(1);
      const written = pair.filter((q) => q.type === 'write').length;
      const narrow = pair.some((q) => q.mustPass && !isBroad(q) && q.type !== 'write');
      expect(written).toBe(write && (broadly || !narrow) ? 1 : 0);
    }),
  );
});
