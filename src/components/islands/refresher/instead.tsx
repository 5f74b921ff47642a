import { useApp, useSay } from '../context.tsx';

/** "Show me the lesson instead": the section counts as not known, without penalty, and its lesson opens. */
export function Instead({ group }: { readonly group: string }) {
  const { send } = useApp();
  const say = useSay();
  const show = () => {
    send({ type: 'SHOW_LESSON', group });
    send({ type: 'GO', to: group });
  };
  return (
    <button type="button" className="button second" onClick={show}>
      {say('diagnostic.instead')}
    </button>
  );
}
