import type { Arrival, Scenario } from '../../../quiz/model.ts';
import type { Step, Walk } from '../../../quiz/scenario-machine.ts';

/** An earlier act of the learner, and when it was. */
interface Act {
  readonly at: string;
  readonly text: string;
}

/** A line of the log. */
export interface Entry {
  readonly arrival: Arrival;
  /** The hour, where the clock moves on. */
  readonly at: string;
  /** Its place among the posts and comments, from 1; 0 for anything else. */
  readonly number: number;
  /** The act that it depends on, where that lies further back than the decision just taken. */
  readonly earlier?: Act | undefined;
}

/** A decision taken, with what had arrived before it and what came of it. */
export interface Turn extends Act {
  readonly step: Step;
  readonly before: readonly Entry[];
  /** What the learner said, without its quotation marks; none where something was done. */
  readonly said?: string | undefined;
  readonly number: number;
  readonly after: readonly Entry[];
  /** The clock once all of it has happened. */
  readonly clock: string;
}

/** What has happened, in order; `now` is what arrived last: at the situation that waits, or at the ending. */
export interface Log {
  readonly turns: readonly Turn[];
  readonly now: readonly Entry[];
  readonly clock: string;
}

const said = (text: string) => /^“([^“”]*)”$/.exec(text)?.[1];

/**
 * The log of a walk. The clock goes by what arrives; a day once named holds until another one is. A line that arrives
 * only because of a fact carries the choice that made it true, the first of several lines alone.
 */
export function logOf(scenario: Scenario, told: Walk): Log {
  const acts = new Map<string, Act>();
  let [day, clock, number] = ['', '', 0];
  const entries = (list: readonly Arrival[] = [], opens = ''): Entry[] =>
    list.map((arrival, i) => {
      const at = arrival.at ?? (i === 0 ? opens : '');
      const [, today, hour] = /^(.*?),? ?(\d\d:\d\d)?$/.exec(at) ?? [];
      day = today || day;
      if (at) clock = [day, hour].filter(Boolean).join(' ');
      const first = list.find((a) => a.when === arrival.when) === arrival;
      return {
        arrival,
        at,
        number: /post|comment/.test(arrival.kind) ? ++number : 0,
        earlier: arrival.when && first ? acts.get(arrival.when) : undefined,
      };
    });
  const turns = told.steps.map((step): Turn => {
    const before = entries(step.situation.arrives, step.situation.at);
    const act = { at: clock, text: step.choice.text };
    const words = said(act.text);
    const own = words && scenario.stage === 'thread' ? ++number : 0;
    const after = entries(step.choice.consequence);
    for (const fact of step.choice.sets ?? []) if (!acts.has(fact)) acts.set(fact, act);
    return { ...act, step, before, said: words, number: own, after, clock };
  });
  const now = entries(told.situation?.value.arrives ?? told.ending?.arrives, told.situation?.value.at);
  return { turns, now, clock };
}
