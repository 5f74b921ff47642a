import type { Interaction, LearningRecord } from '../port/port.ts';
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
  readonly slot: number;
  readonly interaction: Interaction;
}

/** Writes interactions; never stands in the way of status, score and resume state. */
export interface InteractionWriter {
  /** Told once, how many slots the course knew of at launch. */
  begin(slots: number): void;
  /** What the LMS is not taken to have. */
  tasks(record: LearningRecord): Task[];
  /** The writes of one that was tried before. */
  again(task: Task): readonly Write[];
  /** Gives one that an LMS may have dropped a place where it is new. */
  move(task: Task): void;
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
  let index: SlotIndex = createSlotIndex(count ?? 0, 0);
  const refused = new Set<string>();

  const open = (record: LearningRecord, isDone: (key: string) => boolean): Task[] =>
    off
      ? []
      : record.interactions.flatMap((interaction, slot) => {
          const key = keyOf(slot);
          const wanted = interaction && isSayable(interaction) && !refused.has(key) && !isDone(key);
          return wanted ? [{ key, slot, interaction }] : [];
        });

  /** Moodle counts what it has and does not look for gaps: a harmless field raises its count over one it has. */
  const bridge = (set: SetValue) => (at: number) =>
    dialect.dropsFailed && set([`cmi.interactions.${at}.weighting`, '1']) === 'ok';

  return {
    begin(slots) {
      index = createSlotIndex(count ?? 0, slots);
    },
    tasks: (record) => open(record, (key) => ledger.has(key) !== undefined),
    again: ({ slot, interaction }) => dialect.interaction(index.of(slot) ?? slot, interaction),
    move: ({ slot }) => index.move(slot),
    write({ key, slot, interaction }, set) {
      const at = index.place(slot, bridge(set));
      let taken = false;
      for (const write of dialect.interaction(at, interaction)) {
        const result = set(write);
        if (result === 'failed' || result === 'over') return result;
        if (result !== 'refused') {
          taken = true;
          index.settle(slot);
        } else if (!taken) {
          refused.add(key); // not even its id: the LMS will not have it
          if (refused.size >= PATIENCE) off = true;
          return 'refused';
        }
      }
      return 'ok';
    },
    settle(failed) {
      failures = failed ? failures + 1 : 0;
      if (failures >= PATIENCE) off = true;
    },
    pending: (record) => open(record, ledger.isCertain).map(({ slot, interaction }) => [slot, interaction]),
  };
}
