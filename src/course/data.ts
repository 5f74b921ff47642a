import type { Course } from './model.ts';

/** Letters that are read in one task: on a slow phone that takes some 50 ms. */
const BATCH = 64_000;

const [SCENARIOS, BANK] = ['"scenarios":{', '"bank":['];

/** A course as JSON, in which each scenario and each question of the bank stands on a line of its own. */
export function writeCourse({ scenarios, bank, ...rest }: Course): string {
  const stories = Object.entries(scenarios).map(([id, story]) => JSON.stringify({ [id]: story }).slice(1, -1));
  const questions = bank.map((item) => JSON.stringify(item));
  const first = `${JSON.stringify(rest).slice(0, -1)},`;
  return [first, SCENARIOS, stories.join(',\n'), '},', BANK, questions.join(',\n'), ']}'].join('\n');
}

/** Lines of a list put together to so many letters, without the comma behind the last one. */
function* batches(lines: readonly string[]): Generator<string> {
  for (let [from, to, size] = [0, 0, 0]; to < lines.length; ) {
    size += lines[to++]?.length ?? 0;
    if (size < BATCH && to < lines.length) continue;
    yield lines.slice(from, to).join('').replace(/,$/, '');
    [from, size] = [to, 0];
  }
}

/**
 * Reads what `writeCourse` wrote, piece by piece, so that the page can answer between them; any other JSON at once.
 * @param between waited for between two pieces
 * @throws SyntaxError for a text that is not whole
 */
export async function readCourse(text: string, between: () => Promise<void>): Promise<Course> {
  const lines = text.split('\n');
  const bankAt = lines.indexOf(BANK);
  if (lines[1] !== SCENARIOS || bankAt < 0 || lines.at(-1) !== ']}') return JSON.parse(text) as Course;
  const rest = JSON.parse(`${lines[0]?.slice(0, -1)}}`) as Course;
  const scenarios: Record<string, Course['scenarios'][string]> = {};
  for (const batch of batches(lines.slice(2, bankAt - 1))) {
    await between();
    Object.assign(scenarios, JSON.parse(`{${batch}}`));
  }
  const bank: Course['bank'][number][] = [];
  for (const batch of batches(lines.slice(bankAt + 1, -1))) {
    await between();
    bank.push(...(JSON.parse(`[${batch}]`) as typeof bank));
  }
  return { ...rest, scenarios, bank };
}
