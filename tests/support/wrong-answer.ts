import { keyOf } from '../../src/quiz/marking.ts';
import type { Answer, Item } from '../../src/quiz/model.ts';

/** A complete answer that is not the key. */
export function wrongAnswer(item: Item): Answer {
  const key = keyOf(item);
  switch (item.type) {
    case 'single':
      return item.options.find((o) => !o.key)?.id ?? '';
    case 'multiple':
      return item.options
        .map((o) => o.id)
        .filter((l) => l !== key[0])
        .slice(0, item.choose)
        .join('');
    case 'spot':
      return item.parts.find((p) => !p.breach)?.id ?? '';
    case 'classify':
      return [...key].map((l, i) => (i === 0 ? (l === 'a' ? 'b' : 'a') : l)).join('');
    case 'order':
      return [...key].reverse().join('');
    case 'write':
      return item.places
        .map((p, i) => (i === 0 ? p.wordings.find((w) => !w.key)?.id : undefined) ?? key[i] ?? '')
        .join('');
  }
}
