import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const run = promisify(execFile);
const dir = mkdtempSync(join(tmpdir(), 'content-'));
const codes = join(dir, 'codes.yaml');
cpSync('tests/fixtures/other-policy', dir, { recursive: true });
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const command = () => run('node', ['scripts/codes.ts'], { env: { ...process.env, CONTENT_DIR: dir } });

test('npm run codes adds what is missing at the end and changes nothing else', async () => {
  const before = readFileSync(codes, 'utf8');
  const questions = join(dir, 'questions', 'fir.yaml');
  const first = readFileSync(questions, 'utf8').split('- id: q_fir_002')[0] ?? '';
  // One question is retired, one is new.
  writeFileSync(questions, readFileSync(questions, 'utf8').replace(first, first.replace('q_fir_001', 'q_fir_009')));
  await command();
  const after = readFileSync(codes, 'utf8');
  expect(after.startsWith(before)).toBe(true);
  expect(after.slice(before.length)).toMatch(/^question\.q_fir_009: [A-Za-z][A-Za-z0-9]\n$/);
  await command();
  expect(readFileSync(codes, 'utf8')).toBe(after);
});

test('it refuses to add to a file that cannot be read', async () => {
  writeFileSync(codes, 'part.fir: aa\npart.fir: ab\n');
  const ended = await command().catch((e: unknown) => e);
  expect(ended).toMatchObject({ code: 1 });
  expect((ended as { stderr: string }).stderr).toContain(
    'codes.yaml:2: the same field is written twice. Keep one of the two.',
  );
  expect(readFileSync(codes, 'utf8')).toBe('part.fir: aa\npart.fir: ab\n');
});

test('it gives no code while a name is broken: the slip would keep its code for good', async () => {
  cpSync('tests/fixtures/other-policy', dir, { recursive: true });
  const scenario = join(dir, 'scenarios', 'chip_pan.yaml');
  const good = readFileSync(scenario, 'utf8');
  writeFileSync(scenario, good.replace('  d3:\n', '  d33:\n'));
  const before = readFileSync(codes, 'utf8');
  const ended = await command().catch((e: unknown) => e);
  expect(ended).toMatchObject({ code: 1 });
  expect((ended as { stderr: string }).stderr).toContain('situations.d2.choices[0].goto: there is no situation');
  expect(readFileSync(codes, 'utf8')).toBe(before);
});
