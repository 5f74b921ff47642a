import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Course } from '../../../src/course/model.ts';

/** What a newer package changes. */
export interface Changes {
  /** Id of a part added before this one; it has a lesson and no scenario. */
  readonly before: string;
  readonly added: string;
  readonly scenario: string;
  readonly questions: readonly string[];
}

/** The built site as a newer package of the same edition would be: another fingerprint, content removed and added. */
export function newerSite(site: string, changes: Changes): { folder: string; course: Course; remove: () => void } {
  const { before, added, scenario, questions } = changes;
  const folder = mkdtempSync(join(tmpdir(), 'newer-'));
  cpSync(site, folder, { recursive: true });
  const old = JSON.parse(readFileSync(join(site, 'induction.json'), 'utf8')) as Course;
  const parts = old.parts.flatMap((p) => {
    const kept = { ...p, scenarios: p.scenarios.filter((s) => s !== scenario) };
    return p.id === before ? [{ id: added, title: 'Something new', scenarios: [] }, kept] : [kept];
  });
  const course: Course = {
    ...old,
    version: '0.2.0',
    fingerprint: '0badcafe',
    parts,
    scenarios: Object.fromEntries(Object.entries(old.scenarios).filter(([id]) => id !== scenario)),
    bank: old.bank.filter((item) => !questions.includes(item.id)),
    codes: { ...old.codes, [`part.${added}`]: 'zz' },
  };
  writeFileSync(join(folder, 'induction.json'), JSON.stringify(course));
  const page = join(folder, 'induction.html');
  const lesson = `<section class="screen lesson" id="${added}"><h1>Something new</h1><p>A new rule.</p><a class="button" href="#${before}" data-read="${added}">Done, next section</a></section>`;
  const screen = `<section class="screen lesson" id="${before}"`;
  writeFileSync(page, readFileSync(page, 'utf8').replace(screen, lesson + screen));
  return { folder, course, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
