import type { Option } from '../../quiz/model.ts';
import { useApp, useSay } from './context.tsx';

/** Links from a reason to the lesson that teaches its rules. */
export function ClauseLinks({ clauses }: { readonly clauses: readonly string[] }) {
  const { course } = useApp();
  const say = useSay();
  const known = clauses.flatMap((id) => {
    const clause = course.clauses[id];
    return clause ? [{ id, ...clause }] : [];
  });
  return (
    <span className="clause-links">
      {known.map((c) => (
        <a key={c.id} href={`#rule-${c.id.toLowerCase()}`}>
          {say('rule.read', { title: c.title })}
        </a>
      ))}
    </span>
  );
}

/** What a reason rests on, in words: the policy, its clauses, and on what ground something freer is right. */
export function RestsOn(props: {
  readonly clauses: readonly string[];
  readonly ground?: Option['ground'];
  /** It is good sense, ours and no rule. */
  readonly sense?: boolean | undefined;
}) {
  const { clauses, ground, sense } = props;
  const say = useSay();
  if (sense)
    return (
      <p className="rests">
        <b>{say('asked.sense')}</b>: {say('asked.sense.means')}
      </p>
    );
  return (
    <div className="rests">
      <p>
        <b>{say('asked.policy')}</b>
        {ground ? `: ${say(`asked.ground.${ground}`)}` : ''}
      </p>
      <ClauseLinks clauses={clauses} />
    </div>
  );
}

/** Who would have lost what by a choice that is too strict: said as what it costs, never as what happened. */
export function Cost({ of }: { readonly of: Pick<Option, 'cost'> }) {
  const say = useSay();
  if (!of.cost) return null;
  return (
    <span className="cost">
      <b>{say('check.cost')}</b> {of.cost}
    </span>
  );
}
