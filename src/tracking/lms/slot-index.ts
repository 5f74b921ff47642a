/**
 * Where the interactions of this session go. Slot and index are the same as long as the LMS has what the course
 * remembers. It may have more (resume state lost, record kept): then ours follow. It may count fewer, because a commit
 * was lost: indices must be contiguous (docs/standards/scorm.md, Interactions).
 */
export interface SlotIndex {
  /** The index a slot was given, or undefined before. */
  of(slot: number): number | undefined;
  /** Gives a slot its index. @param bridge lets the LMS count one index that it has and does not know of */
  place(slot: number, bridge: (index: number) => boolean): number;
  /** Gives a slot the next index instead of its own. */
  move(slot: number): void;
  /** The LMS took the slot at the index it was given. Until then the index is free for another. */
  settle(slot: number): void;
}

/**
 * @param count interactions in the LMS at launch
 * @param used slots the course knew of at launch
 */
export function createSlotIndex(count: number, used: number): SlotIndex {
  const base = Math.max(0, count - used);
  /** Of slots the LMS took. */
  const placed = new Map<number, number>();
  const trying = new Map<number, number>();
  let next = count;
  return {
    of: (slot) => placed.get(slot),
    place(slot, bridge) {
      const given = placed.get(slot);
      if (given !== undefined) return given;
      while (next < base + slot && bridge(next)) next++;
      const index = Math.min(base + slot, next);
      trying.set(slot, index);
      return index;
    },
    move(slot) {
      placed.set(slot, next++);
    },
    settle(slot) {
      const index = trying.get(slot);
      if (index === undefined) return;
      placed.set(slot, index);
      next = Math.max(next, index + 1);
    },
  };
}
