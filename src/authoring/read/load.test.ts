import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requireContent } from '../checks/check.ts';
import { wantedCodes } from './code.ts';
import { readFolder } from './files.ts';
import { parseContent } from './load.ts';
import { formatProblem } from './problem.ts';

const good = readFolder('tests/fixtures/other-policy');

function problemsWith(changes: Readonly<Record<string, string | null>>): string[] {
  const files = new Map(good);
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) files.delete(path);
    else files.set(path, text);
  }
  return parseContent('c', files).problems.map(formatProblem);
}

const edited = (path: string, from: string | RegExp, to: string) => ({
  [path]: (good.get(path) ?? '').replace(from, to),
});

describe('reading a folder', () => {
  test('good content has no problems, and keeps the line of every field', () => {
    const { content, problems } = parseContent('c', good);
    expect(problems).toEqual([]);
    const lines = (good.get('questions/fir.yaml') ?? '').split('\n');
    const third = content?.questions[2];
    expect(lines[(third?.line(['options', 1, 'because']) ?? 0) - 1]).toContain('Moving it spills');
    expect(lines[(third?.line(['no', 'such', 'field']) ?? 0) - 1]).toContain('q_fir_003');
  });

  test('Windows line ends and a byte order mark change nothing', () => {
    const files = new Map([...good].map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
    const plain = parseContent('c', good).content;
    const crlf = parseContent('c', files);
    expect(crlf.problems).toEqual([]);
    expect(crlf.content?.lessons[0]?.nodes).toEqual(plain?.lessons[0]?.nodes);
    expect(crlf.content?.questions[3]?.line(['stem'])).toBe(plain?.questions[3]?.line(['stem']));
  });

  test('no text in any file makes it throw', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...good.keys()), fc.string({ unit: 'binary' }), fc.nat(2000), (path, junk, at) => {
        const text = good.get(path) ?? '';
        problemsWith({ [path]: text.slice(0, at) + junk + text.slice(at) });
        problemsWith({ [path]: junk });
      }),
      { numRuns: 25 },
    );
  });
});

describe('faults of the module file', () => {
  test('a file that is missing', () => {
    expect(problemsWith({ 'module.yaml': null })).toEqual([
      'c/module.yaml:1: is missing. Add it: it names the module, its parts and its settings.',
    ]);
  });

  test.each([
    [
      'captured: 2026-03-02',
      'captured: last spring',
      '11 captured: is "last spring". Write a date like 2026-11-30, in double quotes.',
    ],
    ['goal: Cook', 'goals: Cook', '13 goals: is not a field here. Did you mean goal?'],
    ['pass: 2', 'pass: two', '21 routes[0].paper.pass: is text. Write a number here.'],
    ['pass: 2', 'pass: 0', '21 routes[0].paper.pass: is too small. Give at least 1.'],
    ['roles: []', 'roles: {}', '19 roles: is a group of fields. Write a list here.'],
    ['button: Make this declaration', 'button: ""', '27 declaration.button: is empty. Write some text here.'],
    ['lang: en-GB', 'lang: English (UK)', '5 lang: is "English (UK)". Write a language tag like en-GB.'],
    ['paper: {', 'papers: {', '21 routes[0].papers: is not a field here. Did you mean paper?'],
    [
      ', paper: { pass: 2, blueprint: { fir: 2 } }',
      '',
      '21 routes[0]: is not right. Give it a paper, a diagnostic or cases: one of them.',
    ],
    [
      'package: kitchen-fire',
      'package: Kitchen Fire',
      '4 package: is "Kitchen Fire". Use small letters, digits and hyphens.',
    ],
  ])('%s → %s', (from, to, said) => {
    expect(problemsWith(edited('module.yaml', from, to))).toContain(`c/module.yaml:${said}`);
  });
});

describe('faults between files', () => {
  test('an id written twice, in two files, says where the first one is', () => {
    const first = (good.get('questions/fir.yaml') ?? '').split('- id: q_fir_002')[0] ?? '';
    const more = first.replace('q_fir_001', 'q_fir_002');
    expect(problemsWith({ 'questions/more.yaml': more })).toEqual([
      'c/questions/more.yaml:1 q_fir_002.id: is also the id of c/questions/fir.yaml:11. Ids are permanent: give the newer of the two another one.',
    ]);
  });

  test('the id of a question that is asked no more stays taken, and nothing asks for its code again', () => {
    const first = (good.get('questions/fir.yaml') ?? '').split('- id: q_fir_002')[0] ?? '';
    expect(problemsWith({ 'retired/fir.yaml': first })).toEqual([
      'c/retired/fir.yaml:1 q_fir_001.id: is also the id of c/questions/fir.yaml:1. Ids are permanent: give the newer of the two another one.',
    ]);
    const retired = first.replace('q_fir_001', 'q_fir_090');
    expect(problemsWith({ 'retired/fir.yaml': retired })).toEqual([]);
  });

  test('a story that is told no more keeps its id: no other story may have it, and no lesson names it', () => {
    const stories = (id: string) =>
      `- id: ${id}\n  section: fir\n  title: Old\n  situations:\n    d1: { ask: What now?, choices: [{ id: a, text: Go, best: true, clauses: [FIR-1] }, { id: b, text: Stay, clauses: [FIR-1] }] }\n`;
    expect(problemsWith({ 'retired/stories.yaml': stories('old_pan') })).toEqual([]);
    expect(problemsWith({ 'retired/stories.yaml': stories('chip_pan') })).toEqual([
      'c/retired/stories.yaml:1 chip_pan.id: is also the id of c/scenarios/chip_pan.yaml:1. Ids are permanent: give the newer of the two another one.',
    ]);
    const { content } = parseContent('c', new Map(good).set('retired/stories.yaml', stories('old_pan')));
    expect([...(content?.known.scenario ?? [])]).toEqual(['chip_pan']);
    expect(content?.retired).toEqual([]);
    expect(content && wantedCodes(content).filter((key) => key.includes('old_pan'))).toEqual([]);
    expect(content?.retiredStories.map((s) => s.data.title)).toEqual(['Old']);
  });

  test('names that Windows cannot store are refused wherever they stand', () => {
    expect(problemsWith({ 'questions/con.yaml': '[]', 'policy/AUX.yaml': '[]' })).toEqual([
      'c/policy/AUX.yaml:1: has a name that Windows keeps for devices. Give the file a longer name.',
      'c/questions/con.yaml:1: has a name that Windows keeps for devices. Give the file a longer name.',
    ]);
  });

  test('a build refuses content whose names lead nowhere, with the same sentences', () => {
    expect(() => requireContent('tests/fixtures/content-bad/broken-names')).toThrow(
      'chip_pan.yaml:24 situations.d1.choices[0].goto: there is no situation or ending d2_later. Did you mean d2_late?',
    );
    expect(requireContent('tests/fixtures/other-policy').module.data.id).toBe('kfs');
  });
});
