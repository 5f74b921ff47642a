import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { compileCourse } from '../../src/authoring/compile/compile.ts';
import { loadContent } from '../../src/authoring/read/load.ts';
import type { Course } from '../../src/course/model.ts';

const made = new Map<string, Course>();

/** The module's own content, loaded and compiled as the build does it. */
export function realCourse(id: 'induction' | 'refresher' | 'followup' = 'induction'): Course {
  const known = made.get(id);
  if (known) return known;
  const strings = parse(readFileSync('src/content/strings/en.yaml', 'utf8')) as Record<string, string>;
  // What is wrong with the content is said by its own tests; here whatever can be read is enough.
  const { content } = loadContent('src/content');
  if (!content) throw new Error('src/content/module.yaml cannot be used: run "npm run check".');
  const route = content.module.data.routes.find((r) => r.id === id);
  if (!route) throw new Error(`src/content/module.yaml has no route ${id}.`);
  const course = compileCourse(content, route, '1.2.3', strings);
  made.set(id, course);
  return course;
}
