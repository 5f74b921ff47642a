import { writeDeclaration, writePaper } from '../../src/course/record/grammar.ts';
import { questionInteraction } from '../../src/course/record/interactions.ts';
import { hash } from '../../src/quiz/hash.ts';
import { isAnswer, keyOf, keysOf, partsOf } from '../../src/quiz/marking.ts';
import type { Answer, Item } from '../../src/quiz/model.ts';
import type { ModuleContent } from '../content/module.ts';
import { type Attempt, dayMs, type Answer as Said, type Staff, type Years, years } from './generator.ts';
import { Random } from './random.ts';

/** What is true of the invented people. */
export interface Truth {
  /** Added to the chance of a right answer once a section was read. */
  readonly learned: number;
  /** The same weeks later. */
  readonly kept?: number;
  /** Papers ask the hard half of the bank four times as often. */
  readonly hardPapers?: boolean;
  /** Chance to be dealt nothing: as older versions of the module, which say nothing of it. */
  readonly older?: number;
  /** Share of finishers who come back, six weeks after. */
  readonly comeBack?: number;
  /** Days after the declaration; six weeks unless told. */
  readonly backAfter?: number;
  /** Both editions and the stories too, with people who differ more: for a report to look at. */
  readonly whole?: boolean;
}

/** What one person answered, for whoever counts it the plain way. */
export interface Given {
  readonly item: Item;
  readonly answer: Answer;
  readonly sure: 's' | 'n';
}

/** Years in which each question is met cold by some and in the check by others. */
export interface EffectYears {
  readonly years: Years;
  /** Everyone's follow-up as an activity of its own, which the completion report does not show; null: nobody's. */
  readonly followUp: Years | null;
  readonly firstPapers: ReadonlyMap<Staff['id'], readonly Given[]>;
  /** Met before the section that teaches it. */
  readonly cold: ReadonlyMap<Staff['id'], readonly Given[]>;
  /** Answers of follow-ups to what the person had not met before. */
  readonly newLater: readonly Given[];
}

const hardness = (i: Item) => (hash(`hard/${i.id}`) % 1000) / 1000;
/** What most people of a report to look at bring along. */
const able = 0.12;
const easyHalf = (i: Item) => hardness(i) < 0.5;

/** Any complete answer that is not right. */
function wrong(r: Random, item: Item): Answer {
  const ids = partsOf(item).map((p) => p.id);
  for (;;) {
    const letters = (): string => {
      switch (item.type) {
        case 'single':
          return r.pick(ids);
        case 'multiple':
          return r.some(ids, item.choose).sort().join('');
        case 'spot':
          return r
            .some(ids, 1 + r.below(ids.length))
            .sort()
            .join('');
        case 'order':
          return r.some(ids, ids.length).join('');
        case 'classify':
          return item.items.map(() => 'abcd'[r.below(item.bins.length)] ?? '').join('');
        case 'write':
          return item.places.map((p) => r.pick(p.wordings).id).join('');
      }
    };
    const answer = letters();
    if (isAnswer(item, answer) && !keysOf(item).includes(answer)) return answer;
  }
}

function say(item: Item, answer: Answer): Said {
  const { id, response, pattern, alsoRight = [], result } = questionInteraction(item, answer, { at: 0, latency: 0 });
  const keys = [pattern ?? [], ...alsoRight].map((key) => key.join(','));
  return {
    id,
    response: response.join(','),
    pattern: keys.join(','),
    result: result === 'correct' ? 'correct' : 'wrong',
  };
}

/** Rewrites everyone's first finished attempt so that what is true of them is known. */
export function effectYears(people: number, seed: number, module: ModuleContent, truth: Truth): EffectYears {
  const base = years(people, seed, module);
  const r = new Random(seed + 1);
  const bank = [...module.items.values()].flatMap((i) => (i.judged?.routes.includes('induction') ? [i.judged] : []));
  const codes = new Map([...module.codes].map(([code, id]) => [id, code]));
  const sections = [...new Set(bank.map((i) => i.section))].filter(
    (s) => bank.filter((i) => i.section === s).length > 12,
  );
  const firstPapers = new Map<string, readonly Given[]>();
  const allCold = new Map<string, readonly Given[]>();
  const newLater: Given[] = [];
  const answer = (item: Item, ability: number, more: number): Given => {
    const right = r.chance(Math.min(0.97, Math.max(0.03, 0.85 - hardness(item) * 0.5 + ability + more)));
    return { item, answer: right ? keyOf(item) : wrong(r, item), sure: r.chance(right ? 0.8 : 0.4) ? 's' : 'n' };
  };
  const right = (g: Given) => keysOf(g.item).includes(g.answer);

  const attempt = (a: Attempt, who: string, ability: number, activity: number): Attempt => {
    const dealt = r.chance(truth.older ?? 0) ? null : r.some(sections, 2);
    const cold = (dealt ?? []).map((s) => answer(r.pick(bank.filter((i) => i.section === s)), ability, 0));
    allCold.set(who, cold);
    const taken = new Set(cold.map((c) => c.item.id));
    const stories = truth.whole ? a.answers.filter((s) => !/^(q|paper)_|^declaration$/.test(s.id)) : [];
    const said = new Map([...stories, ...cold.map((c) => say(c.item, c.answer))].map((s) => [s.id, s]));
    const papers: Attempt['papers'][number][] = [];
    let clock = a.started + 1_500_000;
    for (let n = 1; ; n++) {
      const open = bank.filter((i) => !taken.has(i.id));
      const pool = truth.hardPapers ? open.flatMap((i) => (easyHalf(i) ? [i] : new Array<Item>(9).fill(i))) : open;
      const drawn = [...new Set(r.some(pool, 40))].slice(0, 12);
      const given = drawn.map((i) =>
        n === 4 ? { ...answer(i, 0, 0), answer: keyOf(i) } : answer(i, ability, truth.learned),
      );
      if (n === 1 && activity === 0) firstPapers.set(who, given);
      for (const g of given) if (!said.has(g.item.id)) said.set(g.item.id, say(g.item, g.answer));
      const score = given.filter(right).length;
      papers.push({ right: score, of: 12 });
      const questions = drawn.map((i) => codes.get(i.id) ?? '00');
      const sure = dealt === null ? undefined : given.map((g) => g.sure).join('');
      const text = writePaper({
        kind: 'paper',
        right: score,
        of: 12,
        at: clock,
        questions,
        weak: [],
        missed: [],
        sure,
      });
      said.set(`paper_${n}`, { id: `paper_${n}`, response: text, pattern: '', result: 'neutral' });
      clock += 300_000;
      if (score >= 10) break;
    }
    const edition = base.activities[activity]?.edition ?? '2026.1';
    const minutes = truth.whole ? (a.declared?.minutes ?? 24) : 24;
    const version = activity === 0 ? '0.3.0' : '1.1.0';
    const note = { edition, textHash: module.textHash, version, at: clock, minutes };
    const text = writeDeclaration({ ...note, cold: dealt ?? undefined });
    said.set('declaration', { id: 'declaration', response: text, pattern: '', result: 'neutral' });
    const score = Math.max(...papers.map((p) => Math.round((p.right / p.of) * 100)));
    return { ...a, last: clock, score, answers: [...said.values()], papers, declared: { at: clock, minutes } };
  };

  const comeBack = (s: Staff): Attempt | null => {
    const done = s.doings[0]?.attempts.find((a) => a.declared);
    if (!done?.declared || !r.chance(truth.comeBack ?? 0)) return null;
    const started = done.declared.at + (truth.backAfter ?? 42) * dayMs;
    // The cases are of the bank; one of the five may have been met.
    const given = r.some(bank, 5).map((i) => answer(i, truth.whole ? able : 0, truth.kept ?? 0));
    newLater.push(...given.filter((g) => !done.answers.some((a) => a.id === g.item.id)));
    const text = `v1;k:followup;r:${given.filter(right).length};o:5;t:${new Date(started).toISOString().slice(0, 19)}Z;q:`;
    const note = { id: 'followup_1', response: text, pattern: '', result: 'neutral' } as const;
    const answers = [...given.map((g) => say(g.item, g.answer)), note];
    return { n: 1, started, last: started, score: null, answers, papers: [], declared: null };
  };

  const staff = base.staff.map((s): Staff => {
    if (truth.whole) {
      const ability = able + (r.next() + r.next() - 1) * 0.5;
      const doings = s.doings.map((d) => {
        const attempts = d.attempts.map((a) => (a.declared ? attempt(a, s.id, ability, d.activity) : a));
        return { ...d, attempts, done: d.done && (attempts.find((a) => a.declared)?.declared?.at ?? null) };
      });
      return { ...s, doings };
    }
    const ability = (r.next() - 0.5) * 0.2;
    const own = s.doings.filter((d) => d.activity === 0);
    const doings = own.map((d) => ({
      ...d,
      attempts: d.attempts.map((a) => (a.papers.length > 0 ? attempt(a, s.id, ability, 0) : a)),
    }));
    const finished = doings.map((d) => ({ ...d, done: d.attempts.find((a) => a.declared)?.declared?.at ?? null }));
    return { ...s, enrolled: true, doings: finished };
  });
  const made = { ...base, ...(!truth.whole && { asOf: '2028-12-31' }), staff };
  const back = staff.flatMap((s) => {
    const a = comeBack(s);
    return a ? [{ ...s, doings: [{ activity: 0, attempts: [a], done: null }] }] : [];
  });
  return {
    years: made,
    followUp: back.length > 0 ? { ...made, staff: back } : null,
    firstPapers,
    cold: allCold,
    newLater,
  };
}
