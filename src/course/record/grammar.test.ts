import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realCourse } from '../../../tests/support/real-course.ts';
import { readDeclaration, readFollowUp, readPaper, writeDeclaration, writeFollowUp, writePaper } from './grammar.ts';

const course = realCourse();
const codes = course.bank.map((i) => course.codes[`question.${i.id}`] ?? '');
const seconds = fc.integer({ min: 0, max: 4_102_444_800 }).map((s) => s * 1000);

const paperFields = {
  kind: fc.constantFrom('paper' as const, 'diagnostic' as const, 'recheck' as const),
  right: fc.nat(12),
  of: fc.constant(12),
  at: seconds,
  questions: fc.subarray(codes, { maxLength: 12 }),
  weak: fc.subarray(course.parts.map((p) => p.id)),
  missed: fc.subarray([...course.blueprint.mustPass]),
};
const sure = { sure: fc.stringMatching(/^[sn-]{1,12}$/) };
const anyPaper = fc.oneof(fc.record(paperFields), fc.record({ ...paperFields, ...sure }));

const declarationFields = {
  edition: fc.stringMatching(/^[A-Za-z0-9.]{1,12}$/),
  textHash: fc.stringMatching(/^[0-9a-f]{8}$/),
  version: fc.stringMatching(/^[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}$/),
  at: seconds,
  minutes: fc.nat(100_000),
};
const cold = {
  cold: fc.subarray(
    course.parts.map((p) => p.id),
    { maxLength: 2 },
  ),
};
const anyDeclaration = fc.oneof(fc.record(declarationFields), fc.record({ ...declarationFields, ...cold }));

const { edition, version, minutes } = declarationFields;
const { right, of, at, questions, weak } = paperFields;
const followUpFields = { right, of, at, questions, weak, edition, version, minutes };
const anyFollowUp = fc.oneof(fc.record(followUpFields), fc.record({ ...followUpFields, ...sure }));

/** What every LMS keeps: 255 characters at most, ASCII, not to be taken for a number. */
const fits = (text: string) => {
  expect(text.length).toBeLessThanOrEqual(250);
  expect(text).toMatch(/^[A-Za-z][\x20-\x7e]*$/);
};

describe('notes in the record', () => {
  it('of a paper are read back as written', () => {
    fc.assert(
      fc.property(anyPaper, (note) => {
        fits(writePaper(note));
        expect(readPaper(writePaper(note))).toEqual(note);
      }),
    );
  });

  it('of a declaration are read back as written', () => {
    fc.assert(
      fc.property(anyDeclaration, (note) => {
        fits(writeDeclaration(note));
        expect(readDeclaration(writeDeclaration(note))).toEqual(note);
      }),
    );
  });

  it('of a follow-up are read back as written, and are no paper', () => {
    fc.assert(
      fc.property(anyFollowUp, (note) => {
        fits(writeFollowUp(note));
        expect(readFollowUp(writeFollowUp(note))).toEqual(note);
        expect(readPaper(writeFollowUp(note))).toBeNull();
      }),
    );
  });

  it('of a follow-up fit at their longest: every section weak, twenty questions, the longest edition and version', () => {
    const all = { right: 20, of: 20, at: Date.now(), questions: codes.slice(0, 20), sure: 's'.repeat(20) };
    const named = { edition: 'x'.repeat(12), version: '100.100.100', minutes: 10_000_000 };
    fits(writeFollowUp({ ...all, ...named, weak: course.parts.map((p) => p.id) }));
  });

  it('fit at their longest: every section weak, every must-pass rule missed, twenty questions', () => {
    const parts = course.parts.map((p) => p.id);
    const questions = codes.slice(0, 20);
    const { mustPass } = course.blueprint;
    fits(
      writePaper({
        kind: 'diagnostic',
        right: 20,
        of: 20,
        at: Date.now(),
        questions,
        weak: parts,
        missed: mustPass,
        sure: 's'.repeat(20),
      }),
    );
  });

  it('leave out what is not recorded: older notes, and those of proof alone, say nothing of it', () => {
    const note = { kind: 'paper', right: 1, of: 1, at: 0, questions: ['aa'], weak: [], missed: [] } as const;
    expect(writePaper(note)).not.toContain(';s:');
    expect(readPaper(writePaper(note))).not.toHaveProperty('sure');
    const declared = { edition: '1', textHash: 'a', version: '1', at: 0, minutes: 1 };
    expect(writeDeclaration(declared)).not.toContain(';c:');
    expect(readDeclaration(writeDeclaration(declared))).not.toHaveProperty('cold');
  });

  it('are null, never an error, for any other text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((s) => `v1;${s}`),
        ),
        (text) => {
          const paper = readPaper(text);
          const declaration = readDeclaration(text);
          const followUp = readFollowUp(text);
          expect(followUp === null || Number.isInteger(followUp.of)).toBe(true);
          expect(paper === null || paper.kind.length > 0).toBe(true);
          expect(declaration === null || Number.isFinite(declaration.minutes)).toBe(true);
        },
      ),
    );
    for (const text of [
      '',
      'v2;k:paper',
      'role',
      writeDeclaration({ edition: '1', textHash: 'a', version: '1', at: 0, minutes: 1 }),
    ]) {
      expect(readPaper(text)).toBeNull();
    }
  });
});
