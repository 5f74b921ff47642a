import fc from 'fast-check';
import { expect, it } from 'vitest';
import { silent } from '../../hr/cli/progress.ts';
import { readSettings } from '../../hr/config/settings.ts';
import { lit, openDb } from '../../hr/db/open.ts';
import { readNotes } from '../../hr/facts/notes.ts';
import { Quality } from '../../hr/quality.ts';
import {
  type DeclarationNote,
  type PaperNote,
  readDeclaration,
  readPaper,
  writeDeclaration,
  writePaper,
} from '../../src/course/record/grammar.ts';
import { testModule } from './module.ts';

const at = fc.integer({ min: 0, max: 1_795_000_000 }).map((s) => s * 1000);
const paper: fc.Arbitrary<PaperNote> = fc.record({
  kind: fc.constantFrom('paper', 'diagnostic', 'recheck'),
  right: fc.nat(12),
  of: fc.constant(12),
  at,
  questions: fc.array(fc.stringMatching(/^[a-zA-Z0-9]{2}$/), { maxLength: 12 }),
  weak: fc.subarray(['int', 'wrk', 'per']),
  missed: fc.subarray(['WRK-1', 'PER-2', 'BRN-3']),
});
const declaration: fc.Arbitrary<DeclarationNote> = fc.record({
  edition: fc.stringMatching(/^[0-9]{4}\.[0-9]$/),
  textHash: fc.stringMatching(/^[0-9a-f]{8}$/),
  version: fc.stringMatching(/^[0-9]\.[0-9]\.[0-9]$/),
  at,
  minutes: fc.nat(500),
});

/** A note as the module writes it, the same cut off somewhere, or any other text. */
const note = fc.oneof(
  fc.tuple(fc.constant('paper_1'), paper.map(writePaper)),
  fc.tuple(fc.constant('declaration'), declaration.map(writeDeclaration)),
  fc.tuple(fc.constant('paper_2'), paper.map(writePaper), fc.nat(80)).map(([id, t, n]) => [id, t.slice(0, n)] as const),
  fc
    .tuple(fc.constant('declaration'), declaration.map(writeDeclaration), fc.nat(70))
    .map(([id, t, n]) => [id, t.slice(0, n)] as const),
  fc.tuple(fc.constantFrom('paper_1', 'declaration'), fc.stringMatching(/^[ -~]{0,40}$/)),
);

const second = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

it('reads every paper and declaration as the module’s own reader does, and counts those it cannot read', async () => {
  const notes = fc.sample(note, { numRuns: 3000, seed: 22 });
  const db = await openDb('128MB');
  const quality = new Quality();
  await db.run(`create table note (aid integer, id varchar, response varchar, place integer);
    insert into note values ${notes.map(([id, text], i) => `(${i}, ${lit(id)}, ${lit(text)}, ${i})`).join(', ')}`);
  await readNotes({
    db,
    quality,
    module: testModule,
    settings: readSettings(null),
    progress: silent,
    asOf: '2029-03-31',
    tables: [],
  });
  const papers = await db.rows<string | number>(
    'select aid, kind, correct, total, taken::varchar, missed from paper order by aid',
  );
  const declared = await db.rows<string | number>(
    'select aid, edition, hash, version, declared::varchar, minutes from declared order by aid',
  );
  await db.close();

  const wantedPapers = notes.flatMap(([id, text], aid) => {
    const p = id === 'declaration' ? null : readPaper(text);
    return p ? [[aid, p.kind, p.right, p.of, second(p.at), p.missed.join(',')]] : [];
  });
  const wantedDeclared = notes.flatMap(([id, text], aid) => {
    const d = id === 'declaration' ? readDeclaration(text) : null;
    return d ? [[aid, d.edition, d.textHash, d.version, second(d.at), d.minutes]] : [];
  });
  expect(wantedPapers.length).toBeGreaterThan(500);
  expect(wantedDeclared.length).toBeGreaterThan(500);
  expect(papers).toEqual(wantedPapers);
  expect(declared).toEqual(wantedDeclared);
  const broken = notes.filter(([, text]) => text !== '').length - papers.length - declared.length;
  expect(broken).toBeGreaterThan(200);
  expect(quality.findings.find((f) => f.code === 'broken_note')?.count).toBe(broken);
});

it('is written as in every record there is: another key or order would make earlier ones unreadable', () => {
  const at = Date.parse('2026-11-22T08:54:46Z');
  const written = writePaper({
    kind: 'paper',
    right: 9,
    of: 12,
    at,
    questions: ['0a', '0b'],
    weak: ['int', 'per'],
    missed: ['WRK-3', 'CON-1'],
  });
  expect(written).toBe('v1;k:paper;r:9;o:12;t:2026-11-22T08:54:46Z;q:0a0b;w:int.per;m:WRK-3.CON-1');
  expect(writeDeclaration({ edition: '2026.1', textHash: '957f8872', version: '1.0.0', at, minutes: 21.5 })).toBe(
    'v1;e:2026.1;h:957f8872;v:1.0.0;t:2026-11-22T08:54:46Z;n:21.5',
  );
});
