import type { Family, State } from './state.ts';
import { questions } from './states/questions.ts';
import { stage } from './states/stage.ts';

/** The gallery: every component in every state. */
export const families: readonly Family[] = [
  { slug: 'questions', title: 'Questions', states: questions },
  { slug: 'stage', title: 'The stage', states: stage },
];

/** The state at an address, `questions/single-right`. */
export function stateAt(address: string): State | undefined {
  const [family, slug] = address.split('/');
  return families.find((f) => f.slug === family)?.states.find((s) => s.slug === slug);
}
