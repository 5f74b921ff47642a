import { isFinished, waiting } from './assessment/asked.ts';
import { groupState, groupsOf, idOf, partsIn } from './assessment/groups.ts';
import { readyGroups, recheckedNow } from './assessment/recheck.ts';
import { isPartDone, openParts } from './completion.ts';
import type { Course, Part, Progress } from './model.ts';
import { entryOf, partsOnWay, screenOf, screensOf, way } from './way.ts';
import type { WordKey } from './word-keys.ts';

/** The first thing on a learner's way that is not done, and its screen. `group`: id of a group of the diagnostic. */
export type NextThing =
  /** Begin the assessment, or go on with it. */
  | { readonly kind: 'assessment'; readonly screen: 'check' }
  /** Read a lesson of a group that is not known, or play its scenario. */
  | { readonly kind: 'lesson'; readonly group: string; readonly screen: string }
  /** Answer fresh questions on a group whose lessons are done. */
  | { readonly kind: 'recheck'; readonly group: string; readonly screen: 'check' }
  /** A part that belongs to completion. */
  | { readonly kind: 'part'; readonly screen: string }
  | { readonly kind: 'declare'; readonly screen: 'declare' }
  | { readonly kind: 'finish'; readonly screen: 'finish' };

/** Whether anything of the way was done. */
export const hasBegun = (progress: Progress): boolean =>
  progress.read.length > 0 || Object.keys(progress.stories).length > 0 || progress.papers > 0;

/** The first screen of a part that is still to do: the story that opens it, its lesson, or a scenario without an ending. */
function screenToDo(course: Course, part: Part, progress: Progress): string {
  if (!progress.read.includes(part.id)) return entryOf(course, progress, part);
  return part.scenarios.find((s) => !progress.stories[s]?.done) ?? part.id;
}

/** What the diagnostic still asks for: its questions first, then a re-check that is ready, then the next weak lesson. */
function nextForDiagnostic(course: Course, progress: Progress): NextThing | null {
  if (!isFinished(progress.paper) || waiting(progress.paper)) return { kind: 'assessment', screen: 'check' };
  const open = recheckedNow(course, progress) ?? readyGroups(course, progress)[0];
  if (open) return { kind: 'recheck', group: idOf(open), screen: 'check' };
  const group = groupsOf(course).find((g) => groupState(course, progress, g) === 'lesson');
  const part = group && partsIn(course, group).find((p) => !isPartDone(p, progress));
  return group && part ? { kind: 'lesson', group: idOf(group), screen: screenToDo(course, part, progress) } : null;
}

/**
 * What a learner does next: the one rule behind every button that leads on. The parts come before the check, and the
 * diagnostic before the parts that it has shown; then the declaration.
 */
export function nextThing(course: Course, progress: Progress): NextThing {
  const asked = course.diagnostic && !progress.assessed ? nextForDiagnostic(course, progress) : null;
  if (asked) return asked;
  const [part] = openParts(course, progress);
  if (part) return { kind: 'part', screen: screenToDo(course, part, progress) };
  if (!course.diagnostic && !progress.assessed) return { kind: 'assessment', screen: 'check' };
  const over = progress.declared !== null || course.cases !== undefined;
  return over ? { kind: 'finish', screen: 'finish' } : { kind: 'declare', screen: 'declare' };
}

/** Required parts still to do. With a diagnostic only those that the questions have shown, or that a role added. */
export function partsLeft(course: Course, progress: Progress): Part[] {
  const onWay = partsOnWay(course, progress);
  return openParts(course, progress).filter((p) => onWay.includes(p));
}

/** The screen of a part that follows one of its own, or undefined after the last. */
function within(course: Course, progress: Progress, part: Part, id: string): string | undefined {
  if (course.diagnostic) return screensOf(part)[screensOf(part).indexOf(id) + 1];
  if (id !== part.id && !progress.read.includes(part.id)) return part.id;
  return part.scenarios.find((s) => s !== id && !progress.stories[s]?.done);
}

/**
 * The screen that "next" leads to. A part opens with its story's first decision; then its lesson, then the story goes
 * on (with a diagnostic: its lesson, then its stories). After its last one comes the next screen
 * on the way; or, with a diagnostic, what is to do (`nextThing`); or the check, for a part that is not on the way and
 * for someone who comes from a failed paper and has done all sections.
 */
export function nextOf(course: Course, progress: Progress, id: string): string {
  // Its lessons are there to look something up: from each the way leads back.
  if (course.cases) return nextThing(course, progress).screen;
  const screen = screenOf(course, id);
  const part = screen && 'part' in screen ? course.parts.find((p) => p.id === screen.part) : undefined;
  const following = part && within(course, progress, part, id);
  if (following) return following;
  if (course.diagnostic && (part || !screen || id === 'check')) {
    const next = nextThing(course, progress).screen;
    return next === id ? 'declare' : next;
  }
  const all = way(course, progress);
  const at = all.indexOf((part && screensOf(part).at(-1)) ?? id);
  const again = progress.papers > 0 && !progress.assessed && openParts(course, progress).length === 0;
  const next = at < 0 || (part && again) ? 'check' : (all[at + 1] ?? 'finish');
  const opened = course.parts.find((p) => p.id === next);
  return opened ? entryOf(course, progress, opened) : next;
}

/**
 * What comes after a story, and the key of the words on the button that leads there. Coming to a story past its lesson
 * is fine; the section is done once its lesson was read to the end as well, so that comes first.
 */
export function afterStory(
  course: Course,
  progress: Progress,
  id: string,
): { readonly to: string; readonly words: WordKey } {
  const part = course.parts.find((p) => p.scenarios.includes(id));
  if (part && !progress.read.includes(part.id) && !progress.known.includes(part.id))
    return { to: part.id, words: 'lesson.end.read' };
  const to = nextOf(course, progress, id);
  return { to, words: endWords(course, progress, id, to) };
}

/**
 * Key of the words on a button that leads on from a lesson or a story, by where it leads.
 * @param from the screen it stands on
 */
export function endWords(course: Course, progress: Progress, from: string, to: string): WordKey {
  if (to === 'check' || to === 'declare') return `lesson.end.${to}`;
  const part = course.parts.find((p) => screensOf(p).includes(from));
  if (part?.id === to) return 'lesson.end.read';
  if (part?.scenarios.includes(to)) {
    if (from !== part.id) return 'lesson.end.onwards'; // another scenario of the same section
    return progress.stories[to]?.path ? 'lesson.end.story' : 'lesson.end.scenario';
  }
  return course.diagnostic ? 'lesson.end.onwards' : 'lesson.end.next';
}
