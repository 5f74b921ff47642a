import type { Family, State } from './state.ts';
import { assessment, followUpStates, refresherStates } from './states/check.ts';
import { declaration, end } from './states/finish.ts';
import { header, leaving, loading } from './states/frame.ts';
import { questions } from './states/questions.ts';
import { lesson, start } from './states/reading.ts';
import { stage } from './states/stage.ts';
import { tools } from './states/tools.ts';

/** The gallery: every component in every state. */
export const families: readonly Family[] = [
  { slug: 'start', title: 'Start', states: start },
  { slug: 'header', title: 'Header, thread and banner', states: header },
  { slug: 'leaving', title: 'Leaving', states: leaving },
  { slug: 'loading', title: 'Before and without scripts', states: loading },
  { slug: 'lesson', title: 'Lesson', states: lesson },
  { slug: 'stage', title: 'Stage', states: stage },
  { slug: 'questions', title: 'Questions', states: questions },
  { slug: 'check', title: 'The check and the picture of judgement', states: assessment },
  { slug: 'refresher', title: 'Refresher', states: refresherStates },
  { slug: 'followup', title: 'Follow-up', states: followUpStates },
  { slug: 'declare', title: 'Declaration', states: declaration },
  { slug: 'finish', title: 'Finish', states: end },
  { slug: 'tools', title: 'To look things up', states: tools },
];

/** The state at an address, `questions/single-right`. */
export function stateAt(address: string): State | undefined {
  const [family, slug] = address.split('/');
  return families.find((f) => f.slug === family)?.states.find((s) => s.slug === slug);
}
