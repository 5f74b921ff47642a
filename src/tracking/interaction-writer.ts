import type { Interaction, LearningRecord } from '../course/port.ts';
import { type Dialect, isSayable, type Write } from './dialect.ts';
import type { Ledger } from './ledger.ts';
import type { SetResult } from './link.ts';
import { createSlotIndex, type SlotIndex } from './slot-index.ts';

/** Saves in which interactions alone fail, or refusals, after which they are given up: evidence, not the result. */
const PATIENCE = 3;

export type SetValue = (write: Write) => SetResult;

/** One interaction to write. */
export interface Task {
  readonly key: string;
  readonly writes: readonly Write[];
  readonly index: number;
}

/** Writes interactions; never stands in the way of status, score and resume state. */
export interface InteractionWriter {
  /** Told once, how many slots the course knew of at launch. */
  begin(slots: number): void;
  /** What the LMS is not taken to have. */
  tasks(record: LearningRecord): Task[];
  /** Sets one. `failed`: perhaps next time. `refused`: given up. */
  write(task: Task, set: SetValue): SetResult;
  /** Told after a save whose other values were taken, with the number of interactions that failed in it. */
  settle(failed: number): void;
  /** Those of the record that are not stored for certain and may still be. */
  pending(record: LearningRecord): [slot: number, interaction: Interaction][];
}

const keyOf = (slot: number) => `#${slot}`;

/** @param count interactions the LMS had at launch; null where it supports none */
export function createInteractionWriter(dialect: Dialect, ledger: Ledger, count: number | null): InteractionWriter {
  let off = count === null;
  let failures = 0;
  const refused = new Set<string>();
  let indices: SlotIndex | null = null;

  const open = (record: LearningRecord, isDone: (key: string) => boolean) =>
    off
      ? []
      : record.interactions.flatMap((it, slot) =>
          it && isSayable(it) && !refused.has(keyOf(slot)) && !isDone(keyOf(slot)) ? [[slot, it] as const] : [],
        );

  /** Raises the LMS's count over interactions it has but does not count (Moodle counts, it does not look for gaps). */
  const bridge = (to: number, set: SetValue) => {
    const at = indices;
    while (dialect.dropsFailed && at && at.next() < to) {
      const index = at.next();
      if (set([`cmi.interactions.${index}.weighting`, '1']) !== 'ok') return;
      at.taken(index);
    }
  };

  return {
    begin(slots) {
      indices ??= createSlotIndex(count ?? 0, slots);
    },
    tasks(record) {
      indices ??= createSlotIndex(count ?? 0, 0);
      const at = indices;
      return open(record, (key) => ledger.has(key) !== undefined).map(([slot, it]) => {
        const index = at.of(slot);
        return { key: keyOf(slot), index, writes: dialect.interaction(index, it) };
      });
    },
    write(task, set) {
      bridge(task.index, set);
      let taken = false;
      for (const write of task.writes) {
        const result = set(write);
        if (result === 'failed' || result === 'over') return result;
        if (result !== 'refused') taken = true;
        else if (!taken) {
          refused.add(task.key); // not even its id: the LMS will not have it
          if (refused.size >= PATIENCE) off = true;
          return 'refused';
        }
      }
      indices?.taken(task.index);
      return 'ok';
    },
    settle(failed) {
      failures = failed ? failures + 1 : 0;
      if (failures >= PATIENCE) off = true;
    },
    pending: (record) => open(record, (key) => ledger.isCertain(key)).map(([slot, it]) => [slot, it]),
  };
}
