/**
 * Where the interactions of this session go. Slot and index are the same as long as the LMS has what the course
 * remembers. It may have more (resume state lost, record kept): then ours follow. It may count fewer, because a commit
 * was lost: indices must be contiguous (scorm.md §7.1).
 */
export interface SlotIndex {
  /** The index slot n belongs to. */
  of(slot: number): number;
  /** The next index the LMS takes as a new one. */
  next(): number;
  /** The LMS took it. */
  taken(index: number): void;
}

/**
 * @param count interactions in the LMS at launch
 * @param used slots the course knew of at launch
 */
export function createSlotIndex(count: number, used: number): SlotIndex {
  const base = Math.max(0, count - used);
  let next = count;
  return {
    of: (slot) => base + slot,
    next: () => next,
    taken(index) {
      next = Math.max(next, index + 1);
    },
  };
}
