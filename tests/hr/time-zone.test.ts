import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDeclaration, writePaper } from '../../src/course/record/grammar.ts';
import { exportsFolder, newFolder, run, write } from './folder.ts';
import { report, twenty } from './hand.ts';

const main = new URL('../../hr/main.ts', import.meta.url).pathname;
const ours = join(exportsFolder, 'our-module');

/** One of them half a day from the first. */
const zones = ['Europe/London', 'Pacific/Auckland', 'America/Los_Angeles'];

it.each(zones.slice(1))('a computer in %s makes the same report, to the byte', (zone) => {
  const of = (TZ: string) => {
    const out = join(newFolder(), 'report');
    const args = [main, ours, '--people', join(ours, 'people.csv'), '--as-of', '2026-11-24', '--out', out, '--quiet'];
    const r = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, TZ } });
    expect(r.stderr).toBe('');
    return Object.fromEntries(readdirSync(out).map((f) => [f, readFileSync(join(out, f)).toString('base64')]));
  };
  expect(of(zone)).toEqual(of(zones[0] ?? ''));
});

/** Twenty people who declare at one moment, and no completion report. */
async function declaredAt(moment: string, asOf: string, timeZone: string) {
  const at = Date.parse(moment);
  const said = [
    [
      'paper_1',
      writePaper({ kind: 'paper', right: 12, of: 12, at, questions: [], weak: [], missed: [] }),
      '',
      'neutral',
    ],
    [
      'declaration',
      writeDeclaration({ edition: '2026.1', textHash: '957f8872', version: '1.0.0', at, minutes: 20 }),
      '',
      'neutral',
    ],
  ] as const;
  const p = write({ 'i.txt': report(twenty(said, '2026-06-01')), 'hr.yaml': `timeZone: ${timeZone}\nrenewMonths: 1` });
  return run({ files: [p['i.txt'] ?? ''], config: p['hr.yaml'] ?? null, asOf });
}

describe('the day of a declaration is the University’s', () => {
  it.each([
    ['Europe/London', '2026-11-30T20:00:00Z', '2026-11-30', 20],
    ['Pacific/Auckland', '2026-11-30T20:00:00Z', '2026-11-30', 0],
    ['Pacific/Auckland', '2026-11-30T20:00:00Z', '2026-12-01', 20],
    ['America/Los_Angeles', '2026-12-01T05:00:00Z', '2026-11-30', 20],
    ['Europe/London', '2026-12-01T05:00:00Z', '2026-11-30', 0],
    // British summer: half past midnight of the next day.
    ['Europe/London', '2026-06-30T23:30:00Z', '2026-06-30', 0],
    ['UTC', '2026-06-30T23:30:00Z', '2026-06-30', 20],
  ])('%s, declared at %s: on %s %i are done', async (zone, moment, asOf, done) => {
    const r = await declaredAt(moment, asOf, zone);
    expect(r.report.headline).toMatchObject({ inScope: 20, done, inProgress: 20 - done });
    expect(r.codes.includes('note note_after_as_of')).toBe(done === 0);
    expect(r.report.effort[0]?.firstPaper.n).toBe(done);
  });

  it('decides when it is due again and what part 8 shows; the moment itself stays in UTC', async () => {
    const r = await declaredAt('2026-11-30T20:00:00Z', '2026-12-05', 'Pacific/Auckland');
    expect(r.file('status.csv')).toContain('"done","2027-01-01","2026-12-01"');
    expect(r.report.editions[0]).toMatchObject({ first: '2026-12-01', last: '2026-12-01' });
    expect(r.file('declarations.csv')).toContain('"2026-11-30 20:00:00"');
    expect(r.file('evidence.csv')).toContain('"2026-12-01 09:00:00"');
  });

  it('a zone that does not exist ends with the remedy', async () => {
    await expect(declaredAt('2026-11-30T20:00:00Z', '2026-12-05', 'Mars/Olympus')).rejects.toThrow(
      /timeZone: name a time zone like "Europe\/London"/,
    );
  });
});
