import { useState } from 'react';
import { useOwnId, useSay } from './context.tsx';

/** Selects the words, so that they can be copied by hand where the browser does not let a page do it. */
function selectWords(element: HTMLElement): void {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

async function copyWords(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent.trim());
    return true;
  } catch {
    // No clipboard on a page without TLS, or in a frame that may not use it: the older way still works in most.
    selectWords(element);
    return document.execCommand('copy');
  }
}

/** The button beside words to copy. @param props.name id of the element that holds the words */
export function Copy({ name }: { readonly name: string }) {
  const say = useSay();
  const id = useOwnId();
  const [said, setSaid] = useState('');
  const copy = async () => {
    const element = document.getElementById(name);
    if (element) setSaid(say((await copyWords(element)) ? 'copy.done' : 'copy.byHand'));
  };
  return (
    <p className="buttons">
      <button
        type="button"
        id={id}
        className="button second small"
        aria-labelledby={`${id} ${name}-label`}
        onClick={() => {
          setSaid('');
          void copy();
        }}
      >
        {say('copy')}
      </button>
      <span role="status">{said}</span>
    </p>
  );
}
