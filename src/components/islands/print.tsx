import { useSay } from './context.tsx';

/** Prints the screen that is shown, and nothing else of the document. */
export function Print() {
  const say = useSay();
  const print = () => {
    document.body.dataset['print'] = 'screen';
    // Some browsers print after print() has returned.
    addEventListener('afterprint', () => delete document.body.dataset['print'], { once: true });
    window.print();
  };
  return (
    <button type="button" className="button second" onClick={print}>
      {say('tools.print')}
    </button>
  );
}
