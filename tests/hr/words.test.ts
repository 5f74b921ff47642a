import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../hr/config/settings.ts';
import { groupsPart, groupsTell } from '../../hr/page/groups.ts';
import { itemsPart, itemsTell } from '../../hr/page/items.ts';
import { callout, roundMaximum } from '../../hr/page/missed.ts';
import { beforeSending } from '../../hr/page/quality.ts';
import { shorten, wrap } from '../../hr/page/words.ts';
import type { Missed, Rewrite } from '../../hr/parts/clauses.ts';
import { type GroupRow, oneSpelling } from '../../hr/parts/groups.ts';
import type { Flag, ItemRow } from '../../hr/parts/items.ts';
import type { Report } from '../../hr/parts/report.ts';
import { suppress } from '../../hr/parts/suppress.ts';
import type { Finding } from '../../hr/quality.ts';
import { testModule } from './module.ts';

const settings = settingsSchema.parse({});
const group = (name: string, n: number, done = 0): GroupRow => ({
  name,
  n,
  done,
  inProgress: 0,
  notStarted: n - done,
  overdue: 0,
});

describe('spellings of departments', () => {
  const add = (a: GroupRow, b: GroupRow) => ({ ...group(a.name, a.n + b.n, a.done + b.done) });

  it('are one group under the commonest one', () => {
    const rows = [group('ESTATES', 3, 1), group('Estates', 9, 4), group(' estates ', 2, 2), group('IT', 12)];
    expect(oneSpelling(rows, add)).toEqual([group('Estates', 14, 7), group('IT', 12)]);
  });

  it('know what people write for nothing', () => {
    const rows = ['n/a', '#N/A', 'None', '-', '', '  ', 'not given'].map((n) => group(n, 2, 1));
    expect(oneSpelling(rows, add)).toEqual([group('not given', 14, 7)]);
  });

  it('lose nobody', () => {
    const some = fc.array(fc.record({ name: fc.constantFrom('a', 'A', ' a', 'b', '-', 'N/A'), n: fc.nat(20) }));
    fc.assert(
      fc.property(some, (rows) => {
        const sum = (list: readonly { n: number }[]) => list.reduce((a, g) => a + g.n, 0);
        const merged = oneSpelling(rows, (a, b) => ({ name: a.name, n: a.n + b.n }));
        return sum(merged) === sum(rows) && new Set(merged.map((g) => g.name.toLowerCase())).size === merged.length;
      }),
    );
  });
});

describe('the words of part 2', () => {
  const report = (rows: readonly GroupRow[]) =>
    ({ groups: { department: suppress(rows, 10), staffType: suppress([], 10) } }) as unknown as Report;
  const said = (rows: readonly GroupRow[]) => groupsPart(report(rows), settings).text;

  it('are right for one department, and do not say that all are in it when others are hidden', () => {
    expect(groupsTell(report([group('Estates', 30, 20)]))).toBe('1 department shown');
    expect(said([group('Estates', 30, 20)])).toContain('All are in one department.');
    const hidden = said([group('Estates', 30, 20), group('IT', 6), group('Law', 5)]);
    expect(hidden).not.toContain('All are in one');
    expect(hidden).toContain('Only one department can be shown: Estates');
  });

  it('draw the fifteen with least done, and keep the others in the table', () => {
    const many = Array.from({ length: 18 }, (_, i) => group(`Department ${String.fromCharCode(65 + i)}`, 40, 10 + i));
    const text = said(many);
    expect(text).toContain('The 15 with least done are drawn; all 18');
    const drawn = text.match(/aria-label="Department, share[^"]*"/)?.[0] ?? '';
    expect(drawn).toContain('Department O ');
    expect(drawn).not.toContain('Department P ');
    expect(text).toContain('<th scope="row">Department R</th>');
  });
});

describe('names that are too long', () => {
  it('are cut at a word where there is one', () => {
    expect(shorten('Faculty of Humanities, Arts and Social Sciences', 40)).toBe(
      'Faculty of Humanities, Arts and Social…',
    );
    expect(shorten('Donaudampfschifffahrt', 10)).toBe('Donaudamp…');
    expect(wrap('School of Social Sciences, Education and Work', 30, 2)).toEqual([
      'School of Social Sciences,',
      'Education and Work',
    ]);
  });

  it('never leave a line too long or lose a word unsaid', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 12 }).map((w) => w.join(' '));
    fc.assert(
      fc.property(words, (text) => {
        const lines = wrap(text, 20, 2);
        const whole = lines.join(' ') === text;
        return (
          lines.length <= 2 && lines.every((l) => l.length <= 20) && (whole || lines.at(-1)?.endsWith('…') === true)
        );
      }),
    );
  });
});

describe('before you send this on', () => {
  const finding = (code: string, severity: Finding['severity']): Finding => ({
    code,
    severity,
    where: 'a.csv',
    count: 1,
    says: `It is ${code}`,
    remedy: 'Do something',
  });

  it('shows what was not used and what makes the headline wrong, and nothing else', () => {
    const text = beforeSending([
      finding('odd', 'stop'),
      finding('blank_start', 'check'),
      finding('many_unmatched', 'check'),
    ])?.text;
    expect(text).toContain('<b>a.csv</b>: It is odd. <span class="remedy">Do something.</span>');
    expect(text).toContain('It is many_unmatched');
    expect(text).not.toContain('blank_start');
    expect(text).toContain('href="#quality"');
    expect(beforeSending([finding('blank_start', 'check')])).toBeNull();
  });
});

const missed = (id: string, title: string, wrong: number): Missed => ({
  id,
  title,
  section: 'con',
  answers: 500,
  wrong,
  decisions: 0,
  decisionsWrong: null,
});

describe('what to look at first', () => {
  const rewrite: Rewrite = {
    lesson: 'When it goes wrong',
    section: missed('con', 'Conduct and sanctions', 0.215),
    alike: [],
    clause: missed('WRK-1', 'Other duties', 0.31),
    clauses: [missed('CON-1', 'Misconduct', 0.3)],
  };

  it('is a lesson where one section stands out, called as in the chart, with the clause missed most of all', () => {
    const { text } = callout(rewrite, 50);
    expect(text).toContain('“When it goes wrong”');
    expect(text).toContain('its section, Conduct and sanctions, are wrong');
    expect(text).toContain('The clause most often missed is WRK-1 Other duties (31% wrong).');
  });

  it('is no lesson where two are about equal', () => {
    const { text } = callout({ ...rewrite, alike: [missed('wrk', 'Usage at work', 0.209)] }, 50);
    expect(text).toContain('is missed about as often as Usage at work (20.9%)');
    expect(text).not.toContain('The lesson to look at first');
  });

  it('has bars on the smallest round scale that holds all', () => {
    const scale = (...shares: number[]) => roundMaximum(shares.map((s) => missed('a', 'A', s)));
    expect([scale(0.21), scale(0.25, 0.1), scale(0.251), scale(0.5), scale(0.51)]).toEqual([0.25, 0.25, 0.5, 0.5, 1]);
  });
});

describe('questions', () => {
  const question = (flags: readonly Flag[], n = 80): ItemRow => ({
    id: 'q_int_001',
    info: testModule.items.get('q_int_001') ?? null,
    n,
    facility: 0.8,
    discrimination: 0.3,
    chosen: [
      { id: 'a', share: 0.02, right: false },
      { id: 'b', share: 0.98, right: true },
    ],
    flags,
  });

  it('are tallied by reason, with the words of their options', () => {
    const { text } = itemsPart([question(['unused']), question(['hard', 'unused']), question([])], settings, {
      cold: 0,
      later: 0,
    });
    expect(text).toContain('2 of them should be looked at: 1 too hard');
    expect(text).toContain('and 2 with an option almost nobody chooses');
    expect(text).toContain('b. Option b <i>right</i>');
  });

  it('are not “0 to look at” where too few answered', () => {
    expect(itemsTell([question(['few'], 12)])).toBe('too few answers');
    expect(itemsTell([question([])])).toBe('0 to look at');
    expect(itemsPart([question(['few'], 12)], settings, { cold: 0, later: 0 }).text).toContain(
      'No question has answers from 50 people',
    );
  });
});
