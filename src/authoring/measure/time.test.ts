import { expect, test } from 'vitest';
import { allTypes } from '../../../tests/support/small-course.ts';
import type { Content } from '../read/content.ts';
import { loadContent } from '../read/load.ts';
import { readMdx } from '../read/mdx.ts';
import { questionSchema } from '../schema/question.ts';
import { routeTime } from './duration.ts';
import { lessonLoad, minutesOf, questionLoad, scenarioLoad } from './time.ts';

const content = loadContent('tests/fixtures/other-policy').content as Content;

test('238 words, a decision and a question take 1 minute, 8 and 12 seconds', () => {
  expect(minutesOf({ words: 238, decisions: 0, questions: 0 })).toBe(1);
  expect(minutesOf({ words: 0, decisions: 3, questions: 3 })).toBe(1);
});

test('a question counts stem, options and the explanation that a right answer brings', () => {
  const first = content.questions[0]?.data;
  if (!first) throw new Error('no question');
  // Stem 15, options 5 + 4 + 5, explanation of the key 10.
  expect(questionLoad(first)).toEqual({ words: 39, decisions: 0, questions: 1 });
  expect(questionLoad(first, false).words).toBe(29);
});

test('where a question has several parts, the first right one is named and explained', () => {
  const because = 'Two words.';
  const option = (id: string, key?: true) => ({
    id,
    text: `Option ${id}`,
    because: key ? 'These are three more.' : because,
    key,
  });
  const question = {
    id: 'q_fir_001',
    type: 'multiple' as const,
    clauses: ['FIR-1'],
    routes: ['induction'],
    level: 'applied' as const,
    choose: 2,
    stem: 'Which two?',
    options: [option('a'), option('b', true), option('c', true)],
  };
  // Stem 2, options 6, the name of the first right one 2, its explanation 4.
  expect(questionLoad(question).words).toBe(14);
});

test('a post to write counts all that is offered, the explanation of the first place, and 8 seconds for each further place', () => {
  const [post] = allTypes('fir', 'FIR-1').filter((i) => i.type === 'write');
  if (!post) throw new Error('no post to write');
  const { section: _, ...written } = post;
  const question = questionSchema.parse(written);
  // Stem 4, name 1, "Tonight" 1, what is asked 1 + 2, wordings 6; explained: the name of the first right one 2, its reason 5.
  expect(questionLoad(question)).toEqual({ words: 22, decisions: 0, questions: 1, places: 1 });
  expect(questionLoad(question, false)).toMatchObject({ words: 15, places: 1 });
  expect(minutesOf({ words: 0, decisions: 0, questions: 0, places: 15 })).toBe(2);
});

test('a scenario counts its exemplar path only, and its decisions', () => {
  const pan = content.scenarios[0]?.data;
  if (!pan) throw new Error('no scenario');
  const { words, decisions } = scenarioLoad(pan);
  expect(decisions).toBe(3);
  const poor = { ...pan, endings: pan.endings.map((e) => (e.id === 'poor' ? { ...e, text: 'word '.repeat(500) } : e)) };
  expect(scenarioLoad(poor).words).toBe(words);
});

test('a note for managers adds time for managers alone', () => {
  const lesson = content.lessons[0];
  if (!lesson) throw new Error('no lesson');
  const note = readMdx(lesson.file, '<ForRole role="manages">\n\nThree more words.\n\n</ForRole>\n', 1);
  const noted = { ...lesson, nodes: [...lesson.nodes, ...note.nodes] };
  expect(lessonLoad(content, noted).words).toBe(lessonLoad(content, lesson).words);
  expect(lessonLoad(content, noted, ['manages']).words).toBe(lessonLoad(content, lesson).words + 3);
});

test('the route is the sum of what everyone takes', () => {
  const [route] = content.module.data.routes;
  if (!route) throw new Error('no route');
  const { parts, total, minutes } = routeTime(content, route);
  expect(parts.map((p) => p.id)).toEqual(['frame', 'fir', 'cold', 'assessment']);
  expect(total).toMatchObject({ decisions: 3, questions: 3 });
  expect(minutes).toBeCloseTo(parts.reduce((n, p) => n + p.minutes, 0));
});
