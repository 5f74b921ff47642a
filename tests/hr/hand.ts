import { inWords } from '../../hr/demo/exports.ts';
import { writeDeclaration, writePaper } from '../../src/course/record/grammar.ts';
import { testModule } from './module.ts';

/** A day at nine in the morning. */
export const at = (day: string) => Date.parse(`${day}T09:00:00Z`);

/** One interaction: id, response, right answer, result. */
export type Said = readonly [id: string, response: string, pattern: string, result: string];

/** Answers to questions by id: right or wrong. */
export const answers = (given: Readonly<Record<string, boolean>>): Said[] =>
  Object.entries(given).map(([id, right]) => [id, right ? 'b' : 'c', 'b', right ? 'correct' : 'wrong']);

/** A finished paper. */
export const paper = (n: number, right: number, day: string): Said => [
  `paper_${n}`,
  writePaper({ kind: 'paper', right, of: 12, at: at(day), questions: [], weak: [], missed: [] }),
  '',
  'neutral',
];

/** The declaration. */
export const declaration = (day: string, minutes = 20): Said => [
  'declaration',
  writeDeclaration({ edition: '2026.1', textHash: '957f8872', version: '1.0.0', at: at(day), minutes }),
  '',
  'neutral',
];

/** A row of an interactions report. */
export interface Row {
  readonly who: string;
  readonly email?: string;
  readonly attempt?: number;
  readonly started: string;
  readonly said: readonly Said[];
}

const boxesOf = { Question: 0, Response: 1, 'Right answer': 2, Result: 3 } as const;

/** An interactions report as text, written cell by cell. */
export function report(
  rows: readonly Row[],
  boxes = Object.keys(boxesOf),
  dates = inWords,
  title = `${testModule.title}: Induction`,
): string {
  const widest = Math.max(...rows.map((r) => r.said.length));
  const head = ['Name', 'Email address', 'Attempt', 'Started on', 'Last accessed on', 'Score', title];
  for (let i = 0; i < widest; i++) head.push(...boxes.map((b) => `${b} ${i}`));
  const quoted = (cells: readonly string[]) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join('\t');
  const line = (r: Row) => {
    const first = [r.who, r.email ?? `${r.who.toLowerCase()}@example.ac.uk`, String(r.attempt ?? 1)];
    const said = Array.from({ length: widest }, (_, i) =>
      boxes.map((b) => r.said[i]?.[boxesOf[b as keyof typeof boxesOf]] ?? ''),
    );
    return quoted([...first, dates(at(r.started)), dates(at(r.started) + 1_800_000), '90', '90', ...said.flat()]);
  };
  return `${[quoted(head), ...rows.map(line)].join('\n')}\n`;
}

/** Twenty people who have done the same on the same day. */
export const twenty = (said: readonly Said[], started: string): Row[] =>
  Array.from({ length: 20 }, (_, i) => ({ who: `P${String(i + 1).padStart(2, '0')}`, started, said }));
