import { createHash } from 'node:crypto';
import type { ChangeNote, ClauseNote, Course } from '../../course/model.ts';
import { wordsOf } from '../../course/words.ts';
import type { Content } from '../read/content.ts';
import { toItem } from '../schema/question.ts';
import { compileHelper } from './helper.ts';

/** What changed after an edition; the file has the newest first. */
function changesSince(content: Content, since: string): ChangeNote[] {
  const all = content.changes.map((c) => c.data);
  const known = all.findIndex((c) => c.edition === since);
  return known < 0 ? all : all.slice(0, known);
}

/**
 * Turns checked content into the plain data that the engine runs on, for one route. Build side only.
 * @param strings the engine's own words; the content's own win
 */
export function compileCourse(
  content: Content,
  route: Course['route'],
  version: string,
  strings: Readonly<Record<string, string>>,
): Course {
  const module = content.module.data;
  const lessons = content.lessons.map((l) => l.data);
  const lessonOf = (part: { lesson: string }) => lessons.find((l) => l.id === part.lesson);
  const parts = module.parts.map((p) => ({
    id: p.id,
    title: p.title,
    scenarios: lessonOf(p)?.scenarios ?? [],
    role: p.role,
  }));
  const clauses = Object.fromEntries(
    content.clauses.map(({ data: c }): [string, ClauseNote] => [
      c.id,
      { title: c.title, says: c.says, part: c.section },
    ]),
  );
  const bank = content.questions.map((q) => toItem(q.data)).filter((i) => i.route === 'both' || i.route === route);
  const course = {
    module: module.id,
    route,
    version,
    edition: module.edition,
    textHash: module.textHash,
    parts,
    roles: module.roles,
    scenarios: Object.fromEntries(content.scenarios.map(({ data: s }) => [s.id, s])),
    bank,
    blueprint: { sections: module.assessment.blueprint, mustPass: module.assessment.mustPass },
    pass: module.assessment.pass,
    ...(route === 'refresher' && module.diagnostic
      ? { diagnostic: module.diagnostic, changes: changesSince(content, module.diagnostic.since) }
      : {}),
    clauses,
    codes: content.codes.data,
    declaration: {
      text: module.declaration.text.replaceAll('{edition}', module.edition),
      button: module.declaration.button,
    },
    helper: compileHelper(content),
    strings: wordsOf({ ...strings, ...content.strings }, route),
  };
  const fingerprint = createHash('sha256')
    .update(JSON.stringify({ ...course, version: '' }))
    .digest('hex')
    .slice(0, 8);
  return { ...course, fingerprint };
}
