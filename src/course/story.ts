import { walk } from '../quiz/scenario-machine.ts';
import type { Course, Progress, Story } from './model.ts';
import { decisionInteraction, type Timing } from './record/interactions.ts';
import { recordEvidence } from './record/slots.ts';

const untold: Story = { path: '', done: false };

/** How far a scenario has come; untold at first. */
export const storyOf = (progress: Progress, scenarioId: string) => progress.stories[scenarioId] ?? untold;

function withStory(progress: Progress, scenarioId: string, story: Story): Progress {
  return { ...progress, stories: { ...progress.stories, [scenarioId]: story } };
}

/** Takes a choice at the waiting decision. Unknown scenarios, letters and finished tellings change nothing. */
export function choose(
  course: Course,
  progress: Progress,
  scenarioId: string,
  letter: string,
  timing: Timing,
): Progress {
  const scenario = course.scenarios[scenarioId];
  if (!scenario) return progress;
  const story = storyOf(progress, scenarioId);
  const before = walk(scenario, story.path);
  const after = walk(scenario, before.path + letter);
  const step = after.steps[before.steps.length];
  if (!step) return progress;
  const told = withStory(progress, scenarioId, { path: after.path, done: story.done || after.ending !== null });
  const code = course.codes[`decision.${scenarioId}.${step.situationId}`];
  const interaction = decisionInteraction(scenario, step.situationId, step.situation, step.choice, timing);
  return recordEvidence(course, told, code, interaction);
}

/**
 * Passes over a story: it counts as done and nothing is recorded. It can still be played. Stories that may not be
 * passed over, and those that are done, stay as they are.
 */
export function skip(course: Course, progress: Progress, scenarioId: string): Progress {
  const { path, done } = storyOf(progress, scenarioId);
  if (!course.scenarios[scenarioId]?.skippable || done) return progress;
  return withStory(progress, scenarioId, { path, done: true });
}

/**
 * Goes back to a decision of the current telling: the story goes on from the new choice; the record keeps the
 * first. @param step 0 = the first decision
 */
export function rewind(course: Course, progress: Progress, scenarioId: string, step: number): Progress {
  const scenario = course.scenarios[scenarioId];
  const story = storyOf(progress, scenarioId);
  if (!scenario || step < 0 || step >= story.path.length) return progress;
  return withStory(progress, scenarioId, { ...story, path: story.path.slice(0, step) });
}
