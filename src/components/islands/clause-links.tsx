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
