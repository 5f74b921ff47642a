import type { Arrival } from '../../quiz/model.ts';
import type { Content } from '../read/content.ts';
import { type Entry, fieldName, type Path } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';
import { picksOf } from '../read/question.ts';
import { blocks } from './prose.ts';

/** A stretch of text that a learner reads, and where it stands. */
export interface Passage {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly text: string;
  /** voice: what a person of a story says. ours: everything that the module itself says. heading: a title. */
  readonly kind: 'ours' | 'because' | 'voice' | 'heading';
}

function at(entry: Entry<unknown>, path: Path, text: string, kind: Passage['kind']): Passage {
  return { file: entry.file, line: entry.line(path), field: fieldName(path, entry.label), text, kind };
}

/** A problem with a passage. */
export function problemIn(p: Passage, message: string, remedy: string): Problem {
  return { file: p.file, line: p.line, field: p.field, message, remedy };
}

function ofLessons(c: Content): Passage[] {
  return c.lessons.flatMap((l) => [
    at(l, ['title'], l.data.title, 'heading'),
    at(l, ['situation'], l.data.situation, 'ours'),
    ...blocks(l).map(
      ({ kind, text, line }): Passage => ({
        file: l.file,
        line,
        field: '',
        text,
        kind: kind === 'heading' ? 'heading' : 'ours',
      }),
    ),
  ]);
}

function ofScenarios(c: Content): Passage[] {
  return c.scenarios.flatMap((s) => {
    const said = (path: Path, list: readonly Arrival[] = []) =>
      list.flatMap((a, i) => [
        at(s, [...path, i, 'text'], a.text, a.kind === 'event' || a.kind === 'notice' ? 'ours' : 'voice'),
        ...(a.alt ? [at(s, [...path, i, 'alt'], a.alt, 'ours')] : []),
      ]);
    return [
      at(s, ['title'], s.data.title, 'heading'),
      ...(s.data.place ? [at(s, ['place'], s.data.place, 'heading')] : []),
      ...Object.entries(s.data.situations).flatMap(([id, situation]) => [
        ...said(['situations', id, 'arrives'], situation.arrives),
        at(s, ['situations', id, 'ask'], situation.ask, 'ours'),
        ...situation.choices.flatMap((choice, i) => {
          const here: Path = ['situations', id, 'choices', i];
          return [
            at(s, [...here, 'text'], choice.text, 'ours'),
            ...said([...here, 'consequence'], choice.consequence),
            at(s, [...here, 'because'], choice.because, 'because'),
            ...(choice.cost ? [at(s, [...here, 'cost'], choice.cost, 'ours')] : []),
          ];
        }),
      ]),
      ...Object.entries(s.data.facts ?? {}).map(([id, { title }]) => at(s, ['facts', id, 'title'], title, 'heading')),
      ...s.data.endings.flatMap((e, i) => [
        ...said(['endings', i, 'arrives'], e.arrives),
        at(s, ['endings', i, 'text'], e.text, 'ours'),
        ...(e.more ? [at(s, ['endings', i, 'more'], e.more, 'ours')] : []),
      ]),
      ...(s.data.note ? [at(s, ['note'], s.data.note, 'ours')] : []),
      ...(s.data.goodSense ?? []).map((text, i) => at(s, ['goodSense', i], text, 'ours')),
    ];
  });
}

function ofQuestions(c: Content): Passage[] {
  return c.questions.flatMap((q) => {
    const { list, picks } = picksOf(q.data);
    const { data } = q;
    if (data.type === 'write') {
      return [
        at(q, ['stem'], data.stem, 'ours'),
        at(q, ['post'], data.post, 'voice'),
        ...data.places.flatMap((p, i) => [
          at(q, ['places', i, 'ask'], p.ask, 'heading'),
          ...p.wordings.flatMap((w, j) => [
            at(q, ['places', i, 'wordings', j, 'text'], w.text, 'voice'),
            at(q, ['places', i, 'wordings', j, 'because'], w.because, 'because'),
          ]),
        ]),
      ];
    }
    return [
      at(q, ['stem'], data.stem, 'ours'),
      ...(q.data.type === 'classify' ? q.data.bins.map((b, i) => at(q, ['bins', i, 'text'], b.text, 'ours')) : []),
      ...picks.flatMap((p, i) => [
        at(q, [list, i, 'text'], p.text, q.data.type === 'spot' ? 'voice' : 'ours'),
        at(q, [list, i, 'because'], p.because, 'because'),
      ]),
    ];
  });
}

function ofTools(c: Content): Passage[] {
  const h = c.helper;
  return [
    ...c.clauses.map((k) => at(k, ['says'], k.data.says, 'ours')),
    ...c.glossary.map((t) => at(t, ['meaning'], t.data.meaning, 'ours')),
    ...(h ? Object.entries(h.data.questions).map(([id, q]) => at(h, ['questions', id, 'ask'], q.ask, 'ours')) : []),
    ...(h ? Object.entries(h.data.outcomes).map(([id, o]) => at(h, ['outcomes', id, 'text'], o.text, 'ours')) : []),
    ...c.checklists.flatMap((k) => [
      at(k, ['intro'], k.data.intro, 'ours'),
      ...k.data.groups.flatMap((g, i) =>
        g.items.map((x, j) => at(k, ['groups', i, 'items', j, 'text'], x.text, 'ours')),
      ),
    ]),
    ...c.asked.flatMap((r) => [
      at(r, ['ask'], r.data.ask, 'voice'),
      ...r.data.answers.map((a, i) => at(r, ['answers', i, 'text'], a.text, 'ours')),
    ]),
  ];
}

function ofModule(c: Content): Passage[] {
  const m = c.module.data;
  return [
    at(c.module, ['goal'], m.goal, 'ours'),
    at(c.module, ['declaration', 'text'], m.declaration.text, 'ours'),
    ...m.actions.map((a, i) => at(c.module, ['actions', i, 'text'], a.text, 'ours')),
    ...m.today.flatMap(({ text, copy }, i) => [
      at(c.module, ['today', i, 'text'], text, 'ours'),
      ...(copy ? [at(c.module, ['today', i, 'copy'], copy, 'ours')] : []),
    ]),
    ...m.recorded.map((text, i) => at(c.module, ['recorded', i], text, 'ours')),
    ...m.roles.map((r, i) => at(c.module, ['roles', i, 'text'], `${r.text}. ${r.effect ?? ''}`, 'ours')),
    ...c.changes.map((k) => at(k, ['text'], k.data.text, 'ours')),
    ...c.stringFiles.flatMap((f) => Object.entries(f.data).map(([key, text]) => at(f, [key], text, 'ours'))),
  ];
}

/** Every passage of the content: lessons, scenarios, questions, register, glossary, helper, checklists, requests, engine words. */
export function passages(c: Content): Passage[] {
  return [...ofModule(c), ...ofLessons(c), ...ofScenarios(c), ...ofQuestions(c), ...ofTools(c)];
}
