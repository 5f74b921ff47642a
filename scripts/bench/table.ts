import { type Budget, budgets } from './budgets.ts';
import type { BuildTime } from './build-time.ts';
import type { JourneyFigures } from './journey.ts';
import type { LaunchFigures } from './launch.ts';
import type { AnswerFigures, SpeedFigures } from './speed.ts';
import { packageFigures, type WeighedPackage } from './weigh.ts';

/** One figure, as printed and as written to the file. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: 'bytes' | 'characters' | 'seconds' | 'ms' | '';
  /** Where there is one, the figure may not be more. */
  readonly budget?: Budget;
}

/** Figures that belong together. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

function amount(value: number, unit: Row['unit']): string {
  if (unit === 'bytes' && value >= 10_000_000) return `${Math.round(value / 1_000_000)} MB`;
  if (unit === 'bytes') return `${(value / 1000).toFixed(1)} kB`;
  if (unit === 'seconds') return `${value.toFixed(1)} s`;
  return [value.toLocaleString('en-GB'), unit === 'characters' ? 'chars' : unit].filter(Boolean).join(' ');
}

/** A section as text: name, figure, and what it may be. */
export function table({ title, rows }: Section): string {
  const lines = rows.map(({ name, value, unit, budget }) => {
    const figure = amount(value, unit).padStart(12);
    if (!budget) return `  ${name.padEnd(52)}${figure}`;
    const verdict = value > budgets[budget] ? 'OVER' : 'ok';
    return `  ${name.padEnd(52)}${figure}   at most ${amount(budgets[budget], unit)}: ${verdict}`;
  });
  return [title, ...lines].join('\n');
}

/** What one package weighs. */
export function weightSection(pkg: WeighedPackage): Section {
  const { kinds: k } = pkg;
  const total = packageFigures(pkg);
  const rows: Row[] = [
    { name: 'package (zip)', value: pkg.zip, unit: 'bytes', budget: 'packageBytes' },
    { name: 'scripts, gzip', value: k.script.gzip, unit: 'bytes', budget: 'jsGzip' },
    { name: 'styles, gzip', value: k.style.gzip, unit: 'bytes', budget: 'cssGzip' },
    { name: 'document and data, gzip', value: total.textGzip ?? 0, unit: 'bytes', budget: 'textGzip' },
    { name: '  of these the document', value: k.document.gzip, unit: 'bytes' },
    { name: '  of these the data', value: k.data.gzip, unit: 'bytes' },
    { name: 'fonts', value: k.font.raw, unit: 'bytes' },
    { name: "the standard's schema files (no browser loads them)", value: k.schema.raw, unit: 'bytes' },
  ];
  return { title: pkg.name, rows };
}

/** What a first launch of it costs. */
export function launchSection(pkg: WeighedPackage, f: LaunchFigures): Section {
  const rows: Row[] = [
    { name: 'answers needed until readable', value: f.requestsReadable, unit: '', budget: 'requestsReadable' },
    { name: 'requests sent by then', value: f.requestsSent, unit: '' },
    { name: 'requests when settled', value: f.requestsSettled, unit: '' },
    { name: 'bytes when settled', value: f.bytesSettled, unit: 'bytes', budget: 'bytesSettled' },
    { name: 'LMS calls at launch', value: f.launchCalls, unit: '', budget: 'launchCalls' },
    { name: '  of these commits', value: f.launchCommits, unit: '' },
    { name: 'readable after, 1.6 Mbit/s and 150 ms', value: f.readableMs, unit: 'ms' },
  ];
  return { title: `First launch of ${pkg.name}`, rows };
}

/** How fast launches are, and an answer, where it was measured. */
export function speedSection(title: string, f: SpeedFigures, answers?: AnswerFigures): Section {
  const rows: Row[] = [
    { name: 'start screen readable after', value: f.start, unit: 'ms' },
    { name: 'first scene or lesson readable after', value: f.lesson, unit: 'ms' },
    { name: 'able to decide after', value: f.decide, unit: 'ms' },
    { name: 'blocking time, without waiting for the LMS', value: f.blocking, unit: 'ms' },
    { name: 'layout shift, in ten-thousandths', value: f.shift, unit: '' },
    { name: 'scripts received before the first decision', value: f.scriptsBefore, unit: 'bytes' },
    { name: 'heap after load', value: f.heap, unit: 'bytes' },
  ];
  if (answers) {
    rows.push({ name: 'answer to next paint, slow processor', value: answers.median, unit: 'ms' });
    rows.push({ name: '  at most', value: answers.most, unit: 'ms' });
  }
  return { title: `${title}, medians of ${f.runs}`, rows };
}

/** What a whole run of it tells the LMS. */
export function journeySection(pkg: WeighedPackage, f: JourneyFigures): Section {
  const rows: Row[] = [
    { name: 'decisions taken', value: f.decisions, unit: '' },
    { name: 'questions answered', value: f.questions, unit: '' },
    { name: 'values set', value: f.sets, unit: '' },
    { name: 'commits', value: f.commits, unit: '', budget: 'commits' },
    { name: 'finishes', value: f.finishes, unit: '', budget: 'finishes' },
    { name: 'arguments of all calls', value: f.argumentBytes, unit: 'characters', budget: 'argumentBytes' },
    { name: 'probes', value: f.probes, unit: '', budget: 'probes' },
    { name: 'resume state at the end', value: f.suspendLength, unit: 'characters', budget: 'suspendTypical' },
  ];
  return { title: `Whole run of ${pkg.name}`, rows };
}

/** How long building takes. */
export function buildSection(builds: readonly BuildTime[]): Section {
  const rows = builds.map(({ times, seconds, lessons, scenarios, questions }): Row => {
    const what = `${lessons} lessons, ${scenarios} scenarios, ${questions} questions`;
    return { name: `${times} × (${what})`, value: seconds, unit: 'seconds' };
  });
  return { title: 'Build of the site and its packages', rows };
}
