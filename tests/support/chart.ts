import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

const name = ({ path, key }: AnyStateNode) =>
  (path.length > 1 && path[0] === 'open' ? path.slice(1) : path).join('.') || key;

/** Its own tags and those of the states around it. */
const tagsOf = (node: AnyStateNode): string[] => [...(node.parent ? tagsOf(node.parent) : []), ...node.tags];

/** A guard in words: its name, or what it is made of. */
function guardOf(guard: unknown): string {
  if (!guard) return '';
  if (typeof guard === 'string') return guard;
  const made = guard as { type?: string; params?: unknown; check?: unknown; guards?: unknown[]; stateValue?: unknown };
  if (made.guards) {
    const parts = made.guards.map(guardOf);
    return made.type?.endsWith('not') || made.guards.length === 1 ? `not (${parts.join()})` : parts.join(' and ');
  }
  if (made.stateValue) return `in ${JSON.stringify(made.stateValue).replace(/[{}"]/g, '').replaceAll(':', '.')}`;
  return made.type === 'is' ? 'that reason' : (made.type ?? 'a condition');
}

const actionsOf = (actions: readonly unknown[]) =>
  actions
    .map((a) => {
      const { type, event } = a as { type?: string; event?: { type: string } };
      return event ? `raises ${event.type}` : (type ?? String(a));
    })
    .filter((text) => !text.startsWith('raises xstate.')) // the timers of `after`
    .join(', ');

const plain = (event: string) => event.replace(/^xstate\.after\.(\w+)\..*/, 'after $1');

/** A chart as a table in Markdown: a line a transition, with the tags that the learner's words follow from. */
export function chartTable(machine: AnyStateMachine): string {
  const nodes: AnyStateNode[] = [];
  const collect = (node: AnyStateNode) => {
    nodes.push(node);
    for (const child of Object.values(node.states)) collect(child);
  };
  collect(machine.root);
  const states = nodes
    .filter((node) => Object.keys(node.states).length === 0)
    .map(
      (node) =>
        `| ${name(node)} | ${tagsOf(node)
          .map((tag) => `\`${tag}\``)
          .join(' ')} | ${actionsOf(node.entry)} |`,
    );
  const line = (node: AnyStateNode, event: string, t: AnyTransitionDefinition) => {
    const to = t.target?.map((target) => name(target)).join(', ') ?? '(stays)';
    return `| ${name(node)} | ${plain(event)} | ${guardOf(t.guard)} | ${to} | ${actionsOf(t.actions)} |`;
  };
  const transitions = nodes.flatMap((node) =>
    [...node.transitions].flatMap(([event, list]) => list.map((t) => line(node, event, t))),
  );
  return [
    '| state | tags | on entry |',
    '|---|---|---|',
    ...states,
    '',
    '| in | on | if | to | does |',
    '|---|---|---|---|---|',
    ...transitions,
    '',
  ].join('\n');
}
