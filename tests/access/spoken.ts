import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import type { Tab } from '../engines/driver.ts';
import { take, tours } from './tour.ts';
import { type Heard, part, transcript, without } from './transcript.ts';

const folder = join(import.meta.dirname, 'transcripts');

const main = (tree: Heard) => part(tree, 'main');
/** What stands around every screen. */
const around = (tree: Heard) => without(tree, 'main');
const dialog = (tree: Heard) => part(tree, 'dialog');

const softly = expect.configure({ soft: true });

const types = ['single', 'multiple', 'classify', 'order', 'spot', 'write'];

/** What is read at which screen of a tour, by the name of the file with its transcript. */
const scenes: Readonly<Record<string, { readonly at: string; readonly of: (tree: Heard) => Heard }>> = {
  ...Object.fromEntries(
    types.flatMap((type) => [
      [`question-${type}`, { at: `check: question, ${type}`, of: main }],
      [`missing-${type}`, { at: `check: nothing chosen, ${type}`, of: main }],
      [`answered-${type}`, { at: `check: answered, ${type}`, of: main }],
    ]),
  ),
  'stage-decision': { at: 'story: decision', of: main },
  'stage-missing': { at: 'story: nothing chosen', of: main },
  'stage-consequence': { at: 'story: consequence', of: main },
  'stage-ending': { at: 'story: ending', of: main },
  'stage-cold': { at: 'before a story: question', of: main },
  'result-not-yet': { at: 'check: not there yet', of: main },
  'saving-saved': { at: 'check: before it', of: around },
  'saving-not-saved': { at: 'end: finish, not saved yet', of: around },
  'saving-leaving': { at: 'check: leaving', of: dialog },
};

/**
 * Reads what is to be read in a tab, and compares it with the transcripts that are kept; with RENEW_TRANSCRIPTS=1 it
 * keeps what it reads instead. @param treeNow the accessibility tree of the module
 */
export async function readAloud(tab: Tab, treeNow: () => Promise<Heard>): Promise<void> {
  const met: string[] = [];
  const of = new Set(Object.values(scenes).map((s) => s.at.split(':')[0]));
  for (const tour of tours.filter((t) => of.has(t.name)))
    await take(tour, tab, async (_, screen) => {
      for (const [name, scene] of Object.entries(scenes)) {
        if (scene.at !== screen) continue;
        met.push(name);
        const file = join(folder, `${name}.txt`);
        const read = async () => transcript(scene.of(await treeNow()));
        if (process.env['RENEW_TRANSCRIPTS']) {
          mkdirSync(folder, { recursive: true });
          writeFileSync(file, await read());
        }
        // The tree follows the page a moment later; until then what is looked for may not be in it.
        const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
        await softly.poll(() => read().catch(String), { message: name }).toBe(kept);
      }
    });
  expect(met.sort()).toEqual(Object.keys(scenes).sort());
}
