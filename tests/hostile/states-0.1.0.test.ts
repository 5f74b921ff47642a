import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isPartDone } from '../../src/course/completion.ts';
import type { Part, Progress } from '../../src/course/model.ts';
import { recordOf } from '../../src/course/record/record.ts';
import { decode } from '../../src/course/resume/decode.ts';
import { peek } from '../../src/course/resume/header.ts';
import { realCourse } from '../support/real-course.ts';
import { sit } from './module/learner.ts';
import { peekStored } from './module/module.ts';
import { createWorld } from './module/world.ts';
import { missing } from './promise.ts';
import { startOf } from './world.ts';

/** What version 0.1.0 left in an LMS and on a device (README beside the recordings). */
interface Left {
  readonly route: 'induction' | 'refresher';
  readonly state: 'mid-story' | 'mid-paper' | 'passed-unsent';
  readonly learner: { readonly id: string };
  readonly package: string;
  readonly stored: Record<string, string>;
  readonly journal: Record<string, string>;
  readonly progress: Omit<Progress, 'log'>;
}

const folder = 'tests/fixtures/states-0.1.0';
const recordings = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Left;
const entryOf = (left: Left) => JSON.parse(Object.values(left.journal)[0] ?? '{}') as { suspend: string; at: number };

test('every place that a learner could be in was recorded, on both routes and in both standards', () => {
  expect(recordings).toHaveLength(12);
});

describe.each(recordings)('%s', (name) => {
  const left = read(name);
  const course = realCourse(left.route);
  /** What stands now where something stood in 0.1.0. */
  const successor = (id: string) => Object.values(course.scenarios).find((s) => s.replaces === id)?.id ?? id;

  test('is read as 0.1.0 read it; questions that are asked no more are left out or redrawn, never marked wrong', () => {
    const resumed = decode(course, entryOf(left).suspend);
    if (resumed.kind !== 'read') throw new Error(`${name} is not read`);
    const { paper, reasks, seen, stories, place, ...rest } = left.progress;
    expect(resumed.progress).toMatchObject(rest);
    expect(resumed.progress.place).toBe(successor(place));
    // Every story was written anew: who had done one has done the one in its place; who was in its middle begins it.
    for (const [id, { done }] of Object.entries(stories))
      expect(resumed.progress.stories[successor(id)]).toEqual({ path: '', done, ...(done ? {} : { anew: true }) });
    // A section read stays done, whatever was added to it since.
    const older = (p: Part) => course.scenarios[p.scenarios[0] ?? '']?.replaces === undefined;
    for (const part of course.parts.filter((p) => rest.read.includes(p.id) && older(p)))
      expect(isPartDone(part, resumed.progress)).toBe(true);
    const still = (id: string) => course.bank.some((item) => item.id === id);
    const kept = paper.filter((q) => still(q.id));
    const now = resumed.progress.paper;
    expect(now.filter((q) => kept.some((k) => k.id === q.id))).toEqual(kept);
    const drawn = now.filter((q) => !kept.some((k) => k.id === q.id));
    expect(drawn.every((q) => q.answer === null)).toBe(true);
    // A paper under way is as long as it was; one that has passed is left alone.
    const open = paper.some((q) => q.answer === null);
    expect(now.length).toBe(open ? paper.length : kept.length);
    expect(resumed.progress.reasks).toEqual(reasks.filter((q) => still(q.id)));
    expect(resumed.progress.seen).toEqual(expect.arrayContaining(seen.filter(still)));
  });

  test('goes on from the copy on the device, and the LMS ends up with all of it, the pass included', async () => {
    const world = createWorld(name.includes('scorm12') ? 'moodle-1.2' : 'moodle-2004', peek, left.package);
    const { server, browser, clock } = world;
    Object.assign(server.stored, left.stored, { 'fake.id': left.learner.id });
    for (const [key, text] of Object.entries(left.journal)) browser.local.entries.set(key, text);
    clock.shift(entryOf(left).at + 3_600_000 - clock.now());
    const { tracker, active } = world.open();
    const launch = await startOf(world, tracker);
    expect(launch.suspend).toBe(entryOf(left).suspend);
    expect(launch.pending.size).toBeGreaterThan(0);
    const learner = sit(course, tracker, launch, { clock, active, attempt: 'newone00' });
    await clock.advance(20_000);
    expect(learner.progress).toMatchObject({ attempt: left.progress.attempt, place: successor(left.progress.place) });
    expect(tracker.state().kind).toBe('saved');
    expect(missing(server, recordOf(course, learner.progress), peekStored)).toEqual([]);
    expect(learner.progress.passed).toBe(left.state === 'passed-unsent');
    const before = Object.entries(left.stored).filter(([key]) => /interactions\.\d+\.id$/.test(key));
    expect(Object.fromEntries(before)).toEqual(Object.fromEntries(before.map(([key]) => [key, server.stored[key]])));
    expect(server.violations).toEqual([]);
    expect([...browser.local.entries.keys()].filter((key) => key.includes('journal'))).toEqual([]);
  });

  test('goes on from what the LMS has alone', async () => {
    const resumed = decode(course, left.stored['cmi.suspend_data']?.replace(/~+$/, '') ?? '');
    expect(resumed).toMatchObject({ kind: 'read', progress: { attempt: left.progress.attempt } });
  });
});
