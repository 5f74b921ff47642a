import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoves, play } from '../../tests/support/any.ts';
import { smallCourse } from '../../tests/support/small-course.ts';
import { isComplete, openParts } from './completion.ts';
import { advance } from './machine.ts';
import { newProgress, type Progress } from './model.ts';
import { recordOf } from './record/record.ts';

const course = smallCourse();
const base = newProgress('abcd1234');
const sections: Partial<Progress> = { read: ['tea', 'cup'], stories: { kettle: { path: 'aa', done: true } } };
const assessment: Partial<Progress> = { assessed: true, best: 100 };
const declaration: Partial<Progress> = { declared: { at: 1, edition: '2026' } };

describe('the completion rule', () => {
  it.each([
    [false, false, false],
    [true, false, false],
    [false, true, false],
    [false, false, true],
    [true, true, false],
    [true, false, true],
    [false, true, true],
    [true, true, true],
  ])('sections %s, assessment %s, declaration %s: passed only with all three', (s, a, d) => {
    const progress = { ...base, ...(s && sections), ...(a && assessment), ...(d && declaration) };
    expect(isComplete(course, progress)).toBe(s && a && d);
    const { passed } = advance(course, progress, { type: 'REST', at: 0, latency: 0, spent: 0 });
    expect(passed).toBe(s && a && d);
    expect(recordOf(course, { ...progress, passed }).status).toBe(passed ? 'passed' : 'incomplete');
  });

  it.each([
    ['a lesson not read to its end', { read: ['tea'] }, ['cup']],
    ['a scenario without an ending', { stories: { kettle: { path: 'a', done: false } } }, ['tea']],
    ['nothing done', { read: [], stories: {} }, ['tea', 'cup']],
    ['a section known by the diagnostic instead', { read: ['cup'], stories: {}, known: ['tea'] }, []],
  ] as const)('%s', (_, change, open) => {
    const progress = { ...base, ...sections, ...assessment, ...declaration, ...change } as Progress;
    expect(openParts(course, progress).map((p) => p.id)).toEqual(open);
    expect(isComplete(course, progress)).toBe(open.length === 0);
  });

  it('asks the lesson for keepers only of those who chose that role', () => {
    const all = { ...base, ...sections, ...assessment, ...declaration };
    expect(isComplete(course, { ...all, roles: ['guest'] })).toBe(true);
    expect(isComplete(course, { ...all, roles: ['keeper'] })).toBe(false);
    const more = { ...all, read: ['tea', 'cup', 'key'], stories: { ...all.stories, lock: { path: 'ba', done: true } } };
    expect(isComplete(course, { ...more, roles: ['keeper'] })).toBe(true);
  });
});

it('whatever a learner does, the record says passed only once all three are met, and then for ever', () => {
  fc.assert(
    fc.property(anyMoves(course), (moves) => {
      // Kept by the test itself, from what was done.
      const read = new Set<string>();
      const ended = new Set<string>();
      let sectionsOnce = false;
      play(course, moves, (after, before) => {
        for (const part of after.read) read.add(part);
        for (const [id, story] of Object.entries(after.stories)) if (story.done) ended.add(id);
        const keeper = after.roles?.includes('keeper') ?? false;
        const wanted = read.has('tea') && read.has('cup') && ended.has('kettle');
        sectionsOnce ||= wanted && (!keeper || (read.has('key') && ended.has('lock')));
        if (after.passed) expect(sectionsOnce && after.assessed && after.declared !== null).toBe(true);
        if (after.assessed) expect(after.best).toBeGreaterThanOrEqual(75);
        if (after.declared) expect(after.assessed).toBe(true);
        const [was, is] = [recordOf(course, before), recordOf(course, after)];
        if (was.status === 'passed') expect(is.status).toBe('passed');
        expect(is.score ?? -1).toBeGreaterThanOrEqual(was.score ?? -1);
        expect(after.seconds).toBeGreaterThanOrEqual(Math.round(before.seconds));
        expect(after.revision).toBeGreaterThanOrEqual(before.revision);
      });
    }),
    { numRuns: 150 },
  );
});
