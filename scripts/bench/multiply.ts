import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { codeGroup, nextCode, wantedCodes } from '../../src/authoring/read/code.ts';
import type { Content } from '../../src/authoring/read/content.ts';
import { readFolder } from '../../src/authoring/read/files.ts';
import { parseContent } from '../../src/authoring/read/load.ts';

const letter = (n: number) => String.fromCharCode(97 + n);

/**
 * A function that gives everything in a content file its name in the n-th copy: sections `wrk` → `wrkb`, clauses
 * `WRK-3` → `EBA-3` (three capitals by rule), lessons and scenarios `x` → `x_copy1`, questions `q_wrk_001` →
 * `q_wrkb_001`. Must-pass marks are dropped: only the first copy fills the paper's fixed slots; so is what a story
 * replaces and what opens a lesson, which only one can.
 * @param n 1 to 25
 */
function copyNames(content: Content, n: number): (text: string) => string {
  const sections = content.module.data.parts.map((p) => p.id);
  const prefixes = [...new Set(content.clauses.map((c) => c.data.id.slice(0, 3)))];
  const prefix = new Map(prefixes.map((p, i) => [p, `Q${letter(i)}${letter(n)}`.toUpperCase()]));
  const things = [...content.lessons.map((l) => l.data.id), ...content.scenarios.map((s) => s.data.id)];
  const clause = new RegExp(`\\b(${prefixes.join('|')})-(\\d+)\\b`, 'g');
  const question = new RegExp(`\\bq_(${sections.join('|')})_(\\d+)\\b`, 'g');
  const section = new RegExp(`^(\\s*(?:- *)?(?:\\{ *id|id|section): *)(${sections.join('|')})\\b(?!_)`, 'gm');
  const names = new RegExp(`\\b(${things.join('|')})\\b`, 'g');
  const naming = /^\s*(?:- *)?(?:id|lesson|scenarios):/;
  return (text) =>
    text
      .replace(/^\s*mustPass:.*\n/gm, '')
      .replace(/^(?:replaces|opens):.*\n/gm, '')
      .replace(clause, (_, p: string, d: string) => `${prefix.get(p)}-${d}`)
      .replace(question, (_, s: string, d: string) => `q_${s}${letter(n)}_${d}`)
      .replace(section, (_, before: string, s: string) => `${before}${s}${letter(n)}`)
      .split('\n')
      .map((line) => (naming.test(line) ? line.replace(names, `$1_copy${n}`) : line))
      .join('\n');
}

/** How much a multiplied folder holds. */
export interface Multiplied {
  readonly lessons: number;
  readonly scenarios: number;
  readonly questions: number;
}

/** Codes that decisions and questions share (src/authoring/read/code.ts). */
const CODES = 52 * 62;

interface ModuleShape {
  parts: { id: string; lesson: string; title: string }[];
}

/**
 * Writes a content folder `times` as large as another: the same sections, clauses, lessons, scenarios and questions
 * again under fresh ids, and codes for all of it. Questions are repeated as often as there are codes for them. The paper
 * stays as it is. For measuring only: nobody is meant to take it.
 * @throws Error when the first folder cannot be loaded
 */
export function multiply(from: string, to: string, times: number): Multiplied {
  const files = readFolder(from);
  const { content } = parseContent(from, files);
  if (!content) throw new Error(`${from} cannot be loaded: run "npm run check" to see why.`);
  const wantedNow = wantedCodes(content);
  const decisions = wantedNow.filter((k) => k.startsWith('decision.')).length;
  // Codes of what is asked no more stay taken.
  const shared = Object.keys(content.codes.data).filter((k) => codeGroup(k) === codeGroup('question.'));
  const gone = shared.filter((k) => !wantedNow.includes(k)).length;
  const banks = Math.min(times, Math.floor((CODES - gone - decisions * times) / content.questions.length));
  const module = parse(files.get('module.yaml') ?? '') as ModuleShape;
  const all = new Map(files);
  for (let n = 1; n < times; n++) {
    const rename = copyNames(content, n);
    module.parts.push(
      ...(parse(rename(stringify(module.parts.slice(0, content.module.data.parts.length)))) as ModuleShape['parts']),
    );
    for (const [path, text] of files) {
      const folder = path.split('/')[0] ?? '';
      const wanted = folder === 'questions' ? n < banks : /^(policy|lessons|scenarios)$/.test(folder);
      if (wanted && /\.(mdx|ya?ml)$/.test(path) && path !== 'policy/changes.yaml')
        all.set(path.replace(/(\.\w+)$/, `_copy${n}$1`), rename(text));
    }
  }
  all.set('module.yaml', stringify(module));
  const whole = parseContent(to, all).content;
  if (!whole) throw new Error('The multiplied content cannot be loaded.');
  const codes = new Map(Object.entries(whole.codes.data));
  for (const key of wantedCodes(whole)) if (!codes.has(key)) codes.set(key, nextCode(key, codes));
  all.set('codes.yaml', stringify(Object.fromEntries(codes)));
  for (const [path, text] of all) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), text);
  }
  return { lessons: whole.lessons.length, scenarios: whole.scenarios.length, questions: whole.questions.length };
}

if (import.meta.main) {
  const [to, times = '20'] = process.argv.slice(2);
  if (!to) {
    console.error('Give a folder to write to: node scripts/bench/multiply.ts FOLDER [TIMES]');
    process.exitCode = 1;
  } else console.log(multiply('src/content', to, Number(times)));
}
