import type { Rule } from '../read/content.ts';
import { readFolder } from '../read/files.ts';
import { parseContent } from '../read/load.ts';
import { formatProblem } from '../read/problem.ts';

const base = readFolder('tests/fixtures/other-policy');

/** What to change in the good content: new text of a file, or a change of the text it has. */
export type Changes = Readonly<Record<string, string | ((text: string) => string)>>;

/** Replaces one piece of a file. Throws when the piece is not there, so that a test never passes by accident. */
export const replace = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`Not in the file: ${from}`);
  return text.replace(from, to);
};

/** What the story of the fixture remembers, once it does. */
export const facts = 'facts:\n  off: { title: You turned it off }\n  called: { title: You called for help }\n';
const news = '{ kind: message, from: rob, text: Nobody has rung the fire service yet. }';
/** What it says about that in its last decision. */
export const lines = [
  '{ kind: message, from: rob, text: The pan had been cold once., when: off }',
  '{ kind: message, from: rob, text: The pan never was cold., unless: off }',
];

/** The story of the fixture as one that remembers two things. @param before lines before the news of its last decision */
export const remembering =
  (before: readonly string[] = lines, ...changes: readonly [string, string][]) =>
  (text: string) => {
    const told = text
      .replace('people:\n', `${facts}people:\n`)
      .replace('then go down\n', 'then go down\n        sets: [off]\n')
      .replace('and call\n', 'and call\n        sets: [called]\n')
      .replace('from the street\n', 'from the street\n        sets: [called]\n')
      .replaceAll(/goto: (good|mended|poor)/g, 'goto: end')
      .replace('{ id: good,', '{ id: good, when: [off, called],')
      .replace('{ id: mended,', '{ id: mended, when: [called],')
      .replace(`      - ${news}\n`, [...before, news].map((l) => `      - ${l}\n`).join(''));
    return changes.reduce((t, [from, to]) => replace(from, to)(t), told);
  };

/** What a rule says about the good content with some changes. Faults of the form itself throw. */
export function said(rule: Rule, changes: Changes = {}): string[] {
  const files = new Map(base);
  for (const [path, change] of Object.entries(changes)) {
    files.set(path, typeof change === 'string' ? change : change(files.get(path) ?? ''));
  }
  const { content, problems } = parseContent('c', files);
  if (!content || problems.length) throw new Error(problems.map(formatProblem).join('\n'));
  return rule(content).map(formatProblem);
}

/**
 * YAML of a post to write about a pan, with one right wording in each of two places.
 * @param lid the fields of the wordings of its first place, beside id and because: the text at least
 */
export function written(lid: readonly [string, string, string]): string {
  const because = 'because: The notice says so for a reason.';
  const wordings = (all: readonly string[]) =>
    all.map((fields, i) => `        - { id: ${'abc'[i]}, ${fields}, ${because} }`).join('\n');
  return `- id: q_fir_200
  type: write
  clauses: [FIR-1]
  routes: [induction]
  level: applied
  stem: "You write a note for the kitchen. How does it read?"
  stage: messages
  from: { name: Ines Marlow, handle: "@second_floor" }
  post: "The pan is hot. {lid} {call}"
  places:
    - id: lid
      ask: The lid
      wordings:
${wordings(lid)}
    - id: call
      ask: Whom to call
      wordings:
${wordings(['text: "Ring Rob.", stance: go', 'text: "Ring for help.", key: true, stance: stop', 'text: "Ring nobody.", stance: go'])}
`;
}

/** YAML of single-choice questions: `texts` are the options, the one that starts with `*` is the key. */
export function singles(all: readonly (readonly string[])[], level = 'applied', stem = 'What do you do?'): string {
  const option = (text: string, i: number) =>
    `    - { id: ${'abcd'[i]}, text: "${text.replace('*', '')}", ${text.startsWith('*') ? 'key: true, ' : ''}because: The notice says so for a reason. }`;
  return all
    .map((texts, n) =>
      [
        `- id: q_fir_${String(100 + n)}`,
        '  type: single',
        '  clauses: [FIR-1]',
        '  routes: [induction]',
        `  level: ${level}`,
        `  stem: "${stem}"`,
        '  options:',
        ...texts.map(option),
        '',
      ].join('\n'),
    )
    .join('');
}
