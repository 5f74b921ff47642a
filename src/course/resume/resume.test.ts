import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoves, play, returned } from '../../../tests/support/any.ts';
import { Learner } from '../../../tests/support/learner.ts';
import { realCourse } from '../../../tests/support/real-course.ts';
import type { Scenario } from '../../quiz/model.ts';
import type { Course, Progress } from '../model.ts';
import { readPaper } from '../record/grammar.ts';
import { decode, encode } from './decode.ts';
import { peek, seal, unseal } from './header.ts';
import { checksum } from './spelling.ts';

const course = realCourse();
const start = { type: 'START' } as const;

/** All that has to come back: everything but the details that are in the LMS already, and the order of what was seen. */
const whatMatters = (p: Progress) => ({ ...p, log: {}, seen: [...p.seen].sort(), seconds: Math.round(p.seconds) });

/** The same state as another package would find it. */
const readBy = (other: Course, text: string) => {
  const resumed = decode(other, text);
  if (resumed.kind !== 'read') throw new Error(resumed.kind);
  return resumed;
};

describe('a saved place', () => {
  it.each(['induction', 'refresher', 'followup'] as const)(
    'of the %s comes back whole, whatever the learner did',
    (route) => {
      const course = realCourse(route);
      fc.assert(
        fc.property(anyMoves(course), (moves) => {
          const left = play(course, moves);
          const text = encode(course, left);
          expect(text).toMatch(/^[A-Za-z][A-Za-z0-9\-_.~:;!*]*$/);
          expect(whatMatters(readBy(course, text).progress)).toEqual(whatMatters(left));
          expect(encode(course, returned(course, left))).toBe(text);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('says whose it is before it is read: module, edition, attempt, revision, and whether it is passed', () => {
    const { progress } = new Learner(course).learn('wrk');
    const { module, edition, fingerprint } = course;
    const { attempt, revision } = progress;
    expect(peek(encode(course, progress))).toEqual({
      ...{ module, edition, fingerprint, attempt, revision },
      ...{ passed: false, best: null },
    });
    const passed = { ...progress, passed: true, best: 91.67 };
    expect(peek(encode(course, passed))).toMatchObject({ passed: true, best: 91.67 });
  });

  it('is new where nothing was saved', () => {
    expect(decode(course, '')).toEqual({ kind: 'new' });
  });
});

describe('a broken saved place', () => {
  const text = encode(course, new Learner(course).learn('sco', 'wrk').do(start).answer(true).progress);

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (any) => {
        if (any) expect(decode(course, any).kind).toBe('unreadable');
      }),
    );
  });

  it('is noticed when one character is changed, lost or added', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('', 'a', '~', ';', '0'), fc.nat(1), (at, put, cut) => {
        const broken = text.slice(0, at) + put + text.slice(at + cut);
        if (broken !== text && broken) expect(decode(course, broken).kind).toBe('unreadable');
      }),
    );
    for (let end = 1; end < text.length; end++) expect(decode(course, text.slice(0, end)).kind).toBe('unreadable');
  });

  it('never throws when its checksum is right but its fields are nonsense, and can be gone on from', () => {
    const code = fc.constantFrom(...Object.values(course.codes), '*1', '??');
    const codes = fc.array(fc.oneof(code, fc.constantFrom('.', '-', '*', 'a', 'bc'))).map((list) => list.join(''));
    const keys = fc.constantFrom(...'pRLKCSInQAVbatdPxyz');
    const field = fc.tuple(keys, fc.oneof(codes, fc.string())).map(([k, v]) => `${k}:${v}`);
    const header = unseal(text)?.header;
    if (!header) throw new Error('no header');
    fc.assert(
      fc.property(fc.array(fc.oneof(field, fc.string())), anyMoves(course, 8), (fields, moves) => {
        for (const other of [course, realCourse('refresher')]) {
          const resumed = decode(other, seal(header, fields.join(';').split(';')));
          if (resumed.kind !== 'read') return;
          const learner = new Learner(other, resumed.progress);
          for (const move of moves) if (move.do === 'action') learner.do(move.action);
          learner.do(start).answerAll(() => true);
          expect(decode(other, encode(other, learner.progress)).kind).toBe('read');
        }
      }),
    );
  });

  it('of a newer format or another module is left alone', () => {
    const newer = text.slice(0, text.lastIndexOf('!')).replace('m1~', 'm2~');
    expect(decode(course, `${newer}!${checksum(newer)}`).kind).toBe('unreadable');
    const other = { ...course, module: 'other' };
    expect(decode(other, text).kind).toBe('unreadable');
    const header = unseal(text)?.header;
    if (!header) throw new Error('no header');
    expect(decode(course, seal({ ...header, module: 'other' }, [])).kind).toBe('unreadable');
  });
});

describe('a package replaced under a learner', () => {
  const without = (drop: (id: string) => boolean): Course => ({
    ...course,
    fingerprint: 'ffffffff',
    bank: course.bank.filter((i) => !drop(i.id)),
  });

  it('keeps all that still exists, and a pass', () => {
    const done = new Learner(course)
      .learn(...course.parts.map((p) => p.id))
      .do(start)
      .answerAll(() => true)
      .do({ type: 'DECLARE' }).progress;
    const { codes, parts, ...rest } = course;
    const fewer = Object.fromEntries(Object.entries(codes).filter(([name]) => name !== 'part.wrk'));
    const read = readBy(
      { ...rest, codes: fewer, parts: parts.filter((p) => p.id !== 'wrk'), fingerprint: 'f' },
      encode(course, done),
    );
    expect(read.changed).toBe(true);
    expect(read.progress).toMatchObject({ passed: true, assessed: true, best: 100, slots: done.slots });
    expect(read.progress.read).toEqual(done.read.filter((id) => id !== 'wrk'));
  });

  it('passes over fields it does not know', () => {
    const { progress } = new Learner(course).learn('wrk');
    const sealed = unseal(encode(course, progress));
    if (!sealed) throw new Error('not sealed');
    const more = seal(sealed.header, [...sealed.fields, 'Z:later', 'q']);
    expect(whatMatters(readBy(course, more).progress)).toEqual(whatMatters(progress));
  });

  it('tops an open paper up to twelve again by the blueprint, and keeps the answers given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), fc.subarray([...Array(12).keys()]), (answered, dropped) => {
        const learner = new Learner(course).do(start);
        for (let n = 0; n < answered; n++) learner.answer(n % 3 > 0);
        const { paper } = learner.progress;
        const gone = new Set(dropped.map((n) => paper[n]?.id));
        const other = without((id) => gone.has(id));
        const { progress } = readBy(other, encode(course, learner.progress));
        expect(progress.paper.slice(0, 12 - gone.size)).toEqual(paper.filter((q) => !gone.has(q.id)));
        expect(progress.paper).toHaveLength(12);
        const sections = progress.paper.map((q) => q.id.split('_')[1]);
        for (const [section, count] of Object.entries(course.blueprint.sections)) {
          expect(sections.filter((s) => s === section)).toHaveLength(count);
        }
        const items = progress.paper.map((q) => other.bank.find((i) => i.id === q.id));
        for (const clause of course.blueprint.mustPass)
          expect(items.filter((i) => i?.mustPass === clause)).toHaveLength(1);
        const again = new Learner(other, progress);
        expect(again.state).toBe('asking');
        expect(returned(other, progress).paper).toEqual(progress.paper);
        expect(again.answerAll(() => true).progress.paper).toHaveLength(12);
      }),
    );
  });

  it('does not turn a failed paper into a passed one by dropping what was wrong', () => {
    let n = 0;
    const failed = new Learner(course).do(start).answerAll(() => n++ >= 3).progress;
    const wrong = failed.paper.slice(0, 3).map((q) => q.id);
    const other = without((id) => wrong.includes(id));
    const learner = new Learner(other, readBy(other, encode(course, failed)).progress);
    expect(learner.progress.assessed).toBe(false);
    expect(learner.state).toBe('asking');
    expect(learner.progress.paper).toHaveLength(12);
  });

  it('asks again what was answered in a way that no longer fits', () => {
    const learner = new Learner(course).do(start).answer(true);
    const first = learner.progress.paper[0]?.id;
    const bank = course.bank.map((i) => (i.id === first ? { ...course.bank[0], ...i, type: 'order', steps: [] } : i));
    const { progress } = readBy({ ...course, bank: bank as Course['bank'] }, encode(course, learner.progress));
    expect(progress.paper[0]).toEqual({ id: first, answer: null });
  });

  it('leaves a section that was read done when a story comes to it that may be passed over, and no other story', () => {
    // As 0.1.0 left it: no section was dealt.
    const progress: Progress = { ...new Learner(course).learn('pur', 'sta').progress, dealt: null, cold: [] };
    const photo = course.scenarios.desk_photo;
    if (!photo) throw new Error('no scenario');
    const with_ = (more: Partial<Scenario>, fingerprint = 'ffffffff'): Course => ({
      ...course,
      fingerprint,
      parts: course.parts.map((p) => (p.id === 'pur' || p.id === 'wrk' ? { ...p, scenarios: ['later'] } : p)),
      scenarios: { ...course.scenarios, later: { ...photo, ...more, id: 'later' } },
    });
    const found = (other: Course) => readBy(other, encode(course, progress)).progress.stories.later;
    expect(found(with_({ skippable: true }))).toEqual({ path: '', done: true });
    expect(found(with_({}))).toBeUndefined();
    expect(found(with_({ skippable: true }, course.fingerprint))).toBeUndefined();
    const unread = encode(course, { ...progress, read: ['sta'] });
    expect(readBy(with_({ skippable: true }), unread).progress.stories.later).toBeUndefined();
  });

  it('gives a finished paper that it cut a note of its own once it is whole again: the pass is in the record', () => {
    const learner = new Learner(course).learn(...course.parts.map((p) => p.id)).do({ type: 'START' });
    learner.answerAll((_, n) => n > 4);
    expect(learner.state).toBe('failed');
    const gone = learner.progress.paper.slice(0, 5).map((q) => q.id);
    const bank = course.bank.filter((i) => !gone.includes(i.id));
    const other: Course = { ...course, bank, fingerprint: 'ffffffff' };
    const again = new Learner(other, readBy(other, encode(course, learner.progress)).progress);
    again.answerAll(() => true);
    expect(again.progress.assessed).toBe(true);
    const notes = Object.values(again.progress.log).flatMap(({ id, response }) => (id === 'paper_2' ? response : []));
    expect(readPaper(notes[0] ?? '')).toMatchObject({ kind: 'paper', right: 12, of: 12 });
  });

  it('opens at the start where the saved screen is gone', () => {
    const { progress } = new Learner(course).do({ type: 'GO', to: 'desk_photo' });
    expect(readBy(course, encode(course, progress)).progress.place).toBe('desk_photo');
    const parts = course.parts.map((p) => ({ ...p, scenarios: [] }));
    expect(readBy({ ...course, parts }, encode(course, progress)).progress.place).toBe('start');
  });

  it('walks a story only as far as it still goes', () => {
    const { progress } = new Learner(course).do(
      { type: 'CHOOSE', scenario: 'desk_photo', choice: 'b' },
      { type: 'CHOOSE', scenario: 'desk_photo', choice: 'a' },
    );
    const photo = course.scenarios.desk_photo;
    if (!photo) throw new Error('no scenario');
    const situations = Object.fromEntries(
      Object.entries(photo.situations).map(([id, s]) => [
        id,
        id === photo.start ? s : { ...s, choices: s.choices.filter((c) => c.id !== 'a') },
      ]),
    );
    const other = { ...course, scenarios: { ...course.scenarios, desk_photo: { ...photo, situations } } };
    expect(readBy(other, encode(course, progress)).progress.stories.desk_photo).toEqual({ path: 'b', done: false });
  });
});

describe('a story whose place another has taken', () => {
  /** The course with the office photo told no more: another story in its place, the old codes kept. */
  const replaced = (() => {
    const { desk_photo: old, ...scenarios } = course.scenarios;
    if (!old) throw new Error('no scenario');
    const codes = { ...course.codes, 'scenario.desk': 'zz', 'decision.desk.d1': 'zy' };
    const parts = course.parts.map((p) => ({
      ...p,
      scenarios: p.scenarios.map((id) => (id === old.id ? 'desk' : id)),
    }));
    const desk = { ...old, id: 'desk', replaces: old.id };
    return { ...course, scenarios: { ...scenarios, desk }, parts, codes, fingerprint: 'ffffffff' };
  })();
  const left = (...choices: readonly string[]) =>
    new Learner(course).do(
      { type: 'GO', to: 'desk_photo' },
      ...choices.map((choice) => ({ type: 'CHOOSE', scenario: 'desk_photo', choice }) as const),
    ).progress;
  const found = (progress: Progress) => readBy(replaced, encode(course, progress)).progress;
  const exemplar = course.scenarios.desk_photo?.exemplar ?? [];

  it('is done for who had done the old one, and told from its start', () => {
    const old = left(...exemplar);
    const now = found(old);
    expect(now.stories).toEqual({ desk: { path: '', done: true } });
    expect([now.place, now.slots]).toEqual(['desk', old.slots]);
    expect(returned(replaced, now).stories).toEqual(now.stories);
  });

  it('starts anew for who was in the middle, and says so until it is begun, in the next session too', () => {
    const now = found(left('b'));
    expect(now.stories).toEqual({ desk: { path: '', done: false, anew: true } });
    expect(returned(replaced, returned(replaced, now)).stories).toEqual(now.stories);
    const begun = new Learner(replaced, now).do({ type: 'CHOOSE', scenario: 'desk', choice: 'a' }).progress;
    expect(begun.stories).toEqual({ desk: { path: 'a', done: false } });
    expect(returned(replaced, begun).stories).toEqual(begun.stories);
  });

  it('is untouched for who had not begun the old one', () => {
    expect(found(left()).stories).toEqual({});
  });

  it('is as it was left where the text names both, and done where one of them is', () => {
    const now = found(left(...exemplar));
    const begun = encode(replaced, new Learner(replaced, { ...now, stories: {} }).play('desk').progress);
    const sealed = unseal(begun);
    if (!sealed) throw new Error('not sealed');
    const old = course.codes['scenario.desk_photo'];
    for (const both of [`${old}b.zza`, `zza.${old}b`]) {
      const fields = sealed.fields.map((f) => (f.startsWith('S:') ? `S:${both}` : f));
      expect(readBy(replaced, seal(sealed.header, fields)).progress.stories.desk).toEqual({ path: 'a', done: false });
      const done = fields.map((f) => (f.startsWith('S:') ? `S:${both.replace(`${old}b`, `${old}b*`)}` : f));
      expect(readBy(replaced, seal(sealed.header, done)).progress.stories.desk).toEqual({ path: 'a', done: true });
    }
  });
});
