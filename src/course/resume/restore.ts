import { neverLower } from '../../tracking/port/never-lower.ts';
import type { Launch } from '../../tracking/port/port.ts';
import { deal } from '../cold.ts';
import { type Course, newProgress, type Progress } from '../model.ts';
import { decode } from './decode.ts';

/** Where an attempt goes on. */
export interface Restored {
  readonly progress: Progress;
  /** The saved place could not be read. */
  readonly unreadable: boolean;
}

/**
 * The saved place, joined with what the LMS knows of a pass or a better score, and with the answers that no save has
 * carried yet. @param attempt token for an attempt that begins
 */
export function restore(course: Course, launch: Launch, attempt: string): Restored {
  const resumed = decode(course, launch.suspend);
  const saved = resumed.kind === 'read' ? resumed.progress : deal(course, newProgress(attempt));
  const recorded = { passed: launch.status === 'passed', best: launch.score };
  const log = { ...saved.log, ...Object.fromEntries(launch.pending) };
  return { progress: { ...saved, ...neverLower(recorded, saved), log }, unreadable: resumed.kind === 'unreadable' };
}
