import { keysOf } from '../../quiz/marking.ts';
import type { Answer, Choice, Item, Scenario, Situation } from '../../quiz/model.ts';
import type { Interaction } from '../../tracking/port/port.ts';

/** When an answer was given: milliseconds since 1970, and milliseconds since it was shown. */
export interface Timing {
  readonly at: number;
  readonly latency: number;
}

const letter = (index: number) => String.fromCharCode(97 + index);

/** An answer in the neutral form of the record: letters, or pairs of item and bin, of place and wording. */
function response(item: Item, answer: Answer): string[] {
  if (item.type === 'write') return [...answer].map((wording, i) => `${letter(i)}.${wording}`);
  if (item.type !== 'classify') return [...answer];
  return item.items.map((part, i) => `${part.id}.${answer[i] ?? ''}`);
}

const types = {
  single: 'choice',
  multiple: 'choice',
  spot: 'choice',
  classify: 'matching',
  order: 'sequencing',
  write: 'matching',
} as const;

/** The first answer to a question, for the record. */
export function questionInteraction(item: Item, answer: Answer, timing: Timing): Interaction {
  const [key = '', ...others] = keysOf(item);
  return {
    id: item.id,
    type: types[item.type],
    response: response(item, answer),
    pattern: response(item, key),
    ...(others.length > 0 ? { alsoRight: others.map((other) => response(item, other)) } : {}),
    result: answer === key || others.includes(answer) ? 'correct' : 'wrong',
    ...timing,
  };
}

/** The id of a decision in the record: section, scenario, situation. */
export const decisionId = (scenario: Scenario, situationId: string) =>
  `${scenario.section}_${scenario.id}_${situationId}`;

/** The first choice at a decision, for the record: neither right nor wrong where good sense decides and no rule. */
export function decisionInteraction(
  scenario: Scenario,
  situationId: string,
  situation: Situation,
  choice: Choice,
  timing: Timing,
): Interaction {
  const best = situation.choices.find((c) => c.best)?.id ?? '';
  const judged = { pattern: [best], result: choice.id === best ? 'correct' : 'wrong' } as const;
  return {
    id: decisionId(scenario, situationId),
    type: 'choice',
    response: [choice.id],
    ...(situation.goodSense ? ({ pattern: null, result: 'neutral' } as const) : judged),
    ...timing,
  };
}

/** A text for the record: a finished paper, the declaration. */
export function noteInteraction(id: string, text: string, timing: Timing): Interaction {
  return { id, type: 'fill-in', response: [text], pattern: null, result: 'neutral', ...timing };
}
