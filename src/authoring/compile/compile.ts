import { createHash } from 'node:crypto';
import type { ChangeNote, ClauseNote, Course } from '../../course/model.ts';
import { wordsOf } from '../../course/words.ts';
import type { Helper } from '../../quiz/model.ts';
import type { Content } from '../read/content.ts';
import { contactHref, type Route } from '../schema/module.ts';
import { compileItem } from './item.ts';
import { compileScenario } from './scenario.ts';

/** What changed after an edition; the file has the newest first. */
function changesSince(content: Content, since: string): ChangeNote[] {
  const all = content.changes.map(({ data: { edition, clauses, text } }) => ({ edition, clauses, text }));
  const known = all.findIndex((c) => c.edition === since);
  return known < 0 ? all : all.slice(0, known);
}

/** The decision helper as the engine runs it: the checklists it names get their titles. */
function compileHelper(content: Content): Helper | undefined {
  const helper = content.helper?.data;
  if (!helper) return undefined;
  const questions = Object.entries(helper.questions).map(([id, { ask, help, answers }]) => {
    return [id, { ask, help, answers: answers.map((a) => ({ id: a.id, text: a.text, goto: a.goto })) }] as const;
  });
  const outcomes = Object.entries(helper.outcomes).map(([id, { verdict, title, text, who, clauses, checklist }]) => {
    const found = content.checklists.find((k) => k.data.id === checklist)?.data;
    const helps = found && { checklist: { id: found.id, title: found.title } };
    return [id, { verdict, title, text, who, clauses, ...helps }] as const;
  });
  return {
    title: helper.title,
    intro: helper.intro,
    start: helper.start,
    questions: Object.fromEntries(questions),
    outcomes: Object.fromEntries(outcomes),
  };
}

/** What a pass brings: actions by their words, words to copy from the checklist that holds them. */
function compileAfterwards(content: Content, name: string): Course['afterwards'] {
  const { actions, earned, today, recall, routes, settings, title } = content.module.data;
  const months = settings.renewMonths;
  // Whoever has taken any route takes the refresher next; without one, the same again.
  const next = routes.find((r) => r.diagnostic)?.name ?? name;
  const can = (id: string) => actions.find((a) => a.id === id)?.text ?? id;
  const copies = content.checklists.flatMap(({ data: k }) => (k.copy ?? []).map((c) => [`${k.id}.${c.id}`, c.text]));
  return {
    earned: earned.map((e) => ({ title: e.title, can: e.actions.map(can), role: e.role })),
    today: today.map(({ id, title, text, copy, copyFrom, clauses, role, talk }) => {
      const held = copies.find(([name]) => name === copyFrom)?.[1];
      return { id, title, text, copy: copy ?? held, clauses, role, talk };
    }),
    ...(recall ? { recall } : {}),
    ...(months ? { renew: { months, route: next, title } } : {}),
  };
}

/** Permanent codes of what a route may name. A question that is there no more keeps its code: resume states name it. */
function codesOn(content: Content, route: string, casesOnly: boolean): Course['codes'] {
  const elsewhere = new Set(content.questions.flatMap(({ data: q }) => (q.routes.includes(route) ? [] : q.id)));
  const isOn = (name: string) => {
    if (casesOnly && /^(?:role|scenario|decision)\./.test(name)) return false;
    return !elsewhere.has(name.slice('question.'.length));
  };
  return Object.fromEntries(Object.entries(content.codes.data).filter(([name]) => isOn(name)));
}

/**
 * Turns checked content into the plain data that the engine runs on, for one route: what a browser needs, field by
 * field. Authors' notes and what the document says already (the rules in full) are not among it. Build side only.
 * @param strings the engine's own words; the content's own win
 */
export function compileCourse(
  content: Content,
  { id: route, name, parts: own, paper, diagnostic, cases }: Route,
  version: string,
  strings: Readonly<Record<string, string>>,
): Course {
  const module = content.module.data;
  const support = module.settings.supportContact;
  const lessons = content.lessons.map((l) => l.data);
  const clauses = content.clauses.map(({ data: c }): [string, ClauseNote] => [
    c.id,
    { title: c.title, part: c.section },
  ]);
  const course = {
    module: module.id,
    route,
    lang: module.lang,
    version,
    edition: module.edition,
    textHash: module.textHash,
    parts: module.parts
      .filter((p) => !own || own.includes(p.id))
      .map(({ id, title, lesson, role }) => ({
        id,
        title,
        // Where a few cases are all that is asked, lessons are there to look things up in.
        scenarios: cases ? [] : (lessons.find((l) => l.id === lesson)?.scenarios ?? []),
        role,
        opens: lessons.find((l) => l.id === lesson)?.opens,
      })),
    roles: (cases ? [] : module.roles).map(({ id, text, effect }) => ({ id, text, effect })),
    scenarios: cases ? {} : Object.fromEntries(content.scenarios.map(({ data: s }) => [s.id, compileScenario(s)])),
    bank: content.questions.map((q) => compileItem(q.data)).filter((i) => i.routes.includes(route)),
    evaluation: module.settings.evaluation !== 'off',
    blueprint: { sections: paper?.blueprint ?? {}, mustPass: module.assessment.mustPass },
    pass: paper?.pass ?? 0,
    ...(diagnostic
      ? {
          diagnostic: {
            since: diagnostic.since,
            groups: diagnostic.groups.map(({ sections, questions }) => ({ sections, questions })),
          },
          changes: changesSince(content, diagnostic.since),
        }
      : {}),
    ...(cases ? { cases: { questions: cases.questions, anchors: cases.anchors, groups: cases.groups } } : {}),
    clauses: Object.fromEntries(clauses),
    codes: codesOn(content, route, cases !== undefined),
    declaration: {
      text: module.declaration.text.replaceAll('{edition}', module.edition),
      button: module.declaration.button,
    },
    helper: compileHelper(content),
    ...(cases ? {} : { afterwards: compileAfterwards(content, name) }),
    ...(support ? { support: { value: support, href: contactHref(support) } } : {}),
    strings: wordsOf({ ...strings, ...content.strings }, route, module.lang),
  };
  const fingerprint = createHash('sha256')
    .update(JSON.stringify({ ...course, version: '' }))
    .digest('hex')
    .slice(0, 8);
  return { ...course, fingerprint };
}
